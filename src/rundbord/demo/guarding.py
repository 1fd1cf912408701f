"""Who may break the glass in Gladsaxe: a leader has given it to two roles."""

from __future__ import annotations

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.emergency.actions import set_rule

_LEADER = "leder@gladsaxe"


def guard_the_files(founded: Founded) -> None:
    """Decide it as the leader would."""
    leader = actor_named(_LEADER, founded)
    with acting_for(leader):
        set_rule([Role.CASE_WORKER.value, Role.LEADER.value], by=leader)
