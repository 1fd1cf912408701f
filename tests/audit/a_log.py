"""What tests do with a log: write into it, keep it as the worker does, check it, and attack it as a superuser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.audit.checkpointing import newest_checkpoint
from rundbord.audit.keeping import keep_log
from rundbord.audit.log_signing import verifier_keys
from rundbord.audit.notes import Note, VerifierKey
from rundbord.audit.verifying import Found, Trusted, verify_log
from rundbord.keys.current import log_keys
from tests.database import as_log_keeper, as_superuser, as_worker


@dataclass(frozen=True)
class ALog:
    """A log that somebody writes to."""

    writer: Actor

    def write(self, count: int) -> None:
        """Write so many entries."""
        with acting_for(self.writer):
            for number in range(count):
                audit.record(Event.AREA_CHANGED, by=self.writer, details={"number": number})

    def keep(self) -> Note:
        """Number and sign, as the worker does each second; give the newest checkpoint."""
        with as_worker():
            keep_log()
            newest = newest_checkpoint()
        assert newest is not None
        return newest.note

    def grow(self, count: int = 6) -> Note:
        """Write entries and have them signed."""
        self.write(count)
        return self.keep()

    def attack(self, *statements: str) -> None:
        """Run statements as a superuser, past triggers and grants."""
        with as_superuser(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def verify(
        self, *, kept: Sequence[Note] = (), known: Sequence[VerifierKey] = (), now: datetime | None = None
    ) -> Found:
        """Check the log as `verify-log` does."""
        remembered = log_keys().remembered()
        notes = [*([Note.parse(remembered)] if remembered else []), *kept]
        trusted = Trusted(keys=verifier_keys(), kept=notes, known=known, retention=timedelta(days=731))
        with as_log_keeper(), connection.cursor() as cursor:
            return verify_log(cursor, trusted, now=now or timezone.now())

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Look into the log's tables."""
        with as_log_keeper(), connection.cursor() as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())
