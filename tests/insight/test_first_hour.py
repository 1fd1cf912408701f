"""The first hour: medians of report, seen and decision over half a year, each event in the table, and nobody in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.alerts.models import SuddenEvent
from rundbord.alerts.rules import Pace, pace_of
from rundbord.insight.rules.first_hour import first_hour_of
from rundbord.partnership.vocabulary import Audience
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen

MINUTE = timedelta(minutes=1)
ADDRESS = "/overblik/foerste-time/"


def _pace(seen: int | None, decided: int | None, *, waited: int = 0) -> Pace:
    reported_at = timezone.now()
    return pace_of(
        reported_at=reported_at,
        seen_at=None if seen is None else reported_at + seen * MINUTE,
        decided_at=None if decided is None else reported_at + decided * MINUTE,
        now=reported_at + waited * MINUTE,
    )


def _event(vestegnen: Vestegnen, title: str, *, days_ago: int, decided: int | None, **columns: Any) -> SuddenEvent:
    reported_at = timezone.now() - timedelta(days=days_ago)
    with as_owner():
        return SuddenEvent.objects.create(
            **{
                "partnership": vestegnen.partnership,
                "authority": vestegnen.police,
                "audience": Audience.PARTIES,
                "title": title,
                "happened_at": reported_at,
                "reported_at": reported_at,
                "opened_at": reported_at,
                "opened_label": "Politibetjent",
                "first_seen_at": reported_at + 4 * MINUTE,
                "first_decided_at": None if decided is None else reported_at + decided * MINUTE,
                "closed_at": reported_at + timedelta(hours=30),
                **columns,
            }
        )


@pytest.mark.parametrize(
    ("paces", "told"),
    [
        ([], ("–", "–", 0, 0)),
        ([_pace(5, 38)], ("5 min", "38 min", 1, 0)),
        ([_pace(2, 20), _pace(9, 96), _pace(4, 44)], ("4 min", "44 min", 2, 0)),
        ([_pace(2, 60), _pace(9, 61)], ("5 min", "1 t 0 min", 1, 0)),
        ([_pace(3, None, waited=200), _pace(None, None), _pace(7, 30)], ("5 min", "30 min", 1, 2)),
    ],
    ids=["ingen", "én", "tre", "to", "uden beslutning"],
)
def test_the_middle_event_is_told_and_undecided_ones_are_counted_apart(
    paces: list[Pace], told: tuple[str, str, int, int]
) -> None:
    first_hour = first_hour_of(paces)

    assert (first_hour.seen_words, first_hour.decided_words) == told[:2]
    assert (first_hour.within_the_hour, first_hour.undecided) == told[2:]
    assert first_hour.events == len(paces)


def test_each_event_of_the_half_year_stands_in_the_table_and_older_ones_do_not(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _event(vestegnen, "Hurtigt besluttet", days_ago=2, decided=25)
    _event(vestegnen, "For sent besluttet", days_ago=90, decided=96)
    _event(vestegnen, "Aldrig besluttet", days_ago=10, decided=None)
    _event(vestegnen, "For længe siden", days_ago=200, decided=10)
    client = client_of(vestegnen.leader)

    with django_assert_max_num_queries(13):
        page = client.get(ADDRESS).content.decode()

    for words in ("Hurtigt besluttet", "For sent besluttet", "Aldrig besluttet", "1 t 36 min", "25 min", "4 min"):
        assert words in page
    assert "For længe siden" not in page
    assert "1 hændelse er uden beslutning" in page
    assert "Politibetjent" not in page.split("<main")[1]


def test_an_empty_half_year_says_what_will_stand_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert "måles her" in client_of(vestegnen.coordinator).get(ADDRESS).content.decode()


@pytest.mark.parametrize("role", ["street_worker", "caretaker", "dpo", "administrator"])
def test_others_find_no_such_page(role: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, role)).get(ADDRESS).status_code in {403, 404}


def test_an_event_that_others_keep_to_themselves_is_neither_shown_nor_counted(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _event(vestegnen, "Kun politiet", days_ago=3, decided=90, audience=Audience.POLICE)

    page = client_of(vestegnen.coordinator).get(ADDRESS).content.decode()

    assert "Kun politiet" not in page
    assert "måles her" in page
