"""For every table about citizens the database gives what an oracle says that was written from the decisions."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rundbord.operating.testing import THOROUGH
from tests.citizens import ABOUT_CITIZENS
from tests.leaks import database
from tests.leaks.choice import Drawn
from tests.leaks.oracles import ORACLES, may
from tests.leaks.oracles.oracle import nobody
from tests.leaks.probe import candidates, differences
from tests.leaks.world import World
from tests.leaks.worlds import drawn_world, rich_world

_IS_THOROUGH = bool(os.environ.get(THOROUGH))
_EXAMPLES = 600 if _IS_THOROUGH else 8
_SEEDS = 12 if _IS_THOROUGH else 1
# Making a failed world small takes minutes: it is worth them when somebody looks for the reason.
_PHASES = [Phase.generate, Phase.shrink] if _IS_THOROUGH else [Phase.generate]


# Tables that no drawn world holds yet, since adding to them asks for a round, a unit's channel and an old file at once;
# each is asked of the database in tests/sharing/test_who_else.py and test_two_world_questions_and_rounds.py.
_NOT_DRAWN = {"sharing.Nomination", "sharing.NominationMark", "sharing.CommonKnowledge"}


def test_oracle_knows_every_table_about_citizens() -> None:
    missing = set(ABOUT_CITIZENS) - set(ORACLES) - _NOT_DRAWN

    assert missing == set(), "a table about citizens without an oracle: add a line in tests/leaks/oracles"


@pytest.mark.parametrize("seed", range(7, 7 + _SEEDS))
def test_oracle_and_database_agree_in_a_rich_world(seed: int) -> None:
    world = rich_world(seed)

    with database.undone():
        database.build(world)
        told = [str(each) for each in differences(world)]

    assert told == []


def test_oracle_says_yes_and_no_of_every_table() -> None:
    """An oracle that lets nobody in, or everybody, proves nothing."""
    worlds = [rich_world(seed) for seed in range(1, 9)]

    for verb, says in (("select", "sees"), ("insert", "adds")):
        told_of = [label for label in ORACLES if getattr(ORACLES[label], says) is not nobody]
        assert [label for label in told_of if _answers(verb, label, worlds) != {True, False}] == []


def _answers(verb: str, label: str, worlds: list[World]) -> set[bool]:
    return {
        may(who, verb, each, world)
        for world in worlds
        for who in world.askers
        for each in candidates(label, who, world)
    }


@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    phases=_PHASES,
    derandomize=not _IS_THOROUGH,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_oracle_and_database_agree_in_worlds_nobody_thought_of(data: st.DataObject) -> None:
    world = drawn_world(Drawn(data))

    with database.undone():
        database.build(world)
        told = next(differences(world), None)

    assert told is None, str(told)
