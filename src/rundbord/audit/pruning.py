"""Pruning: entries whose time is over go, together with their salts; what is left of them tells nobody anything."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import uuid4

from django.db import connections, transaction
from django.utils import timezone

from rundbord.access.purposes import Purpose
from rundbord.access.session import current_login
from rundbord.audit.canonical import canonical_bytes, canonical_time
from rundbord.audit.events import Event


def prune_log(*, before: datetime) -> int:
    """Remove entries up to the newest checkpoint that was signed before a moment, and give how many."""
    login = current_login()
    with transaction.atomic(using=login), connections[login].cursor() as cursor:
        cursor.execute("SELECT audit.prunable(%s)", [before])
        row = cursor.fetchone()
        if not row or row[0] is None:
            return 0
        cursor.execute("SELECT audit.prune(%s, %s, %s)", [row[0], _entry(row[0]), secrets.token_bytes(16)])
        gone = cursor.fetchone()
    return int(gone[0]) if gone else 0


def thin_checkpoints(*, before: datetime) -> int:
    """Keep one checkpoint a day of those before a moment, and every one that is cosigned; give how many went."""
    login = current_login()
    with transaction.atomic(using=login), connections[login].cursor() as cursor:
        cursor.execute("SELECT audit.thin_checkpoints(%s)", [before])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def forget_lately_read() -> int:
    """Forget whom people read about before yesterday, which the limit on readings counts no more; give how many."""
    login = current_login()
    with transaction.atomic(using=login), connections[login].cursor() as cursor:
        cursor.execute("SELECT audit.forget_lately_read()")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _entry(up_to: int) -> bytes:
    """Write the entry about it: nobody's act and no authority's, since the log is common."""
    return canonical_bytes(
        {
            "id": str(uuid4()),
            "at": canonical_time(timezone.now()),
            "event": Event.LOG_PRUNED.value,
            "user": None,
            "authority": None,
            "subject_kind": None,
            "subject": None,
            "purpose": Purpose.UPKEEP.value,
            "details": {"up_to": up_to},
        }
    )
