"""Remembering which report something seen on a shift became."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.situation.models import Report
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.vocabulary import SeenKind


@dataclass(frozen=True, kw_only=True)
class Bands:
    """What was tapped beside the words; empty where it was not asked for."""

    size_band: str = ""
    age_band: str = ""
    activity: str = ""
    with_police: bool | None = None


def remember_report(shift: Shift, report: Report, kind: SeenKind, bands: Bands, *, by: Actor) -> ShiftReport:
    """Tie the report to the shift."""
    remembered = ShiftReport.objects.create(
        partnership_id=shift.partnership_id,
        authority_id=by.authority_id,
        shift=shift,
        report=report,
        kind=kind.value,
        at=timezone.now(),
        **vars(bands),
    )
    audit.record(Event.SEEN_ON_SHIFT, about=shift, by=by, details={"kind": kind.value})
    return remembered
