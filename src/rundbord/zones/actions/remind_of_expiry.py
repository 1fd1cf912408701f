"""Asking the police, once for each deadline, whether a zone that is about to expire is still needed."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.zones.queries import ZoneRow, live_zones


def remind_of_expiry(*, by: Actor) -> int:
    """Tell the unit that registered a zone, and the leaders of its authority; give how many zones were told of."""
    by.must(Permission.SEE_ZONES)
    now = timezone.now()
    ending = [row for row in live_zones(now=now) if row.zone.authority_id == by.authority_id and row.ends_soon]
    told = [row for row in ending if row.zone.partnership_id == by.table and not _is_told(row, by)]
    for row in told:
        leaders = Recipient(authority_id=by.authority_id, role=Role.LEADER)
        unit = Recipient(authority_id=by.authority_id, unit_id=row.zone.unit_id)
        notify(NoticeKind.ZONE_EXPIRES, _path(row), [leaders, unit] if row.zone.unit_id else [leaders], by=by)
    return len(told)


def _is_told(row: ZoneRow, by: Actor) -> bool:
    notices = Notice.objects.filter(recipient_id=by.authority_id, kind=NoticeKind.ZONE_EXPIRES, path=_path(row))
    return notices.filter(at__gt=row.newest.registered_at).exists()


def _path(row: ZoneRow) -> str:
    return reverse("zones:show_zone", args=[row.zone.pk])
