"""Telling whoever is responsible for data protection that the log was rewritten, or that nobody cosigns it any more."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.privacy.queries import WitnessPage, witness_page
from rundbord.privacy.vocabulary import Witnessed

# An alarm that goes on is told of once a day.
_AGAIN_AFTER = timedelta(hours=23)


def warn_of_log(*, by: Actor) -> NoticeKind | None:
    """Tell the own authority's officer; give what was told, None where all is well or was told today."""
    by.must(Permission.READ_OWN_LOG)
    kind = _trouble(witness_page(by))
    if kind is None or _is_told(kind, by):
        return None
    officer = Recipient(authority_id=by.authority_id, role=Role.DPO.value)
    notify(kind, reverse("privacy:witnesses"), [officer], by=by)
    return kind


def _trouble(page: WitnessPage) -> NoticeKind | None:
    if page.log is not None and not page.log.is_continued:
        return NoticeKind.LOG_REWRITTEN
    if any(each.standing is Witnessed.ALARM for each in page.parties):
        return NoticeKind.LOG_NOT_WITNESSED
    return None


def _is_told(kind: NoticeKind, by: Actor) -> bool:
    told = Notice.objects.filter(recipient_id=by.authority_id, partnership_id=by.table, kind=kind.value)
    return told.filter(at__gte=timezone.now() - _AGAIN_AFTER).exists()
