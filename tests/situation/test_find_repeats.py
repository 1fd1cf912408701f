"""Repeats in time and place, as the night finds them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import NearRepeatTable, RepeatCluster
from rundbord.situation.vocabulary import Category, UnusualVerdict
from tests.database import as_owner
from tests.factories.repeats import FAR_AWAY, NEXT_DOOR, burglary, look
from tests.factories.situations import ActorOf, Vestegnen


def _places() -> list[RepeatCluster]:
    with as_owner():
        return list(RepeatCluster.objects.order_by("found_at", "id"))


def test_two_close_in_space_and_time_are_a_place_to_go_to(repeat: RepeatCluster, yesterday: date) -> None:
    assert (repeat.counted, repeat.first, repeat.last) == (2, yesterday - timedelta(days=4), yesterday)
    assert repeat.heading == "Stationen: 2 indbrud tæt på hinanden på 5 dage"


@pytest.mark.parametrize(
    "columns",
    [
        {"north": FAR_AWAY},
        {"category": Category.THEFT},
        {"audience": Audience.AUTHORITY},
        {"audience": Audience.POLICE},
        {"withdrawn_at": timezone.now()},
        {"point_precision": "area", "place_key": ""},
    ],
    ids=["far away", "another category", "the police's own", "the police's alone", "withdrawn", "no place"],
)
def test_what_is_elsewhere_else_or_not_common_makes_no_place(
    columns: dict[str, Any], vestegnen: Vestegnen, yesterday: date
) -> None:
    burglary(vestegnen, yesterday - timedelta(days=4))
    burglary(vestegnen, yesterday, **columns)

    assert look(vestegnen, yesterday) == 0


def test_what_happened_more_than_fourteen_days_ago_is_no_place_now(vestegnen: Vestegnen, yesterday: date) -> None:
    for back in (15, 18):
        burglary(vestegnen, yesterday - timedelta(days=back))

    assert look(vestegnen, yesterday) == 0


def test_the_second_party_and_the_next_night_find_the_same_only_once(
    repeat: RepeatCluster, vestegnen: Vestegnen, yesterday: date
) -> None:
    system = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_repeats(ending_on=yesterday, by=system) == 0
    assert look(vestegnen, yesterday + timedelta(days=1)) == 0


def test_a_place_that_nobody_has_judged_grows_in_its_row(
    repeat: RepeatCluster, vestegnen: Vestegnen, yesterday: date
) -> None:
    burglary(vestegnen, yesterday - timedelta(days=1), north=2 * NEXT_DOOR)

    assert look(vestegnen, yesterday) == 1

    (grown,) = _places()
    assert (grown.pk, grown.counted) == (repeat.pk, 3)


def test_a_place_that_was_judged_stays_as_it_was_judged_and_is_found_anew_when_it_grows(
    repeat: RepeatCluster, vestegnen: Vestegnen, yesterday: date, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.judge_unusual(repeat, UnusualVerdict.DISMISSED, reason="Samme sag.", by=coordinator)
    burglary(vestegnen, yesterday - timedelta(days=1), north=2 * NEXT_DOOR)

    look(vestegnen, yesterday)

    assert {(each.counted, each.verdict) for each in _places()} == {(2, "dismissed"), (3, "")}


def test_a_table_is_written_anew_each_night_and_leaves_no_old_one(
    many_burglaries: None, vestegnen: Vestegnen, yesterday: date
) -> None:
    look(vestegnen, yesterday + timedelta(days=1))

    with as_owner():
        tables = NearRepeatTable.objects.filter(category=Category.BURGLARY)
        assert set(tables.values_list("length", "last")) == {
            (length, yesterday + timedelta(days=1)) for length in (90, 365, 1095)
        }
