"""Telling a colleague of the file's unit that something waits there: the address says nothing of whom it is about."""

from __future__ import annotations

from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.concerns.actions.writing import path_of
from rundbord.concerns.models import YoungPerson
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def tell(kind: NoticeKind, person: YoungPerson, *, role: str = "", user_id: UUID | None = None, by: Actor) -> None:
    """Tell one user, or a role in the file's unit; a narrow file is told of to its responsible alone."""
    if person.is_narrow and user_id is None:
        user_id, role = person.lead_id, ""
    unit_id = None if user_id else person.unit_id
    recipient = Recipient(authority_id=person.authority_id, role=role, unit_id=unit_id, user_id=user_id)
    notify(kind, path_of(person), [recipient], by=by)
