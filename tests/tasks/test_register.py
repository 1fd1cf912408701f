"""The decision register: filters, pages, the spreadsheet and the paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import decided


def _filled(vestegnen: Vestegnen) -> None:
    today, now = timezone.localdate(), timezone.now()
    decided(vestegnen, vestegnen.local_police, due_in=4, what="Senere runde", area=vestegnen.station)
    decided(vestegnen, vestegnen.local_police, due_in=-2, what="Glemt runde")
    decided(vestegnen, vestegnen.herlev_ssp, due_in=9, what="Runde til gennemgang", review_on=today)
    decided(vestegnen, vestegnen.herlev_ssp, due_in=-9, what="Afsluttet runde", closed_at=now)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", ["Glemt runde", "Senere runde", "Runde til gennemgang"]),
        ("stand=overdue", ["Glemt runde"]),
        ("stand=to_review", ["Runde til gennemgang"]),
        ("stand=closed", ["Afsluttet runde"]),
        ("stand=every&enhed=herlev", ["Runde til gennemgang", "Afsluttet runde"]),
        ("stand=every&omraade=station", ["Senere runde"]),
        ("stand=vrøvl&enhed=vrøvl", ["Glemt runde", "Senere runde", "Runde til gennemgang"]),
    ],
)
def test_the_register_is_narrowed(asked: str, names: list[str], vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _filled(vestegnen)
    asked = asked.replace("=herlev", f"={vestegnen.herlev_ssp.pk}").replace("=station", f"={vestegnen.station.pk}")

    shown = client_of(vestegnen.officer).get(f"/opgaver/register/?{asked}").content.decode()

    every = ("Glemt runde", "Senere runde", "Runde til gennemgang", "Afsluttet runde")
    assert {name for name in every if name in shown} == set(names)


def test_the_register_is_paged_by_key_with_a_fixed_number_of_queries(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        decided(vestegnen, vestegnen.local_police, due_in=number, what=f"Runde {number:02}")
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(16):
        first = client.get("/opgaver/register/").content.decode()

    cursor = first.split("?efter=")[1].split('"')[0]
    second = client.get(f"/opgaver/register/?efter={cursor}").content.decode()
    assert "Runde 29" in first
    assert "Runde 30" not in first
    assert "Runde 30" in second
    assert "Runde 29" not in second


def test_the_spreadsheet_holds_what_the_filter_shows_and_no_formula(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _filled(vestegnen)
    decided(vestegnen, vestegnen.local_police, due_in=-1, what="=1+1")

    answer = client_of(vestegnen.officer).get("/opgaver/register/beslutninger.csv?stand=overdue")

    table = answer.content.decode("utf-8-sig")
    assert "Glemt runde" in table
    assert "Senere runde" not in table
    assert "'=1+1" in table
    with acting_for(actor_of(vestegnen.officer)):
        assert own_entries(event=Event.REGISTER_EXPORTED)


def test_the_paper_says_what_was_asked_and_is_logged(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _filled(vestegnen)

    shown = client_of(vestegnen.officer).get("/opgaver/register/udskrift/?stand=closed").content.decode()

    assert "Afsluttede" in shown
    assert "Afsluttet runde" in shown
    with acting_for(actor_of(vestegnen.officer)):
        assert own_entries(event=Event.REGISTER_PRINTED)


def test_what_a_party_keeps_to_itself_is_in_nobody_elses_register(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    decided(vestegnen, vestegnen.gladsaxe_ssp, what="Egen runde", audience="authority", review_on=timezone.localdate())

    for page in ("", "beslutninger.csv", "udskrift/"):
        for state in ("open", "to_review", "every"):
            address = f"/opgaver/register/{page}?stand={state}"
            assert "Egen runde" in client_of(vestegnen.leader).get(address).content.decode()
            assert "Egen runde" not in client_of(vestegnen.officer).get(address).content.decode()


def test_another_partnership_has_another_register(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _filled(vestegnen)

    assert "runde" not in client_of(vestegnen.outsider).get("/opgaver/register/?stand=every").content.decode()


def test_a_partner_has_no_register(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.caretaker).get("/opgaver/register/").status_code == 403


def test_a_date_long_ago_shows_its_year(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    due = timezone.localdate() - timedelta(days=800)
    decided(vestegnen, vestegnen.local_police, due_in=-800)

    assert f"{due:%d.%m.%Y}" in client_of(vestegnen.officer).get("/opgaver/register/").content.decode()
