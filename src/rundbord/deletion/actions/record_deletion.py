"""Recording that something was deleted, in the same transaction as the deletion: in a row and in the log's tree."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import SYSTEM_USER, Actor
from rundbord.audit import Event
from rundbord.deletion.models import DeletionRecord
from rundbord.deletion.rules.marks import SALT_BYTES, mark_of

_NIGHT = "Natten"
_LONGEST = 80


def record_deletion(
    rule: str, *, rows: int = 0, keys: int = 0, number: UUID | None = None, unit_id: UUID | None = None, by: Actor
) -> DeletionRecord:
    """Write that it was done; who may delete is the calling act's to ask. `number` is kept as a salted sum alone."""
    salt = secrets.token_bytes(SALT_BYTES)
    record = DeletionRecord(
        authority_id=by.authority_id,
        unit_id=unit_id,
        rule=rule,
        at=timezone.now(),
        carried_out_by=_NIGHT if by.user_id == SYSTEM_USER else f"{by.user_name}, {by.user_title}"[:_LONGEST],
        user_id=by.user_id,
        rows=rows,
        keys=keys,
        salt=salt,
        mark=mark_of(number, salt) if number else None,
    )
    record.save(force_insert=True)
    told: dict[str, str | int | None] = {
        "rule": rule,
        "rows": rows,
        "keys": keys,
        "mark": bytes(record.mark).hex() if record.mark else None,
    }
    audit.record(Event.DELETED, about=record, by=by, details=told)
    return record
