"""Restore a backup of the key store, and destroy again what the database calls destroyed, before anything is served."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.keys.actions import finish_destructions
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.keys.current import current_store
from rundbord.keys.store.backups import restore


class Command(BaseCommand):
    """Into an empty folder alone; what is damaged is moved away first, never written over."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("backup", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore all of it, or say why not."""
        try:
            restore(options["backup"], settings.KEY_STORE, key=settings.KEY_BACKUP_KEY)
            again = sum(_destroyed_again())
        except (KeyTrouble, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"The key store has been restored; {again} destroyed keys were destroyed again")


def _destroyed_again() -> list[int]:
    counts = []
    for owner in current_store().owners():
        system = system_of(owner)
        with acting_for(system):
            counts.append(finish_destructions(by=system))
    return counts
