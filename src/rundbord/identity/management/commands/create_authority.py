"""Add an authority with its first unit and administrator, and print the administrator's one-time link."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import actions
from rundbord.identity.models import Authority
from rundbord.identity.vocabulary import AuthorityKind, Regime, UnitKind

OWNER = "owner"
_CODE = re.compile(r"[a-zæøå0-9-]{2,40}")


class Command(BaseCommand):
    """Only the deploying login adds an authority; everything after that goes through the ordinary actions."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what the operator agreed with the authority."""
        parser.add_argument("--name", required=True, help="Herlev Kommune")
        parser.add_argument("--short-name", required=True, help="Herlev")
        parser.add_argument("--code", required=True, help="ends its users' sign-in names: herlev")
        parser.add_argument("--kind", required=True, choices=[kind.value for kind in AuthorityKind])
        parser.add_argument("--unit", default="Administration", help="name of the first unit")
        parser.add_argument("--administrator", required=True, help="what colleagues call the first administrator")
        parser.add_argument("--sign-in-name", default="admin", help="their sign-in name before the @")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add everything, or nothing."""
        authority = _add_authority(options)
        try:
            token = _add_administrator(authority, options)
        except Refused as refusal:
            authority.delete(using=OWNER)
            raise CommandError(str(refusal)) from None
        link = f"{settings.ORIGIN}{reverse('identity:choose_password', args=[token])}"
        self.stdout.write(f"{authority.name} has been added. Signs in as {options['sign_in_name']}@{authority.code}")
        self.stdout.write(f"One-time link, valid for 24 hours, shown only here:\n{link}")


def _add_authority(options: dict[str, Any]) -> Authority:
    if OWNER not in settings.DATABASES:
        raise CommandError("DATABASE_URL_OWNER is missing: only the deploying login may add an authority")
    if not _CODE.fullmatch(options["code"]):
        raise CommandError("the code may hold small letters, digits and hyphens alone")
    if Authority.objects.using(OWNER).filter(code=options["code"]).exists():
        raise CommandError(f"there is an authority with the code {options['code']} already")
    columns = {name: options[name] for name in ("name", "short_name", "code", "kind")}
    return Authority.objects.using(OWNER).create(**columns)


def _add_administrator(authority: Authority, options: dict[str, Any]) -> str:
    system = replace(system_of(authority.pk), authority_kind=authority.kind)
    with acting_for(system):
        audit.record(Event.AUTHORITY_CREATED, about=authority, by=system)
        unit = actions.create_unit(_first_unit(authority, options["unit"]), by=system)
        user = actions.create_user(
            actions.NewUser(sign_in_name=options["sign_in_name"], name=options["administrator"]),
            duty=actions.DutyTerms(unit=unit, role=Role.ADMINISTRATOR, starts_on=timezone.localdate()),
            by=system,
        )
        return actions.make_link(user, by=system)


def _first_unit(authority: Authority, name: str) -> actions.UnitTerms:
    is_police = authority.kind == AuthorityKind.POLICE
    regime = Regime.LAW_ENFORCEMENT if is_police else Regime.GDPR
    return actions.UnitTerms(name=name, kind=UnitKind.ADMINISTRATION.value, regime=regime.value, channels=[])
