"""Write a sealed backup of the key store into RUNDBORD_KEY_BACKUPS, and remove those older than a fortnight."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.current import current_store
from rundbord.keys.store.backups import back_up
from rundbord.keys.store.destroyed_list import remember


class Command(BaseCommand):
    """For each night, apart from the database's own backups."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it, or say why not."""
        if settings.KEY_BACKUPS is None:
            raise CommandError("RUNDBORD_KEY_BACKUPS is missing: it names the folder for backups of the key store")
        try:
            now = timezone.now()
            remember(settings.KEY_BACKUPS, current_store().destroyed())
            backup = back_up(settings.KEY_STORE, settings.KEY_BACKUPS, key=settings.KEY_BACKUP_KEY, now=now)
        except (StoreUnusable, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"The key store has been backed up to {backup}")
