"""The functions that read and answer what their unit was told; the sender names these, never people it cannot see."""

from __future__ import annotations

from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role

READING_FUNCTIONS = tuple(role for role in Role if Permission.READ_DISCLOSED in PERMISSIONS[role])
LEADING_FUNCTIONS = tuple(role for role in Role if Permission.APPROVE_PRIVATE in PERMISSIONS[role])


def functions_in_words(functions: list[str]) -> str:
    """Name functions as they stand beside names."""
    return ", ".join(role.label for role in Role if role.value in functions)
