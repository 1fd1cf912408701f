"""Break-glass in Gladsaxe: given to two roles, used once and not judged yet; and an order that waits for a second."""

from __future__ import annotations

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.demo.young_people import TOLD
from rundbord.demo.young_people.telling import who_of
from rundbord.emergency.actions import end_use, open_file, set_rule
from rundbord.foureyes.actions import order_new_key

_LEADER = "leder@gladsaxe"
_RESPONSIBLE = "koordinator@gladsaxe"
_REASON = "Døgnvagten ringer om en ung på stationen, og ingen i enheden tager telefonen."


def guard_the_files(founded: Founded) -> None:
    """Decide it as the leader would, use it one night, and order a new key."""
    leader = actor_named(_LEADER, founded)
    followed = next(number for number, told in enumerate(TOLD) if told.by == _RESPONSIBLE and told.knows_cpr)
    with acting_for(leader):
        set_rule([Role.CASE_WORKER.value, Role.LEADER.value], by=leader)
    with acting_for(leader):
        used = open_file(cpr=who_of(followed).cpr, name="", reason=_REASON, by=leader)
        if used.access is not None:
            end_use(used.access, by=leader)
        order_new_key(by=leader)
