"""What stands behind an incident: its sources' own texts, its history and the pictures it stood in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from rundbord.identity.models import Unit
from rundbord.situation.models import Entry, Incident, IncidentRevision, Photo, Report, Triage
from rundbord.situation.rules.incident_facts import changed_fields
from rundbord.situation.vocabulary import Verdict
from rundbord.vocabulary import label_of

_FIELDS = {
    "heading": "overskrift",
    "category": "kategori",
    "starts_at": "starttidspunkt",
    "ends_at": "sluttidspunkt",
    "starts_precision": "starttidspunkt",
    "ends_precision": "sluttidspunkt",
    "area_id": "område",
    "place_text": "sted",
    "town": "by",
    "lat": "punkt på kortet",
    "lon": "punkt på kortet",
    "point_precision": "punkt på kortet",
    "is_confirmed": "bekræftelse",
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """One report behind the incident, in its source's own words."""

    report: Report
    unit_name: str
    photo_ids: Sequence[UUID]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that happened to the incident."""

    at: datetime
    who: str
    what: str


def sources_of(incident: Incident) -> list[Source]:
    """List the texts that the reader may read, oldest first; of others not even the number is told."""
    reports = list(
        Report.objects.filter(triages__incident=incident, triages__undone_at=None)
        .select_related("authority", "area")
        .order_by("created_at", "id")
    )
    units = Unit.objects.in_bulk({report.unit_id for report in reports})
    photos = list(Photo.objects.filter(report__in=reports).values_list("id", "report_id"))
    return [
        Source(
            report=report,
            unit_name=units[report.unit_id].name if report.unit_id in units else "",
            photo_ids=[photo_id for photo_id, report_id in photos if report_id == report.pk],
        )
        for report in reports
    ]


def history_of(incident: Incident) -> list[Step]:
    """Tell what was done to the incident, newest first, as far as the reader may know it."""
    return sorted([*_verdicts(incident), *_corrections(incident)], key=lambda step: step.at, reverse=True)


def pictures_with(incident: Incident) -> list[int]:
    """List the numbers of published pictures in which the incident stood."""
    entries = Entry.objects.filter(incident=incident, picture__number__isnull=False)
    numbers = entries.order_by("picture__number").values_list("picture__number", flat=True).distinct()
    return [number for number in numbers if number is not None]


def _verdicts(incident: Incident) -> list[Step]:
    steps = []
    for triage in Triage.objects.filter(incident=incident):
        what = label_of(Verdict, triage.verdict)
        steps.append(Step(at=triage.at, who=triage.user_label, what=f"{what} i indbakken"))
        if triage.undone_at:
            steps.append(Step(at=triage.undone_at, who="", what=f"{what}: sorteringen blev fortrudt"))
    return steps


def _corrections(incident: Incident) -> list[Step]:
    revisions = list(IncidentRevision.objects.filter(incident=incident).order_by("version"))
    return [Step(at=after.at, who=after.user_label, what=_told(before, after)) for before, after in pairwise(revisions)]


def _told(before: IncidentRevision, after: IncidentRevision) -> str:
    names = dict.fromkeys(_FIELDS.get(name, name) for name in changed_fields(before.content, after.content))
    return f"Rettede {', '.join(names)}"
