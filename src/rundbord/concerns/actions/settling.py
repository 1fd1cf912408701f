"""What still runs on a file in apps above this one ends with it, in the same transaction."""

from __future__ import annotations

from typing import Protocol

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson


class Settler(Protocol):
    """Ends what an app above runs on a file, with a reason, and gives how many."""

    def __call__(self, person: YoungPerson, *, reason: str, by: Actor) -> int:
        """End them."""
        ...


_settlers: list[Settler] = []


def settle_steps_by(settler: Settler) -> None:
    """Let an app above end what runs on a file of somebody who moves away; called while apps are made ready."""
    _settlers.append(settler)


def settle_steps(person: YoungPerson, *, reason: str, by: Actor) -> int:
    """End all of it with a reason, and give how many."""
    return sum(settler(person, reason=reason, by=by) for settler in _settlers)
