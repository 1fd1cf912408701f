"""Destroy again in the key store what the database calls destroyed; after a restore, before anything is served."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rundbord.keys.core.trouble import KeyTrouble
from rundbord.keys.management.commands.restore_key_store import destroyed_again


class Command(BaseCommand):
    """Changes nothing where the store is in line with the database."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Repeat them, or say why not."""
        try:
            again = sum(destroyed_again())
        except (KeyTrouble, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{again} destroyed keys were destroyed again")
