"""An authority's papers: written from the rows as they are, by the data-protection officer's hand alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pypdf import PdfReader

from rundbord.access.declarations import About
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.governance.papers.activities import ACTIVITIES
from rundbord.governance.papers.names import name_of
from rundbord.governance.papers.parts import as_markdown
from rundbord.governance.papers.record import record_of_processing
from rundbord.governance.papers.shelf import SHELF
from rundbord.governance.queries.standing import Standing
from rundbord.governance.written.threats import THREATS, named_by_surrendered
from rundbord.identity.models import Unit
from rundbord.privacy.catalogue import CATALOGUE
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen
from tests.named import every_test

ADDRESSES = [f"/dokumentation/{word}/" for word in SHELF]


@pytest.fixture
def officer(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The browser of Gladsaxe's data-protection officer."""
    return client_of(vestegnen.dpo)


def _standing(*, is_police: bool) -> Standing:
    return Standing(
        authority="Prøvekommunen",
        is_police=is_police,
        units=(("SSP", "Databeskyttelsesforordningen"),),
        users=3,
        demands_second_factor=True,
        parties=(("Prøvekommunen", "Kommune"), ("Prøvepolitiet", "Politikreds")),
        idle_minutes=15,
        absolute_hours=9,
        log_days=1826,
    )


@pytest.mark.parametrize("address", ["/dokumentation/", *ADDRESSES])
def test_the_officer_reads_each_paper(address: str, officer: Client) -> None:
    answer = officer.get(address)

    assert answer.status_code == 200
    assert 'class="lead"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/dokumentation/", ADDRESSES[0], f"{ADDRESSES[1]}pdf/"])
def test_nobody_else_reads_them(address: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.coordinator).get(address).status_code == 403
    assert client_of(vestegnen.administrator).get(address).status_code == 403
    assert client_of(vestegnen.caretaker).get(address).status_code == 403


def test_the_log_leads_to_them(officer: Client) -> None:
    assert 'href="/dokumentation/"' in officer.get("/log/").content.decode()


def test_the_record_names_the_own_units_and_the_parties_of_today(vestegnen: Vestegnen, officer: Client) -> None:
    with as_owner():
        Unit.objects.create(authority=vestegnen.gladsaxe, name="Ny Prøveenhed", kind="ssp")
        Unit.objects.create(authority=vestegnen.police, name="Politiets Prøveenhed", kind="police")

    text = officer.get("/dokumentation/fortegnelse/").content.decode()

    assert "Ny Prøveenhed" in text
    assert "Politiets Prøveenhed" not in text
    assert vestegnen.police.name in text
    assert "artikel 30" in text


def test_no_paper_names_a_user(vestegnen: Vestegnen, officer: Client) -> None:
    for address in ADDRESSES:
        main = officer.get(address).content.decode().split("<main")[1]
        assert vestegnen.coordinator.name not in main
        assert vestegnen.dpo.name not in main


@pytest.mark.parametrize("word", SHELF)
def test_each_paper_can_be_taken_home_as_a_pdf(word: str, vestegnen: Vestegnen, officer: Client) -> None:
    answer = officer.get(f"/dokumentation/{word}/pdf/")
    read = PdfReader(io.BytesIO(answer.content))
    text = "".join(each.extract_text() for each in read.pages)

    assert answer.headers["Content-Disposition"] == f'attachment; filename="{word}.pdf"'
    assert f"Side 1 af {len(read.pages)}" in text
    assert vestegnen.gladsaxe.name in text


def test_the_police_answer_by_their_own_law() -> None:
    police = as_markdown(record_of_processing(_standing(is_police=True)))
    municipal = as_markdown(record_of_processing(_standing(is_police=False)))

    assert "retshåndhævelseslovens § 23" in police
    assert "artikel 30" not in police.split("##")[0]
    assert "§ 23" not in municipal.split("##")[0]


def test_every_table_with_personal_data_belongs_to_one_activity() -> None:
    apps = {each.model.split(".")[0] for each in CATALOGUE if each.about is not About.NOBODY}
    held = [app for activity in ACTIVITIES for app in activity.apps]

    assert apps <= set(held)
    assert len(held) == len(set(held))


def test_every_table_of_the_record_has_a_danish_name() -> None:
    text = as_markdown(record_of_processing(_standing(is_police=False)))

    for each in CATALOGUE:
        if each.about is not About.NOBODY:
            assert f"| {name_of(each.model)} |" in text
            assert each.model not in text


def test_the_permissions_are_those_that_are_demanded(officer: Client) -> None:
    text = officer.get("/dokumentation/rettigheder/").content.decode()

    for act in Permission:
        assert act.label in text
    assert all(role.label in text for role in Role)
    assert PERMISSIONS[Role.DPO]


def test_every_threat_has_its_number_and_names_tests_that_exist() -> None:
    named = [test for each in THREATS for test in each.tests] + named_by_surrendered()

    assert [each.number for each in THREATS] == list(range(1, 23))
    assert [test for test in named if test not in every_test()] == []
    assert all(each.tests and each.risk and each.measure and each.remains for each in THREATS)


def test_the_operator_writes_an_authoritys_papers_to_files(vestegnen: Vestegnen, tmp_path: Path) -> None:
    call_command("write_governance", authority=vestegnen.gladsaxe.code, into=tmp_path)

    assert {each.name for each in tmp_path.iterdir()} == {f"{word}.md" for word in SHELF}
    assert vestegnen.gladsaxe.name in (tmp_path / "fortegnelse.md").read_text("utf-8")
    with pytest.raises(CommandError, match="no authority"):
        call_command("write_governance", authority="findes-ikke", into=tmp_path)
