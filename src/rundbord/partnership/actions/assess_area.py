"""Saying how an area stands, for the police or for SSP."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area, AreaAssessment
from rundbord.partnership.rules import objections_to_assessing, side_of
from rundbord.partnership.vocabulary import AreaStatus


def assess_area(area: Area, *, status: AreaStatus, reason: str, overridden: list[str], by: Actor) -> AreaAssessment:
    """Add the own side's word; the status stands when the other side has said the same."""
    by.must(Permission.ASSESS_AREA)
    kind = AuthorityKind(by.authority_kind)
    side = side_of(kind)
    objections = objections_to_assessing(
        kind=kind,
        authority_id=by.authority_id,
        area_authority_id=area.authority_id,
        area_kind=AuthorityKind(area.authority.kind),
    )
    if objections or side is None:
        raise Refused(objections)
    assessment = AreaAssessment.objects.create(
        partnership_id=area.partnership_id,
        authority_id=by.authority_id,
        area=area,
        side=side,
        status=status,
        reason=reason,
        assessed_at=timezone.now(),
    )
    audit.record(Event.AREA_ASSESSED, about=area, by=by, details={"status": status.value})
    audit.record_overriding(overridden, about=assessment, by=by)
    return assessment
