"""The quarter as a whole: the map and its table, what waits for a side, what changed, and who may read it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.situation.queries.stored_copies import copies_of
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.queries import activity_collection, mapping_of, quarter_in_focus, quarters_of_area
from rundbord.streetwork.rules.quarters import quarter_on
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.today.queries import day_of
from tests.database import as_owner
from tests.factories import activity, rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

MAPPING = "/gadearbejde/kortlaegning/"
# Ahead of us, whenever this runs: the database's own clock lets nobody act in the past.
NEXT = quarter_on(timezone.localdate()).next
IN_SEASON = at_clock(NEXT.last_day - timedelta(days=20), time(9, 0))
MID_QUARTER = at_clock(NEXT.first_day + timedelta(days=30), time(9, 0))


def _speak(vestegnen: Vestegnen) -> None:
    """The station is disputed this quarter, was agreed in the one before; the park lacks SSP."""
    before = quarter_on(timezone.localdate()).previous
    activity.agreed(
        vestegnen.station, vestegnen.local_police, vestegnen.gladsaxe_ssp, ActivityLevel.SINGLE, quarter=before
    )
    activity.view(vestegnen.station, vestegnen.local_police, ActivityLevel.ESTABLISHED)
    activity.view(vestegnen.station, vestegnen.gladsaxe_ssp, ActivityLevel.RECURRING)
    activity.view(vestegnen.park, vestegnen.local_police, ActivityLevel.NONE)


def test_the_map_carries_the_same_words_as_the_table(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _speak(vestegnen)
    with acting_for(actor_of(vestegnen.leader)):
        told = mapping_of(quarter_on(timezone.localdate()))
        drawn = activity_collection(told.areas)["features"]

    assert [(each["properties"]["label"], each["properties"]["kind"]) for each in drawn] == [
        ("Parken: Politiet: ingen tegn · SSP: mangler", "activity-unmapped"),
        ("Stationen: Politiet: fast tilstedeværelse · SSP: tilbagevendende", "activity-disputed"),
    ]
    assert (len(told.lacking), len(told.disputed), told.agreed_count) == (1, 1, 0)


def test_what_waits_and_what_divides_are_lists_of_their_own(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _speak(vestegnen)
    client, key = client_of(vestegnen.coordinator), quarter_on(timezone.localdate()).key

    lacking = client.get(f"{MAPPING}?kvartal={key}&vis=mangler")
    disputed = client.get(f"{MAPPING}?kvartal={key}&vis=uenige")

    assert [(row.area.name, row.mapped.sentence) for row in lacking.context["rows"]] == [
        ("Parken", "Politiet: ingen tegn · SSP: mangler")
    ]
    assert [row.area.name for row in disputed.context["rows"]] == ["Stationen"]


def test_the_change_since_the_last_quarter_is_told_in_words(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    before = quarter_on(timezone.localdate()).previous
    sides = (vestegnen.local_police, vestegnen.gladsaxe_ssp)
    activity.agreed(vestegnen.station, *sides, ActivityLevel.SINGLE, quarter=before)
    activity.agreed(vestegnen.station, *sides, ActivityLevel.ESTABLISHED)

    shown = client_of(vestegnen.coordinator).get(f"{MAPPING}?kvartal={before.next.key}").content.decode()

    assert "Op fra enkelte tegn" in shown
    assert f"Siden {before.label}: <strong>1</strong> op" in shown


@pytest.mark.parametrize(("now", "key"), [(MID_QUARTER, NEXT.previous.key), (IN_SEASON, NEXT.key)])
def test_before_anybody_has_spoken_the_quarter_before_is_shown_until_the_season(
    now: datetime, key: str, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with time_machine.travel(now, tick=False), acting_for(actor_of(vestegnen.leader)):
        assert quarter_in_focus().key == key


def test_the_running_quarter_is_shown_once_anybody_has_spoken(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with time_machine.travel(MID_QUARTER, tick=False):
        activity.view(vestegnen.station, vestegnen.local_police)
        with acting_for(actor_of(vestegnen.leader)):
            assert quarter_in_focus() == NEXT


@pytest.mark.parametrize("asked", ["2099-1", "x", "", "2026-5"])
def test_an_address_that_names_no_quarter_shows_the_one_in_focus(
    asked: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert client_of(vestegnen.leader).get(f"{MAPPING}?kvartal={asked}").status_code == 200


def test_a_quarter_that_has_not_begun_is_not_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    ahead = quarter_on(timezone.localdate()).next.key

    assert client_of(vestegnen.leader).get(f"{MAPPING}{vestegnen.station.pk}/{ahead}/").status_code == 404


def test_a_page_leads_back_to_what_was_said_and_not_for_ever(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _speak(vestegnen)
    client, running = client_of(vestegnen.leader), quarter_on(timezone.localdate())
    before, silent = running.previous.key, running.previous.previous.key
    place = f"{MAPPING}{vestegnen.station.pk}/"

    newest, oldest = (client.get(f"{place}{key}/").content.decode() for key in (running.key, before))

    assert f'href="{place}{before}/"' in newest
    assert f'href="{place}{silent}/"' not in newest + oldest
    assert f"?kvartal={silent}" not in client.get(f"{MAPPING}?kvartal={before}").content.decode()


@pytest.mark.parametrize(("user", "count"), [("officer", 2), ("coordinator", 1), ("herlev_case_worker", 1)])
def test_who_may_map_is_told_on_the_start_page_in_season(
    user: str, count: int, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with time_machine.travel(IN_SEASON, tick=False):
        actor = actor_of(getattr(vestegnen, user))
        with acting_for(actor):
            waiting = [each for each in day_of(actor).waiting if "kortlægning" in each.label]

    last = NEXT.closes_on
    assert [(each.count, each.note) for each in waiting] == [(count, f"{NEXT.label}, senest {last.day}/{last.month}")]
    assert waiting[0].href == f"{MAPPING}?kvartal={NEXT.key}&vis=jeres"


@pytest.mark.parametrize("user", ["officer", "coordinator", "herlev_case_worker"])
def test_the_number_on_the_start_page_is_the_length_of_its_list(
    user: str, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    with time_machine.travel(IN_SEASON, tick=False):
        activity.view(vestegnen.park, vestegnen.herlev_ssp)
        actor = actor_of(getattr(vestegnen, user))
        with acting_for(actor):
            counts = {each.href: each.count for each in day_of(actor).waiting if "kortlægning" in each.label}
        shown = client_of(getattr(vestegnen, user)).get(f"{MAPPING}?kvartal={NEXT.key}&vis=jeres").context["rows"]

    assert sum(counts.values()) == len(shown)
    assert {row.area.name for row in shown} <= {"Stationen", "Parken"}


@pytest.mark.parametrize(("user", "now"), [("officer", MID_QUARTER), ("leader", IN_SEASON), ("secretary", IN_SEASON)])
def test_nobody_is_told_out_of_season_or_without_a_part_in_it(
    user: str, now: datetime, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with time_machine.travel(now, tick=False):
        actor = actor_of(getattr(vestegnen, user))
        with acting_for(actor):
            assert not [each for each in day_of(actor).waiting if "kortlægning" in each.label]


def test_an_area_is_followed_over_quarters_in_one_query(
    vestegnen: Vestegnen, actor_of: ActorOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quarter = quarter_on(timezone.localdate())
    levels = (ActivityLevel.NONE, ActivityLevel.SINGLE, ActivityLevel.SINGLE)
    for back, level in enumerate(levels):
        sides = (vestegnen.local_police, vestegnen.gladsaxe_ssp)
        activity.agreed(vestegnen.station, *sides, level, quarter=quarter.moved(-back))

    with acting_for(actor_of(vestegnen.leader)), django_assert_num_queries(1):
        told = quarters_of_area(vestegnen.station.pk, until=quarter)

    words = [each.change_in_words for each in told]
    assert words == ["Ned fra enkelte tegn", "Uændret", "Ny: ikke enige i kvartalet før"]


@pytest.mark.parametrize("many", [1, 30])
def test_more_areas_and_more_quarters_ask_no_more(
    many: int, vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    quarter = quarter_on(timezone.localdate())
    for number in range(many):
        area = rows.area(vestegnen.partnership, f"Område {number:02}", vestegnen.gladsaxe)
        for back in range(3):
            activity.agreed(area, vestegnen.local_police, vestegnen.gladsaxe_ssp, quarter=quarter.moved(-back))
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(16):
        client.get(f"{MAPPING}?kvartal={quarter.key}")
    with django_assert_max_num_queries(18):
        client.get(f"{MAPPING}{area.pk}/{quarter.key}/")
    with django_assert_max_num_queries(20):
        client.get(f"{MAPPING}{area.pk}/{quarter.key}/vurder/")


def test_areas_that_were_closed_later_stand_in_the_quarters_that_they_had(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with as_owner():
        vestegnen.park.closed_at = timezone.now()
        vestegnen.park.save()
    running = quarter_on(timezone.localdate())

    with acting_for(actor_of(vestegnen.leader)):
        names = [
            [each.area.name for each in mapping_of(each_quarter).areas] for each_quarter in (running, running.moved(-2))
        ]

    assert names == [["Stationen"], ["Parken", "Stationen"]]


def test_a_black_out_reaches_reasons_and_sentences(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    police = activity.view(vestegnen.station, vestegnen.local_police, reason="Hørt af Testine Prøvesen ved kiosken.")
    ssp = activity.view(vestegnen.station, vestegnen.gladsaxe_ssp)
    activity.sentence(police, ssp, "Testine Prøvesen har set det samme.")
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        found = copies_of(["Testine Prøvesen"], actor=coordinator)
        for row, changes in found.rows:
            assert type(row)._base_manager.filter(pk=row.pk).update(**changes) == 1

    assert [where for where, _ in found.passages] == ["Kortlægning af et område", "Fælles sætning om et område"]
    with as_owner():
        assert "Prøvesen" not in ActivityView.objects.get(pk=police.pk).reason


def test_the_mapping_reaches_the_parties_alone(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    activity.view(vestegnen.station, vestegnen.local_police, reason="KANARIEFUGL ved kiosken.")

    assert client_of(vestegnen.caretaker).get(MAPPING).status_code == 403
    assert "Stationen" not in client_of(vestegnen.outsider).get(MAPPING).content.decode()
    with acting_for(actor_of(vestegnen.outsider)):
        assert not ActivityView.objects.exists()
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert ActivityView.objects.filter(stated_at__gt=timezone.now() - timedelta(hours=1)).exists()
