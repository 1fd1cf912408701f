"""Give the log a new signing key beside the old one; `--retire` ends the old ones when witnesses know it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rundbord.audit.log_signing import renew_log_key
from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.current import log_keys


class Command(BaseCommand):
    """Both sign until the old ones are retired; public halves are kept for good."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which of the two steps."""
        parser.add_argument("--retire", action="store_true", help="destroy the older keys")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, or say why not."""
        try:
            kept = log_keys()
            if not kept.signing():
                raise CommandError("the log has no key yet: the worker makes it with the first checkpoint")
            if options["retire"]:
                self.stdout.write(f"{kept.retire()} older keys were destroyed")
                return
            number = renew_log_key()
        except (StoreUnusable, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"Key {number} signs from now on, beside the older ones. Each authority adds it to its witness:"
        )
        for line in kept.public()[-2:]:
            self.stdout.write(line)
