"""Reminding those who map that their side has areas left: when the season begins, and when its last two weeks do."""

from __future__ import annotations

from datetime import time

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.identity.models import Authority
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.streetwork.queries import areas_waiting_for
from rundbord.streetwork.rules.quarters import Quarter, quarter_in_season, reminded_since


def remind_of_mapping(*, by: Actor) -> int:
    """Tell the roles that map; give how many areas wait for the authority's side, 0 where nobody was told."""
    by.must(Permission.SEE_ACTIVITY)
    today = timezone.localdate()
    quarter = quarter_in_season(today)
    if quarter is None or _is_told(quarter, by):
        return 0
    kind = Authority.objects.values_list("kind", flat=True).get(pk=by.authority_id)
    waiting = areas_waiting_for(quarter, authority_id=by.authority_id, kind=kind).count()
    if waiting:
        who = [role for role in Role if Permission.MAP_ACTIVITY in PERMISSIONS[role]]
        recipients = [Recipient(authority_id=by.authority_id, role=role) for role in who]
        notify(NoticeKind.MAPPING_WAITS, _path(quarter), recipients, by=by)
    return waiting


def _is_told(quarter: Quarter, by: Actor) -> bool:
    since = at_clock(reminded_since(quarter, timezone.localdate()), time.min)
    told = Notice.objects.filter(recipient_id=by.authority_id, partnership_id=by.table, path=_path(quarter))
    return told.filter(kind=NoticeKind.MAPPING_WAITS, at__gte=since).exists()


def _path(quarter: Quarter) -> str:
    return f"{reverse('streetwork:mapping')}?kvartal={quarter.key}&vis=jeres"
