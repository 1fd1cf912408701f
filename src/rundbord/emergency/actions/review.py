"""Judging a use of break-glass: by its owner, never by its user."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.emergency.models import EmergencyAccess, EmergencyReview
from rundbord.emergency.queries.uses import may_review
from rundbord.emergency.vocabulary import Finding
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

REVIEWED = {"emergency_reviewed_once": {"note": "En anden har netop efterkontrolleret brugen."}}


def review(
    access: EmergencyAccess, finding: Finding, *, note: str, overridden: Collection[str] = (), by: Actor
) -> EmergencyReview:
    """Find a use justified or not, in words; its user is told that there is an answer."""
    by.must(Permission.SEE_DAY)
    if access.user_id == by.user_id:
        raise Refused("Du kan ikke efterkontrollere din egen brug.")
    if not may_review(access, by):
        raise Refused("Efterkontrollen er sagens egen enheds og databeskyttelsesrådgiverens.")
    if not note.strip():
        raise Refused({"note": ["Skriv, hvorfor brugen var berettiget eller ikke, uden at nævne nogen."]})
    with refusing_collisions(REVIEWED):
        judged = EmergencyReview.objects.create(
            authority_id=by.authority_id,
            access=access,
            finding=finding.value,
            note=note.strip(),
            reviewed_by=by.user_id,
            reviewed_label=by.user_name,
            at=timezone.now(),
        )
    audit.record(Event.EMERGENCY_REVIEWED, about=access, by=by, details={"finding": finding.value})
    audit.record_overriding(overridden, about=access, by=by)
    user = Recipient(authority_id=by.authority_id, user_id=access.user_id)
    if by.partnership_id is not None:
        notify(NoticeKind.EMERGENCY_REVIEWED, reverse("emergency:show_use", args=[access.pk]), [user], by=by)
    return judged
