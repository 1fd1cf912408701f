"""Make the empty key store that RUNDBORD_KEY_STORE names; once, before the first start."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.store.files import create_store


class Command(BaseCommand):
    """Never done by itself: an empty folder may be a store that is not mounted."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or say why not."""
        try:
            create_store(settings.KEY_STORE)
        except (StoreUnusable, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"The key store has been made in {settings.KEY_STORE}. Give authorities their keys: found_keys"
        )
