"""Remembering which report something seen on a shift became."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.situation.models import Report
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.vocabulary import SeenKind


def remember_report(
    shift: Shift,
    report: Report,
    kind: SeenKind,
    *,
    size_band: str = "",
    age_band: str = "",
    activity: str = "",
    with_police: bool | None = None,
    by: Actor,
) -> ShiftReport:
    """Tie the report to the shift."""
    remembered = ShiftReport.objects.create(
        partnership_id=shift.partnership_id,
        authority_id=by.authority_id,
        shift=shift,
        report=report,
        kind=kind.value,
        size_band=size_band,
        age_band=age_band,
        activity=activity,
        with_police=with_police,
        at=timezone.now(),
    )
    audit.record(Event.SEEN_ON_SHIFT, about=shift, by=by, details={"kind": kind.value})
    return remembered
