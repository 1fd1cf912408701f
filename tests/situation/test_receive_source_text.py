"""Receive source text — indlæg døgnrapport: pasted, as files, or as a folder; what is refused and why."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from rundbord.audit import Event
from rundbord.situation.models import Report, SourceText
from rundbord.situation.rules.internal_reports import signs_of_internal
from tests.database import as_owner
from tests.factories.police_reports import INTERNAL, PUBLISHED, TEXT, read_incidents
from tests.factories.situations import ClientOf, Vestegnen
from tests.logs import logged

pytestmark = pytest.mark.usefixtures("on_the_day")


def _paste(client: Client, text: str = TEXT, **typed: Any) -> Any:
    return client.post("/doegnrapporter/ny/", {"text": text, "published_on": PUBLISHED.isoformat(), **typed})


def _upload(client: Client, *files: tuple[str, bytes]) -> Any:
    documents = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/doegnrapporter/ny/", {"published_on": PUBLISHED.isoformat(), "documents": documents})


def test_pasting_leads_to_the_review(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _paste(client_of(vestegnen.officer))

    with as_owner():
        stored = SourceText.objects.get()
    assert response.headers["Location"] == f"/doegnrapporter/{stored.pk}/"


def test_the_same_text_twice_is_told_and_not_doubled(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _paste(client_of(vestegnen.officer), TEXT.replace("\n", "\r\n") + "  \r\n")

    assert "allerede indlagt" in str(response.context["form"].errors["text"])
    with as_owner():
        assert SourceText.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Indsæt rapportens tekst"),
        ("   \n", "Indsæt rapportens tekst"),
        ("12345 ...", "ingen tekst"),
        ("Vejret bliver smukt i morgen, og alle ønskes en god weekend.", "ikke fundet nogen hændelser"),
        (INTERNAL, "ser ud til at være intern"),
        ("FORTROLIGT\n" + TEXT, "FORTROLIGT"),
        ("Lørdag kl. 10 skete der hærværk. " * 2_000, "højst 40.000 tegn"),
        ("Lørdag kl. 10 " + "a" * 200, "for langt til at være et ord"),
        ("<p>Brand</p>" * 110_000, "Websiden er for stor"),
    ],
)
def test_a_text_that_is_no_public_report_is_refused_and_stays_in_the_form(
    *, text: str, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _paste(client_of(vestegnen.officer), text)

    form = response.context["form"]
    assert says in str(form.errors["text"])
    assert form["text"].value() == text
    with as_owner():
        assert not SourceText.objects.exists()
        assert not Report.objects.exists()


def test_a_report_from_tomorrow_is_refused(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _paste(client_of(vestegnen.officer), published_on=(PUBLISHED + timedelta(days=1)).isoformat())

    assert "i fremtiden" in str(response.context["form"].errors["published_on"])


MAIL = (
    b"From: presse@eksempel.dk\r\nTo: ssp@eksempel.dk\r\nSubject: Rapport\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rapport.txt", TEXT.encode()),
        ("gammel.txt", TEXT.encode("latin-1")),
        ("fra-windows.txt", TEXT.encode("utf-16")),
        ("side.html", f"<html><body><p>{TEXT.replace(chr(10) * 2, '</p><p>')}</p></body></html>".encode()),
        ("post.eml", MAIL + TEXT.encode()),
    ],
)
def test_a_file_is_read_whatever_its_shape_and_letters(
    *, name: str, content: bytes, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _upload(client_of(vestegnen.officer), (name, content))

    assert any("Terrassedøren" in each.report.text for each in read_incidents())


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.txt", b" ", "ingen tekst"),
        ("rapport.pdf", b"%PDF-1.7 binaert", "ikke en tekstfil"),
        ("kort.docx", b"PK\x03\x04" + bytes(400), "ikke en tekstfil"),
        ("stoej.txt", bytes(range(256)) * 40, "læsbar tekst"),
        ("stor.txt", b"a" * (5 * 1024 * 1024 + 1), "mere end 5 MB"),
        ("lang.txt", "Indbrud på Eksempelvej. ".encode() * 120_000, "for stor"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    *, name: str, content: bytes, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _upload(client_of(vestegnen.officer), (name, content))

    assert says in str(response.context["form"].errors["documents"])


def test_of_several_files_the_good_ones_are_kept(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _upload(client_of(vestegnen.officer), ("god.txt", TEXT.encode()), ("daarlig.pdf", b"%PDF-1.7"))

    page = response.content.decode()
    assert "daarlig.pdf: Filen er ikke en tekstfil" in page
    assert "De øvrige er indlagt" in page
    with as_owner():
        assert [each.name for each in SourceText.objects.all()] == ["god.txt"]


def test_a_folder_is_loaded_through_the_same_door(vestegnen: Vestegnen, tmp_path: Any, capsys: Any) -> None:
    (tmp_path / "2026-11-19.txt").write_text(TEXT, "utf-8")
    (tmp_path / "intern.txt").write_text(INTERNAL, "utf-8")
    (tmp_path / "billede.png").write_bytes(b"\x89PNG")

    call_command("load_reports", str(tmp_path))

    told = capsys.readouterr()
    with as_owner():
        stored = SourceText.objects.get()
    assert (stored.authority_id, stored.published_on) == (vestegnen.police.pk, date(2026, 11, 19))
    assert stored.received_by == vestegnen.officer.pk
    assert "1 af 2" in told.out
    assert "intern.txt" in told.err
    assert logged(Event.SOURCE_TEXT_RECEIVED, about=stored)


@pytest.mark.parametrize("filling", ["-\n", "• \n", "\n- -", "A ", "internt ", "1 2 "])
def test_no_filling_makes_the_look_for_internal_reports_slow(filling: str) -> None:
    started = time.process_time()
    signs_of_internal(TEXT * (39_000 // len(TEXT)))
    ordinary = time.process_time() - started

    signs_of_internal(filling * (39_000 // len(filling)))

    assert time.process_time() - started < 1 + 4 * ordinary
