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
from rundbord.keys.store.destroyed_list import remembered


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
            again = sum(destroyed_again()) + _destroyed_by_list(options["backup"].parent)
        except (KeyTrouble, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"The key store has been restored; {again} destroyed keys were destroyed again")


def _destroyed_by_list(beside: Path) -> int:
    """Repeat what the list beside the backups names and the store does not know, though the database is older too."""
    store = current_store()
    folders = {beside, settings.KEY_BACKUPS or beside}
    listed = {name for folder in folders for name in remembered(folder)}
    owners = set(store.owners())
    forgotten = [name for name in listed if name.owner in owners and not store.is_gone(name)]
    for name in forgotten:
        store.destroy(name)
    return len(forgotten)


def destroyed_again() -> list[int]:
    """Repeat every destruction, authority by authority, and give how many were."""
    counts = []
    for owner in current_store().owners():
        system = system_of(owner)
        with acting_for(system):
            counts.append(finish_destructions(by=system))
    return counts
