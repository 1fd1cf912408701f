"""Find out whether somebody rewrote the log: deleted, changed, moved or inserted lines, an older database, a fork."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections, transaction
from django.utils import timezone

from rundbord.audit.log_signing import verifier_keys
from rundbord.audit.notes import Malformed, Note, VerifierKey
from rundbord.audit.verifying import Trusted, verify_log
from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.current import log_keys

CANNOT = 2


class Command(BaseCommand):
    """Reads as the log's owner, in one snapshot, and writes nothing; ends with 1 when anything is wrong."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what an authority kept, and the keys that it knows the log by."""
        parser.add_argument("--kept", type=Path, action="append", default=[], metavar="FIL", help="gemt kontrolpunkt")
        parser.add_argument("--keys", type=Path, action="append", default=[], metavar="FIL", help="loggens nøgler")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say that the log is whole, or everything that is wrong."""
        if "owner" not in settings.DATABASES:
            raise CommandError("DATABASE_URL_OWNER mangler: loggen efterprøves som dens ejer", returncode=CANNOT)
        trusted = self._trusted(options["kept"], options["keys"])
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SET LOCAL ROLE rundbord_audit")
            found = verify_log(cursor, trusted, now=timezone.now())
        for line in found.report():
            self.stdout.write(line)
        if found.faults:
            sys.exit(1)

    @staticmethod
    def _trusted(kept: Iterable[Path], known: Iterable[Path]) -> Trusted:
        try:
            remembered = log_keys().remembered()
            notes = [Note.parse(file.read_text("utf-8")) for file in kept]
            lines = [line for file in known for line in file.read_text("utf-8").split()]
            return Trusted(
                keys=verifier_keys(),
                kept=[*([Note.parse(remembered)] if remembered else []), *notes],
                known=[VerifierKey.parse(line) for line in lines],
                retention=timedelta(days=settings.LOG_DAYS),
            )
        except (Malformed, UnicodeDecodeError):
            raise CommandError("Et gemt kontrolpunkt eller en nøgle kan ikke læses.", returncode=CANNOT) from None
        except (StoreUnusable, OSError) as trouble:
            raise CommandError(str(trouble), returncode=CANNOT) from None
