"""How sure one is of who sits there, and which of a role's permissions are in force because of it (ADR 0021)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rundbord.access.permissions import Permission
from rundbord.vocabulary import Term

# Permissions that reach persons: in force only with a second factor and a passed introduction.
PERSON_ACCESS: frozenset[Permission] = frozenset(
    {
        Permission.SEE_CONCERNS,
        Permission.WORK_CONCERNS,
        Permission.APPROVE_PRIVATE,
        Permission.DISCLOSE,
        Permission.READ_DISCLOSED,
        Permission.NOMINATE,
        Permission.COORDINATE_EXIT,
        Permission.RUN_PROGRAMMES,
        Permission.HANDLE_RIGHTS,
        Permission.BREAK_GLASS,
    }
)


class Assurance(Term):
    """Assurance — sikringsniveau: what a session has proved of its user."""

    PASSWORD = "password", "Adgangskode"
    SECOND_FACTOR = "second_factor", "Adgangskode og andet trin"


def reaching_persons(permissions: AbstractSet[Permission]) -> frozenset[Permission]:
    """Give those that reach persons."""
    return frozenset(permissions & PERSON_ACCESS)


def withheld(
    permissions: AbstractSet[Permission], *, assurance: Assurance, knows_the_rules: bool
) -> frozenset[Permission]:
    """Give the permissions of a role that are not in force.

    Those that reach persons need a second factor in this very session and a passed introduction that still holds
    (forvaltningsloven § 32; databeskyttelsesforordningen art. 32; retshåndhævelsesloven § 27).
    """
    if assurance is Assurance.SECOND_FACTOR and knows_the_rules:
        return frozenset()
    return reaching_persons(permissions)
