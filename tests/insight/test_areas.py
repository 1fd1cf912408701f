"""One area over a year, and what the two sides see of each: as far as the reader may read."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.identity.models import Unit
from rundbord.insight.queries.area_over_time import area_over_time
from rundbord.insight.queries.blind_spots import blind_spots
from rundbord.insight.rules.blind_spots import Gap, Side
from rundbord.partnership.models import AreaAssessment
from rundbord.partnership.queries import standing_of
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import UnusualCount
from rundbord.situation.vocabulary import Category, Nature, SourceKind, TimePrecision
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.tasks.models import Task
from rundbord.zones.models import ComingEvent, ZoneArea
from tests.database import as_owner
from tests.factories import activity, conflicts, rows
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


def test_hours_are_those_of_the_danish_clock_and_only_of_incidents_whose_clock_time_is_known(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    summer = at_clock(date(2026, 7, 10), time(23, 30))
    for precision in (TimePrecision.MINUTE, TimePrecision.PART_OF_DAY):
        rows.incident(
            vestegnen.partnership,
            vestegnen.police,
            area=vestegnen.station,
            occurred_at=summer,
            starts_at=summer,
            starts_precision=precision,
        )
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor):
        told = area_over_time(vestegnen.station, actor=actor, now=at_clock(date(2026, 9, 1), time(12, 0)))

    assert (told.heat.total, told.heat.busiest) == (1, "fredag kl. 21–24")
    assert sum(month.count for month in told.months) == 2


def _assess(vestegnen: Vestegnen, unit: Unit, status: str, *, days_ago: int) -> None:
    with as_owner():
        AreaAssessment.objects.create(
            partnership=vestegnen.partnership,
            authority_id=unit.authority_id,
            area=vestegnen.station,
            side="police" if unit == vestegnen.local_police else "ssp",
            status=status,
            reason="Efter fælles runde.",
            assessed_at=timezone.now() - timedelta(days=days_ago),
        )


def _everything(vestegnen: Vestegnen) -> None:
    """Something of each kind that the page draws."""
    now, today = timezone.now(), timezone.localdate()
    for days_ago, status in ((700, "conflict"), (600, "watched"), (30, "tense")):
        _assess(vestegnen, vestegnen.local_police, status, days_ago=days_ago)
    _assess(vestegnen, vestegnen.gladsaxe_ssp, "calm", days_ago=20)
    conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)
    activity.agreed(vestegnen.station, vestegnen.local_police, vestegnen.gladsaxe_ssp, ActivityLevel.RECURRING)
    own = {"partnership": vestegnen.partnership, "authority": vestegnen.police, "area": vestegnen.station}
    common = {**own, "audience": Audience.PARTIES}
    with as_owner():
        ZoneArea.objects.create(**common, zone=zone)
        Task.objects.create(
            **common,
            what="Runde ved stationen",
            owner=vestegnen.local_police,
            due_on=today,
            decided_at=now - timedelta(days=3),
            decided_by=vestegnen.leader.pk,
        )
        ComingEvent.objects.create(
            **common,
            kind="match",
            title="Lokalopgør på stadion",
            first_day=today + timedelta(days=3),
            last_day=today + timedelta(days=3),
            influence="some",
            expected="Mange i byen.",
            changed_at=now,
            created_at=now,
        )
        UnusualCount.objects.create(
            **common,
            category="theft",
            first=today,
            last=today,
            counted=9,
            expected=2.0,
            p=0.001,
            q=0.01,
            heading="Usædvanligt mange tyverier",
            text="9 mod normalt 2.",
            found_at=now,
        )


def test_the_year_is_drawn_in_lanes_and_told_in_a_table(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _everything(vestegnen)

    answer = client_of(vestegnen.coordinator).get(f"/omraader/{vestegnen.station.pk}/over-tid/")
    shown = answer.content.decode()

    lanes = {lane.name: [span.words for span in lane.spans] for lane in answer.context["lanes"]}
    assert lanes == {
        "Status, Politi": ["Spændt", "Følges tæt"],
        "Status, SSP": ["Roligt"],
        "Kortlægning": ["Tilbagevendende"],
        "Konflikter": ["Uro mellem to grupper ved stationen"],
        "Zoner": ["Visitationszone ved stationen"],
        "Opgaver": ["Runde ved stationen"],
    }
    assert shown.index("Året i området") < shown.index("Hændelser måned for måned")
    for words in ("Lokalopgør på stadion", "Usædvanligt mange tyverier", "Tilbagevendende", "Hvornår på ugen?"):
        assert words in shown


def test_an_area_of_which_nothing_is_known_says_so(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shown = client_of(vestegnen.coordinator).get(f"/omraader/{vestegnen.park.pk}/over-tid/").content.decode()

    for words in ("Ikke vurderet", "tegnes det her", "Ingen kommende begivenheder", "Ingen har kortlagt området"):
        assert words in shown


def test_the_status_follows_from_the_same_words_as_on_the_area_page(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _assess(vestegnen, vestegnen.local_police, "watched", days_ago=500)
    _assess(vestegnen, vestegnen.gladsaxe_ssp, "watched", days_ago=10)
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor):
        told = area_over_time(vestegnen.station, actor=actor)
        assert told.standing == standing_of(vestegnen.station)
    assert told.standing.sentence == "Følges tæt"


@pytest.mark.parametrize("many", [2, 60])
def test_more_of_everything_asks_no_more_of_the_database(
    many: int, vestegnen: Vestegnen, actor_of: ActorOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _everything(vestegnen)
    for number in range(many):
        at = timezone.now() - timedelta(hours=number)
        rows.incident(vestegnen.partnership, vestegnen.police, area=vestegnen.station, occurred_at=at)
        _assess(vestegnen, vestegnen.local_police, "calm", days_ago=number)
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator), django_assert_max_num_queries(20):
        area_over_time(vestegnen.station, actor=coordinator)
