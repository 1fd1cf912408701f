"""Add a partnership between authorities that have been added; its secretary does the rest on screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import Authority
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Partnership, Party

OWNER = "owner"
NEEDED = {AuthorityKind.POLICE, AuthorityKind.MUNICIPALITY}


class Command(BaseCommand):
    """Only the deploying login adds a partnership."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name and the first parties."""
        parser.add_argument("--name", required=True, help="Gladsaxe – Herlev – Københavns Vestegns Politi")
        parser.add_argument("--short-name", required=True, help="Vestegnen")
        parser.add_argument("--party", required=True, action="append", help="code of an authority; once for each")
        parser.add_argument("--from", dest="joined_on", type=date.fromisoformat, help="first day, else today")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add the partnership and its parties, or nothing."""
        if OWNER not in settings.DATABASES:
            raise CommandError("DATABASE_URL_OWNER is missing: only the deploying login may add a partnership")
        authorities = _authorities(options["party"])
        with transaction.atomic(using=OWNER):
            partnership = _add(options, authorities, joined_on=options["joined_on"] or timezone.localdate())
        for authority in authorities:
            system = system_of(authority.pk, partnership_id=partnership.pk)
            with acting_for(system):
                audit.record(Event.PARTNERSHIP_CREATED, about=partnership, by=system)
        self.stdout.write(f"{partnership.name} has been added with {len(authorities)} parties.")


def _authorities(codes: Sequence[str]) -> list[Authority]:
    found = list(Authority.objects.using(OWNER).filter(code__in=codes).order_by("name"))
    if missing := sorted(set(codes) - {authority.code for authority in found}):
        raise CommandError(f"there is no authority with the code {', '.join(missing)}")
    if lacking := NEEDED - {AuthorityKind(authority.kind) for authority in found}:
        raise CommandError(f"a partnership needs at least one party of each kind: {', '.join(sorted(lacking))}")
    return found


def _add(options: dict[str, Any], authorities: Sequence[Authority], *, joined_on: date) -> Partnership:
    partnership = Partnership.objects.using(OWNER).create(name=options["name"], short_name=options["short_name"])
    Party.objects.using(OWNER).bulk_create(
        Party(partnership=partnership, authority=authority, kind=authority.kind, joined_on=joined_on)
        for authority in authorities
    )
    return partnership
