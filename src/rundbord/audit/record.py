"""Writing to the log: one function inside an act, one at the door where nobody is signed in yet."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connections, models
from django.utils import timezone

from rundbord.access.actor import SYSTEM_USER, Actor
from rundbord.access.session import AUTH, current_login
from rundbord.audit.canonical import canonical_bytes, canonical_time
from rundbord.audit.events import Event
from rundbord.audit.reading_budget import COUNTED, ReadingStopped, Window

Detail = str | int | bool | None
_SALT_BYTES = 16


def record(
    event: Event, *, about: models.Model | None = None, by: Actor, details: Mapping[str, Detail] | None = None
) -> None:
    """Add an entry in the running transaction; details hold identifiers and counts, never content.

    Raise ReadingStopped, and add nothing, where a person is read about whom the reader's budget does not hold.
    """
    entry = _entry(event, about=about, user=by.user_id, authority=by.authority_id, details=details) | {
        "unit": _text(by.unit_id),
        "partnership": _text(by.partnership_id),
        "purpose": by.purpose.value,
    }
    if event in COUNTED and by.user_id != SYSTEM_USER:
        _insert_within_budget(entry, login=current_login())
    else:
        _insert("SELECT audit.record(%s, %s)", entry, login=current_login())


def record_at_the_door(
    event: Event, *, user: UUID | None, authority: UUID | None, details: Mapping[str, Detail] | None = None
) -> None:
    """Add an entry about signing in; only the sign-in login may call it, only for sign-in events."""
    _insert(
        "SELECT audit.record_at_the_door(%s, %s)",
        _entry(event, about=None, user=user, authority=authority, details=details),
        login=AUTH,
    )


def _entry(
    event: Event,
    *,
    about: models.Model | None,
    user: UUID | None,
    authority: UUID | None,
    details: Mapping[str, Detail] | None,
) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "at": canonical_time(timezone.now()),
        "event": event.value,
        "user": _text(user),
        "authority": _text(authority),
        "subject_kind": about._meta.label if about is not None else None,
        "subject": str(about.pk) if about is not None else None,
        "details": dict(details or {}),
    }


def _insert_within_budget(entry: Mapping[str, object], *, login: str) -> None:
    with connections[login].cursor() as cursor:
        written = [canonical_bytes(entry), secrets.token_bytes(_SALT_BYTES)]
        budget = [settings.READINGS_PER_HOUR, settings.READINGS_PER_DAY]
        cursor.execute("SELECT audit.record_reading(%s, %s, %s, %s)", [*written, *budget])
        full = cursor.fetchone()[0]
    if full:
        raise ReadingStopped(
            Window(full), subject_kind=str(entry["subject_kind"] or ""), subject=str(entry["subject"] or "")
        )


def _insert(statement: str, entry: Mapping[str, object], *, login: str) -> None:
    with connections[login].cursor() as cursor:
        cursor.execute(statement, [canonical_bytes(entry), secrets.token_bytes(_SALT_BYTES)])


def _text(identifier: UUID | None) -> str | None:
    return str(identifier) if identifier else None
