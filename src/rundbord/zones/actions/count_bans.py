"""Noting how many bans on staying in an area (§ 6 g) were in force in a month: a number, and never whose."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import BanCount
from rundbord.zones.rules.small_numbers import objections_to_month, told_number

_MEANWHILE = "En anden har netop angivet antallet. Gem igen, hvis dit tal er det rigtige."


def count_bans(area: Area, month: date, number: int, *, by: Actor) -> None:
    """Note a month's number, or correct it; others than the police are told no number under five."""
    by.must(Permission.DECIDE_ZONES)
    if by.authority_kind != AuthorityKind.POLICE:
        raise NotPermitted(Permission.DECIDE_ZONES)
    if objections := objections_to_month(month, today=timezone.localdate()):
        raise Refused({"month": objections})
    for audience, told in ((Audience.POLICE, number), (Audience.PARTIES, told_number(number))):
        _note(area, month.replace(day=1), told, audience=audience, by=by)
    audit.record(Event.BANS_COUNTED, about=area, by=by)


def _note(area: Area, month: date, number: int | None, *, audience: Audience, by: Actor) -> None:
    key = {"partnership_id": by.table, "authority_id": by.authority_id, "area": area, "month": month}
    noted = {"number": number, "noted_at": timezone.now()}
    if not BanCount.objects.filter(**key, audience=audience).update(**noted):
        with refusing_collisions({"ban_count_once_a_month": {"number": _MEANWHILE}}):
            BanCount.objects.create(**key, audience=audience, **noted)
