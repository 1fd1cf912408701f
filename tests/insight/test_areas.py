"""One area over a year, and what the two sides see of each: as far as the reader may read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.insight.queries.area_over_time import area_over_time
from rundbord.insight.queries.blind_spots import blind_spots
from rundbord.insight.rules.blind_spots import Gap, Side
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.vocabulary import Category, Nature, SourceKind
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _incidents(world: Vestegnen) -> None:
    now = timezone.now()
    for days in (1, 2, 40, 400):
        at = now - timedelta(days=days)
        rows.incident(world.partnership, world.police, area=world.station, occurred_at=at, category=Category.VIOLENCE)
    rows.incident(
        world.partnership, world.police, area=world.station, audience=Audience.AUTHORITY, heading="Kun politiet"
    )
    rows.incident(world.partnership, world.police, area=world.park, heading="I parken")


def test_a_year_of_an_area_counts_what_the_reader_may_read(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _incidents(vestegnen)
    told = {}
    for who in ("officer", "coordinator"):
        actor = actor_of(getattr(vestegnen, who))
        with acting_for(actor):
            told[who] = area_over_time(vestegnen.station, actor=actor)

    assert {who: sum(month.count for month in each.months) for who, each in told.items()} == {
        "officer": 4,
        "coordinator": 3,
    }
    assert len(told["coordinator"].months) == 12
    assert {name for month in told["coordinator"].months for name, _ in month.categories} == {"Vold"}


def test_the_page_shows_it_and_the_area_leads_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _incidents(vestegnen)
    client = client_of(vestegnen.coordinator)

    area = client.get(f"/omraader/{vestegnen.station.pk}/").content.decode()
    shown = client.get(f"/omraader/{vestegnen.station.pk}/over-tid/").content.decode()

    assert f"/omraader/{vestegnen.station.pk}/over-tid/" in area
    assert "3 hændelser på et år" in shown
    assert "I parken" not in shown
    assert "Kun politiet" not in shown


def test_a_partner_has_no_such_page(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.caretaker)

    assert client.get(f"/omraader/{vestegnen.station.pk}/over-tid/").status_code == 403
    assert "over-tid" not in client.get(f"/omraader/{vestegnen.station.pk}/").content.decode()


def test_an_area_that_only_the_police_see_is_shown_first(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    for _ in range(3):
        rows.report(vestegnen.partnership, vestegnen.local_police, area=vestegnen.park, source_kind=SourceKind.POLICE)
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, area=vestegnen.station)
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, nature=Nature.NOTHING)
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        told = blind_spots(coordinator)

    assert [(each.area.name, each.seen.gap) for each in told.areas] == [
        ("Parken", Gap.ONLY_POLICE),
        ("Stationen", Gap.FEW),
    ]
    assert {side: sum(hours) for side, hours in told.hours.items()} == {Side.POLICE: 3, Side.MUNICIPALITY: 1}


def test_a_unit_that_must_report_and_does_not_is_named(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.herlev_ssp)
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.UNIT)

    shown = client_of(vestegnen.officer).get("/overblik/blinde-vinkler/").content.decode()

    silent = shown.split("Tavse enheder")[1].split("Område for område")[0]
    assert "SSP Herlev" in silent
    assert "SSP Gladsaxe" not in silent


@pytest.mark.parametrize("many", [2, 60])
def test_more_incidents_ask_no_more_of_the_database(
    many: int, vestegnen: Vestegnen, actor_of: ActorOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for hours in range(many):
        at = timezone.now() - timedelta(hours=hours)
        rows.incident(vestegnen.partnership, vestegnen.police, area=vestegnen.station, occurred_at=at)
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator), django_assert_max_num_queries(16):
        area_over_time(vestegnen.station, actor=coordinator)
