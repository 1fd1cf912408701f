"""Renew an authority's key as two of its own have ordered; the data itself is not touched. Yearly, and on suspicion."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.foureyes.actions import rotate_as_ordered
from rundbord.identity.models import Authority
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.notices.queries import workplaces

_NOBODY = (
    "nobody has ordered it, or no second person has confirmed: a leader or the data-protection officer of"
    " {name} orders it under To personer, another confirms, and the command is run within seven days"
)


class Command(BaseCommand):
    """One authority at a time, since each decides over its own keys."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose key."""
        parser.add_argument("--authority", required=True, metavar="CODE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate all, or nothing; refuse without an order that another person confirmed."""
        with speaking_as(AUTH):
            authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"there is no authority with the code {options['authority']}")
        try:
            count = _rotated(authority.pk)
        except (KeyTrouble, Refused) as trouble:
            raise CommandError(str(trouble)) from None
        if count is None:
            raise CommandError(_NOBODY.format(name=authority.name))
        self.stdout.write(f"{authority.name} has a new key; {count} data keys were wrapped by it")


def _rotated(authority_id: UUID) -> int | None:
    """Look at each table where the authority sits, since an order is placed at one."""
    for owner, partnership_id in workplaces():
        if owner == authority_id:
            system = system_of(authority_id, partnership_id=partnership_id)
            with acting_for(system):
                count = rotate_as_ordered(by=system)
            if count is not None:
                return count
    return None
