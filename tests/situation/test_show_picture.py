"""Showing, correcting and printing a published picture: every reading leaves a trace, every reader an own edition."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Picture, Reading
from rundbord.situation.vocabulary import SectionKind
from tests.database import as_owner
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def test_opening_a_picture_is_logged_and_tells_which_unit_has_read_it(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf, client_of: ClientOf
) -> None:
    client_of(vestegnen.herlev_case_worker).get("/situationsbillede/1/")

    shown = client_of(vestegnen.coordinator).get("/situationsbillede/1/").content.decode()

    assert "Læst af 2 af 3 enheder" in shown
    assert "Gadeteamet" in shown
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        [entry] = own_entries(event=Event.PICTURE_READ)
        assert entry.subject_id == str(published.pk)


def test_a_second_opening_is_logged_but_counts_once(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)

    for _ in range(2):
        client.get("/situationsbillede/1/")

    with as_owner():
        assert Reading.objects.filter(user_id=vestegnen.officer.pk).count() == 1


def test_no_name_of_a_reader_is_shown_to_other_parties(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    client_of(vestegnen.herlev_case_worker).get("/situationsbillede/1/")

    shown = client_of(vestegnen.officer).get("/situationsbillede/1/").content.decode()

    assert vestegnen.herlev_case_worker.name not in shown
    assert vestegnen.coordinator.name not in shown


@pytest.mark.parametrize(
    ("reader", "sees", "does_not_see"),
    [
        ("officer", ["Knallertkørsel om natten", "Knallerter kører om natten."], []),
        ("herlev_case_worker", ["Indbrud i kælder", "Opbrudt kælderdør."], ["Knallert"]),
        ("caretaker", ["Høj musik ved stationen", "færre end 5"], ["Knallert", "kælder", "Læst af", "Følges tæt"]),
    ],
)
def test_the_page_is_the_readers_own_edition(
    reader: str,
    sees: list[str],
    does_not_see: list[str],
    *,
    vestegnen: Vestegnen,
    published: Picture,
    client_of: ClientOf,
) -> None:
    shown = client_of(getattr(vestegnen, reader)).get("/situationsbillede/1/").content.decode()

    assert [words for words in sees if words not in shown] == []
    assert [words for words in does_not_see if words in shown] == []


def test_a_draft_is_no_published_picture(vestegnen: Vestegnen, morning: Morning, client_of: ClientOf) -> None:
    assert client_of(vestegnen.officer).get("/situationsbillede/1/").status_code == 404


def test_a_correction_is_numbered_and_told_to_the_units_that_have_read(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    client_of(vestegnen.officer).get("/situationsbillede/1/")
    coordinator = client_of(vestegnen.coordinator)

    for text in ("Indbruddet skete fredag.", "Døren var ikke låst."):
        coordinator.post("/situationsbillede/1/ret/", {"text": text, "audience": "parties"})

    with as_owner():
        assert list(published.corrections.order_by("number").values_list("number", flat=True)) == [1, 2]
        told = Notice.objects.filter(kind="picture_corrected").values_list("unit__name", flat=True)
        assert set(told) == {"Lokalpolitiet"}
    shown = client_of(vestegnen.officer).get("/situationsbillede/1/").content.decode()
    assert "Døren var ikke låst." in shown
    assert "Billedet står, som det blev udgivet" in shown


def test_a_correction_for_the_parties_is_hidden_from_partners(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    client_of(vestegnen.coordinator).post(
        "/situationsbillede/1/ret/", {"text": "Kun for parterne.", "audience": "parties"}
    )

    assert "Kun for parterne." not in client_of(vestegnen.caretaker).get("/situationsbillede/1/").content.decode()


def test_the_page_has_a_fixed_number_of_queries(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(30):
        client.get("/situationsbillede/1/")


def _pdf(content: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def test_the_pdf_is_tagged_danish_and_for_its_reader_alone(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf, client_of: ClientOf
) -> None:
    response = client_of(vestegnen.herlev_case_worker).get("/situationsbillede/1/pdf/")

    reader, text = _pdf(response.content)
    root: Any = reader.trailer["/Root"]
    assert response["Content-Type"] == "application/pdf"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "da"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Situationsbillede nr. 1"
    assert "Indbrud i kælder" in text
    assert "Knallert" not in text
    assert "SSP Herlev, Herlev Kommune" in text
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert own_entries(event=Event.PICTURE_PRINTED)


def test_a_normal_day_fits_on_two_pages_before_the_annex(
    vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf, client_of: ClientOf
) -> None:
    for number in range(14):
        rows.incident(
            vestegnen.partnership, vestegnen.police, heading=f"Hærværk {number} ved stationen", area=vestegnen.station
        )
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        words = actions.SectionWords(
            kind=SectionKind.SUMMARY,
            audience=Audience.PARTIES,
            text="Travlt døgn.\n\n" * 4,
            number=1,
            from_version=0,
        )
        actions.edit_section(words, by=coordinator)
        actions.publish_picture(number=1, by=coordinator)

    reader, _ = _pdf(client_of(vestegnen.officer).get("/situationsbillede/1/pdf/").content)

    pages = [page.extract_text() for page in reader.pages]
    annex = next(number for number, text in enumerate(pages) if "Bilag: kildernes egne ord" in text)
    assert annex <= 2


def test_the_paper_partners_get_tells_no_small_count(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    _, text = _pdf(client_of(vestegnen.caretaker).get("/situationsbillede/1/pdf/").content)

    assert "Partnerudgave" in text
    assert "færre end 5" in text
    assert "kælder" not in text
