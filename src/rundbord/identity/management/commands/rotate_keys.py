"""Renew an authority's key and wrap its data keys by it; the data itself is not touched. Yearly, and on suspicion."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import Authority
from rundbord.keys import actions as keys
from rundbord.keys.core.trouble import KeyTrouble


class Command(BaseCommand):
    """One authority at a time, since each decides over its own keys."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose key."""
        parser.add_argument("--authority", required=True, metavar="CODE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate all, or nothing."""
        with speaking_as(AUTH):
            authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"there is no authority with the code {options['authority']}")
        system = system_of(authority.pk)
        try:
            with acting_for(system):
                count = keys.rotate_keys(by=system)
                audit.record(Event.KEYS_ROTATED, about=authority, by=system, details={"data_keys": count})
        except KeyTrouble as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{authority.name} has a new key; {count} data keys were wrapped by it")
