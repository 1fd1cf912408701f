"""Who may do what with which row about citizens: one oracle a table, from ADR 0024–0029, 0040 and table A.13.

A new table about citizens needs a line here. Rows that ask for their file and nothing more: `in_file` in `files.py`.
"""

from __future__ import annotations

from tests.leaks.oracles.exit_letters import EXIT_LETTERS
from tests.leaks.oracles.exit_told import TOLD_IN_EXIT
from tests.leaks.oracles.exits import EXITS
from tests.leaks.oracles.files import ATTACHED, FILES
from tests.leaks.oracles.hand_over import HAND_OVER
from tests.leaks.oracles.interventions import INTERVENTIONS
from tests.leaks.oracles.oracle import Oracle, acts
from tests.leaks.oracles.others import OTHERS
from tests.leaks.oracles.programmes import PROGRAMMES
from tests.leaks.oracles.rights import RIGHTS
from tests.leaks.oracles.told import WHAT_WAS_TOLD
from tests.leaks.oracles.who_else import WHO_ELSE
from tests.leaks.world import Row, Who, World

# In the order in which a world grows: a row comes after what it hangs on.
ORACLES: dict[str, Oracle] = {
    each.label: each
    for each in (
        *FILES,
        *INTERVENTIONS,
        *EXITS,
        *TOLD_IN_EXIT,
        *WHAT_WAS_TOLD,
        *WHO_ELSE,
        *PROGRAMMES,
        *OTHERS,
        *ATTACHED,
        *HAND_OVER,
        *EXIT_LETTERS,
        *RIGHTS,
    )
}


def may(who: Who, verb: str, row: Row, world: World, *, before: Row | None = None) -> bool:
    """Say whether somebody may select, insert, update or delete a row; an update by the row after and `before`."""
    oracle = ORACLES[row.label]
    if not acts(who):
        return False
    if verb == "update":
        alters = oracle.alters or oracle.sees
        becomes = oracle.becomes or alters
        return bool(oracle.changes) and alters(who, before or row, world) and becomes(who, row, world)
    says = {"select": oracle.sees, "insert": oracle.adds, "delete": oracle.removal_by(who.login)}
    return says[verb](who, row, world)


__all__ = ["ORACLES", "Oracle", "may"]
