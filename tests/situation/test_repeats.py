"""Repeats in time and place on the page: who reads them, what is said, how many questions it takes."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from rundbord.situation.models import Incident, RepeatCluster
from rundbord.situation.vocabulary import Category
from tests.database import as_owner
from tests.factories.repeats import FAR_AWAY, burglary, look
from tests.factories.situations import ClientOf, Vestegnen
from tests.queries import own_queries

PAGE = "/overblik/gentagelser/"
MOST_QUERIES = 4


def test_fewer_than_fifty_say_nothing_and_how_many_there_are(
    repeat: RepeatCluster, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.leader).get(PAGE).content.decode()

    assert "Der er for få indbrud til at sige noget." in shown
    assert "Der skal være mindst 50 med et sted. I perioden er der 2." in shown


def test_a_year_with_a_pattern_is_told_with_its_picture_its_table_and_what_was_used(
    many_burglaries: None, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.leader).get(f"{PAGE}?kategori=indbrud&periode=365").content.decode()

    assert "Efter et indbrud er risikoen for et nyt inden for 100 meter og 7 dage" in shown
    assert "30 gange er to indbrud sket" in shown
    assert "60 af periodens 62 indbrud har et sted og er brugt." in shown
    assert 'class="heat-square heat-4"' in shown
    assert "De samme tal som tabel" in shown


@pytest.mark.parametrize("query", ["?kategori=vrøvl&periode=-1", "?kategori=brand", "?periode=9999999999999999999"])
def test_an_address_that_asks_for_what_is_not_offered_gets_burglary_and_a_year(
    query: str, many_burglaries: None, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    form = client_of(vestegnen.leader).get(PAGE + query).context["form"]

    assert (form.category, form.length) == (Category.BURGLARY, 365)


def test_the_page_reads_rows_and_asks_a_fixed_number_of_questions(
    repeat: RepeatCluster, vestegnen: Vestegnen, yesterday: date, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    client.get(PAGE)
    for number in range(1, 4):
        for back in (0, 1):
            burglary(vestegnen, yesterday - timedelta(days=back), north=number * FAR_AWAY, place_key=str(number))
    look(vestegnen, yesterday)

    with own_queries() as asked:
        shown = client.get(PAGE)

    assert len(shown.context["places"]) == 4
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_before_the_first_night_the_page_says_what_will_come(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert "Der er ikke set efter gentagelser endnu" in client_of(vestegnen.leader).get(PAGE).content.decode()


def test_each_incident_is_linked_and_a_withdrawn_one_is_said_to_be(
    repeat: RepeatCluster, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    gone, left = repeat.incident_ids
    with as_owner():
        Incident.objects.filter(pk=gone).update(withdrawn_at=timezone.now())

    shown = client_of(vestegnen.leader).get(PAGE).content.decode()

    assert f"/haendelser/{left}/" in shown
    assert f"/haendelser/{gone}/" not in shown
    assert "1 af hændelserne er trukket tilbage" in shown


def test_an_earlier_place_is_read_where_it_is_asked_for(
    repeat: RepeatCluster, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        RepeatCluster.objects.filter(pk=repeat.pk).update(last=timezone.localdate() - timedelta(days=40))
    client = client_of(vestegnen.leader)

    assert repeat.heading not in client.get(PAGE).content.decode()
    assert repeat.heading in client.get(f"{PAGE}?vis=tidligere").content.decode()


def test_to_another_partnership_a_place_is_not_there(
    repeat: RepeatCluster, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    outsider = client_of(vestegnen.outsider)

    assert repeat.heading not in outsider.get(PAGE).content.decode()
    hidden, missing = outsider.get(f"{PAGE}{repeat.pk}/"), outsider.get(f"{PAGE}{uuid4()}/")
    assert (hidden.status_code, missing.status_code) == (404, 404)


@pytest.mark.parametrize("role", ["street_worker", "caretaker", "dpo", "administrator"])
def test_those_without_the_overview_have_no_such_page(role: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, role)).get(PAGE).status_code in {403, 404}
