"""Wrong versions of what guards persons must be noticed: what no test would miss is not proved."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from django.db import DatabaseError, connection

from rundbord.operating.testing import THOROUGH
from tests.database import as_owner
from tests.leaks import database
from tests.leaks.covers import as_superuser, is_proved
from tests.leaks.filling import table_of
from tests.leaks.mutants import Mutant, mutants
from tests.leaks.oracles import ORACLES
from tests.leaks.probe import differences_for, grants, nearest_first
from tests.leaks.world import Who, World
from tests.leaks.worlds import rich_world

# In the ordinary run every so-many-th of the fine ones; all of them with --thorough.
_IS_THOROUGH = bool(os.environ.get(THOROUGH))
_EVERY = 1 if _IS_THOROUGH else 12
# A guard gone altogether: each of these is noticed, always.
_GROSS = re.compile(
    r"(USING|WITH CHECK) true|: everybody's|: no row|: row security|: update of|: read|: granted|: says"
)
# Whoever works at one table looks at its wrong versions alone: a pattern for their names.
_ONLY = os.environ.get("RUNDBORD_MUTANTS", "")
# Most is noticed by these many askers.
_NEAR = 20


def test_mutation_that_takes_a_guard_away_is_noticed() -> None:
    gross = [each for each in mutants() if _GROSS.search(each.name)]

    judged = _judged(gross)
    assert (judged.left, judged.stillborn) == ([], [])


def test_mutation_of_every_single_condition_is_noticed_or_has_another_guard_behind_it() -> None:
    fine = [each for each in mutants() if not _GROSS.search(each.name) and re.search(_ONLY, each.name)][::_EVERY]

    told = str(judged := _judged(fine))
    print(told)  # noqa: T201 — shown with -s, for whoever looks for what is not proved
    assert judged.left == [], told


def test_mutation_without_effect_is_neither_noticed_nor_explained() -> None:
    with database.undone():
        as_superuser(
            'ALTER POLICY "source_text_own_authority_update" ON "situation_sourcetext"'
            " USING ((authority_id = (SELECT ctx.authority())) AND (1 = 1))"
        )
        idle = [each for each in mutants() if each.name.endswith("USING without (1 = 1)")]
        left = _judged(idle).left

    assert left == ["source_text_own_authority_update: USING without (1 = 1)"]


def test_mutation_makes_many_versions_of_every_table() -> None:
    made = mutants()

    assert {each.label for each in made} == set(ORACLES)
    assert len(made) > 10 * len(ORACLES)


@dataclass
class Judged:
    """The names of wrong versions: those noticed, those proved to stand before another guard, and neither.

    What the database does not accept as a policy at all is stillborn, and counts for nothing.
    """

    noticed: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    stillborn: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Give the score, and what is left."""
        born = len(self.noticed) + len(self.explained) + len(self.left)
        score = f"{len(self.noticed)} of {born} noticed, {len(self.explained)} explained, {len(self.left)} left"
        return "\n".join([f"{score}; {len(self.stillborn)} more that no database accepts", *self.left])


def _judged(some: list[Mutant]) -> Judged:
    judged = Judged()
    world = rich_world()
    with database.undone():
        database.build(world)
        for each in some:
            _where_it_belongs(judged, each, world).append(each.name)
    return judged


def _where_it_belongs(judged: Judged, mutant: Mutant, world: World) -> list[str]:
    near, far = _near_and_far(mutant.label, world)
    if not _is_accepted(mutant):
        return judged.stillborn
    if _is_noticed(mutant, near, world):
        return judged.noticed
    if is_proved(mutant, world):
        return judged.explained
    return judged.noticed if _is_noticed(mutant, far, world) else judged.left


def _is_accepted(mutant: Mutant) -> bool:
    try:
        with database.undone():
            as_superuser(mutant.statement)
    except DatabaseError:
        return False
    return True


def _near_and_far(label: str, world: World) -> tuple[Sequence[Who], Sequence[Who]]:
    """Most is noticed by the first; before everybody is asked, it is tried whether another guard explains it."""
    askers = nearest_first(label, world)
    return askers[:_NEAR], askers[_NEAR:]


def _is_noticed(mutant: Mutant, askers: Sequence[Who], world: World) -> bool:
    """Make it and look where it should show; what the database refuses to run is noticed by itself."""
    try:
        with database.undone():
            as_superuser(mutant.statement)
            shown = _is_unforced(mutant.label) or _differs(mutant, askers, world)
    except DatabaseError:
        return True
    return shown


def _differs(mutant: Mutant, askers: Sequence[Who], world: World) -> bool:
    of = {"labels": [mutant.label], "verbs": [mutant.verb]}
    found = chain(grants(mutant.label), *(differences_for(who, world, **of) for who in askers))
    return next(found, None) is not None


def _is_unforced(label: str) -> bool:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", [table_of(label)])
        return bool(cursor.fetchone() == (False,))
