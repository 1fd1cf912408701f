"""Print a one-time link for an authority's administrator, when no other administrator can make one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from rundbord.access.actor import system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity import actions
from rundbord.identity.models import User
from rundbord.identity.vocabulary import LINK_OPENS, LinkKind

OWNER = "owner"


class Command(BaseCommand):
    """For administrators alone: other users' links are made by their own administrator."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the whole sign-in name, and which link is wanted."""
        parser.add_argument("--user", required=True, help="admin@herlev")
        parser.add_argument("--second-factor", action="store_true", help="to begin anew after a lost device")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the link in the authority's name, so that its own log shows it."""
        if OWNER not in settings.DATABASES:
            raise CommandError("DATABASE_URL_OWNER is missing: only the deploying login may find the administrator")
        administrator = _administrator(options["user"])
        kind = LinkKind.SECOND_FACTOR if options["second_factor"] else LinkKind.PASSWORD
        system = system_of(administrator.authority_id)
        with acting_for(system):
            token = actions.make_link(administrator, kind=kind, by=system)
        self.stdout.write(f"{settings.ORIGIN}{reverse(LINK_OPENS[kind], args=[token])}")


def _administrator(full_name: str) -> User:
    name, _, code = full_name.partition("@")
    users = User.objects.using(OWNER).filter(sign_in_name=name, authority__code=code, closed_at=None)
    found = users.filter(duties__role=Role.ADMINISTRATOR, duties__ends_on=None).first()
    if found is None:
        raise CommandError(f"{full_name} is no administrator")
    return found
