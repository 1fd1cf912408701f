"""Restricted copies of files that moved away are listed for their responsible and the leader, and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import User
from tests.concerns.files import NAME
from tests.concerns.moves import Household, household, somebody_who_moves
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import entries_of
from tests.queries import own_queries

LIST = "/unge/flyttede/"


@pytest.fixture
def home(vestegnen: Vestegnen, actor_of: ActorOf) -> Household:
    return household(vestegnen, actor_of)


def _moved(home: Household, *, days_ago: int = 0) -> YoungPerson:
    person = somebody_who_moves(home)
    with as_owner():
        moved_on = timezone.localdate() - timedelta(days=days_ago)
        YoungPerson.objects.filter(pk=person.pk).update(moved_on=moved_on)
    return person


@pytest.mark.parametrize("who", ["worker", "leader"])
def test_the_responsible_and_the_leader_find_the_copy_and_its_last_day(
    who: str, home: Household, client_of: ClientOf
) -> None:
    person = _moved(home)
    reader: User = getattr(home, who)

    shown = client_of(reader).get(LIST).content.decode()

    assert f"/unge/{person.pk}/" in shown
    assert NAME in shown
    assert "slettes" in shown
    assert len(entries_of(Event.YOUNG_PERSONS_LISTED, user=reader)) == 1


@pytest.mark.parametrize("who", ["colleague", "herlev_worker"])
def test_for_others_the_list_is_empty(who: str, home: Household, client_of: ClientOf) -> None:
    _moved(home)

    assert "Ingen flyttede sager" in client_of(getattr(home, who)).get(LIST).content.decode()


def test_a_file_that_has_not_moved_is_not_among_them(home: Household, client_of: ClientOf) -> None:
    somebody_who_moves(home)

    assert "Ingen flyttede sager" in client_of(home.worker).get(LIST).content.decode()


def test_the_latest_move_comes_first_and_older_ones_cost_no_more_queries(home: Household, client_of: ClientOf) -> None:
    browser = client_of(home.leader)
    earlier = _moved(home, days_ago=9)
    browser.get(LIST)
    with own_queries() as for_one:
        browser.get(LIST)
    later = _moved(home, days_ago=2)

    with own_queries() as for_two:
        shown = browser.get(LIST).content.decode()

    assert shown.index(str(later.pk)) < shown.index(str(earlier.pk))
    assert len(for_two) == len(for_one) <= 8
