"""Two application hosts, a proxy, a primary and a standby: each is lost under load, and what users lose is counted.

Each host is a network of its own (networks.py). Where this user may make none, the run says loudly what was not tried.
"""

from __future__ import annotations

import pytest
from pytest_django import DjangoDbBlocker

from tests.operating.standby_story import Story, tell
from tests.operating.visitors import VISITORS

pytestmark = [pytest.mark.xdist_group("standby"), pytest.mark.left_out, pytest.mark.hosts]


@pytest.fixture(scope="module")
def story(django_db_blocker: DjangoDbBlocker) -> Story:
    """All of it, once."""
    with django_db_blocker.unblock():
        told = tell()
    print("\n".join(told.table()))  # noqa: T201 - figures of this machine, shown by -s
    return told


def test_a_standby_takes_over_and_no_acknowledged_write_is_lost(story: Story) -> None:
    assert len(story.acknowledged) > 100
    assert not story.acknowledged - story.there


def test_without_its_standby_a_primary_acknowledges_nothing(story: Story) -> None:
    assert story.acknowledged_alone == 0


def test_undisturbed_nobody_is_turned_away(story: Story) -> None:
    assert story.losses["nothing"].failed == 0
    assert story.losses["nothing"].asked > 20


@pytest.mark.parametrize("what", ["an application host (kill -9)", "an application host's network (cable out)"])
def test_the_loss_of_an_application_host_costs_users_at_most_the_pages_on_their_way(story: Story, what: str) -> None:
    loss = story.losses[what]

    assert loss.failed <= 2 * VISITORS
    assert loss.seconds < 15


def test_the_loss_of_the_standby_turns_no_reader_away(story: Story) -> None:
    assert next(loss for what, loss in story.losses.items() if what.startswith("the standby")).failed == 0


def test_after_the_loss_of_the_primary_users_are_answered_within_half_a_minute(story: Story) -> None:
    loss = next(loss for what, loss in story.losses.items() if what.startswith("the primary"))

    assert loss.failed > 0
    assert loss.seconds < 30
