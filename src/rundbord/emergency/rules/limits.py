"""How long, how often, by which roles, and who may judge it: pure rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role

LASTS = timedelta(minutes=60)
WORKING_DAYS_TO_REVIEW = 2
# Whoever looks in vain more often does not know whom they look for.
MOST_TRIES = 5
FEWEST_LETTERS = 20
# Whom an authority can give it to: those who work with young people anyway, never to administrators or guests' roles.
ELIGIBLE: tuple[Role, ...] = tuple(role for role in Role if Permission.BREAK_GLASS in PERMISSIONS[role])


@dataclass(frozen=True, kw_only=True)
class Right:
    """What counts when somebody asks: role given, a use that was not judged in time, one open now, tries today."""

    is_role_given: bool
    has_overdue: bool
    has_open: bool
    tries_today: int


def objections_to_using(right: Right) -> list[str]:
    """Give every objection."""
    wrong = []
    if not right.is_role_given:
        wrong.append("Jeres ledelse har ikke givet din rolle nødadgang.")
    if right.has_overdue:
        wrong.append(
            "Din nødadgang hviler: en tidligere brug er ikke efterkontrolleret til tiden. Bed enhedens leder eller"
            " databeskyttelsesrådgiveren om at gøre det."
        )
    if right.has_open:
        wrong.append("Du har allerede en sag åben med nødadgang. Afslut den først.")
    if right.tries_today >= MOST_TRIES:
        wrong.append(f"Du har ledt forgæves {MOST_TRIES} gange i dag. Ring til enhedens leder.")
    return wrong


def objections_to_roles(roles: Collection[str]) -> dict[str, list[str]]:
    """Refuse roles that do not work with young people."""
    if set(roles) <= {role.value for role in ELIGIBLE}:
        return {}
    return {"roles": ["Kun roller, der arbejder med unge, kan få nødadgang."]}
