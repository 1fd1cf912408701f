"""Who took lines of a received copy into a file, and when; in which file, it does not say."""

from __future__ import annotations

from uuid import UUID

from rundbord.sharing.models import TakenCopy


def takings_of(disclosure_id: UUID) -> list[TakenCopy]:
    """List them, the oldest first."""
    return list(TakenCopy.objects.filter(disclosure_id=disclosure_id).order_by("taken_at", "id"))
