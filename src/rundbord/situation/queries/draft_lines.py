"""What a picture of a period holds, told live from the rows that the actor may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from rundbord.access.actor import Actor
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Entry, Incident, Section, Triage
from rundbord.situation.queries.draft_areas import area_lines
from rundbord.situation.queries.draft_sources import source_lines
from rundbord.situation.queries.thread_lines import thread_lines
from rundbord.situation.rules.changes import Course, change_of
from rundbord.situation.rules.lines import Line, iso
from rundbord.situation.rules.period import Period
from rundbord.situation.vocabulary import Change, EntryKind, Nature, SectionKind
from rundbord.tasks import queries as tasks

# What was saved while the last picture was being published carries an earlier time than that picture.
_SLACK = timedelta(minutes=15)
_WIDTH = {audience.value: width for width, audience in enumerate(Audience)}
_EVENTS = (EntryKind.INCIDENT, EntryKind.OBSERVATION)


def draft_lines(period: Period, *, draft_id: UUID | None, actor: Actor) -> list[Line]:
    """Give every line, in no other order than by kind; narrow ones included that the actor may read."""
    events = list(_event_lines(period, actor))
    return [
        *_section_lines(draft_id),
        *source_lines(period),
        *events,
        *_account_lines(events),
        *area_lines(events, until=period.ends_at),
        *_task_lines(period, actor),
        *(line for line in thread_lines(period) if line.audience != Audience.UNIT),
    ]


def newest_sections(draft_id: UUID) -> QuerySet[Section]:
    """Narrow to the version of each section that stands."""
    newest = Section.objects.filter(picture_id=draft_id).order_by("kind", "audience", "-version")
    return newest.distinct("kind", "audience")


def _section_lines(draft_id: UUID | None) -> Iterator[Line]:
    if draft_id is None:
        return
    for section in newest_sections(draft_id):
        if section.text.strip():
            content = {"text": section.text, "by": section.user_label, "at": iso(section.at)}
            yield Line(kind=_KIND_OF_SECTION[section.kind], audience=section.audience, content=content)


_KIND_OF_SECTION: dict[str, EntryKind] = {
    SectionKind.SUMMARY: EntryKind.SUMMARY,
    SectionKind.PRIORITIES: EntryKind.PRIORITIES,
}


def _event_lines(period: Period, actor: Actor) -> Iterator[Line]:
    incidents = list(_candidates(period, actor))
    shown = _as_last_shown(incidents)
    for incident in incidents:
        change = change_of(_course(incident, shown.get(incident.pk, {})), period=period)
        if change:
            yield _event_line(incident, change)


def _candidates(period: Period, actor: Actor) -> QuerySet[Incident]:
    """Find what may have something to tell; a line of one team alone has no place in a common picture."""
    since = period.starts_at - _SLACK
    moved = Q(changed_at__gt=since) | Q(closed_at__gt=since, closed_at__lte=period.ends_at)
    incidents = Incident.objects.filter(moved, partnership_id=actor.table_id, created_at__lte=period.ends_at)
    return (
        incidents.exclude(audience=Audience.UNIT)
        .select_related("area")
        .defer("area__outline")
        .order_by("occurred_at", "id")
    )


def _as_last_shown(incidents: Iterable[Incident]) -> dict[UUID, dict[str, object]]:
    ids = [incident.pk for incident in incidents]
    entries = Entry.objects.filter(incident_id__in=ids, kind__in=_EVENTS).order_by("picture__number")
    return {row[0]: row[1] for row in entries.values_list("incident_id", "content")}


def _course(incident: Incident, shown: dict[str, object]) -> Course:
    version = shown.get("version")
    return Course(
        version_shown=int(str(version)) if version is not None else None,
        was_closed_when_shown=shown.get("change") == Change.CLOSED,
        version=incident.version,
        changed_at=incident.changed_at,
        closed_at=incident.closed_at,
        withdrawn_at=incident.withdrawn_at,
    )


def _event_line(incident: Incident, change: Change) -> Line:
    kind = EntryKind.OBSERVATION if incident.nature == Nature.OBSERVATION else EntryKind.INCIDENT
    content = {
        "heading": incident.heading,
        "category": incident.category,
        "change": change.value,
        "is_confirmed": incident.is_confirmed,
        "occurred_at": iso(incident.occurred_at),
        "starts_at": iso(incident.starts_at),
        "ends_at": iso(incident.ends_at),
        "starts_precision": incident.starts_precision,
        "ends_precision": incident.ends_precision,
        "area_id": str(incident.area_id or ""),
        "area": incident.area.name if incident.area else "",
        "place": incident.place_text or incident.town,
        "lat": incident.lat,
        "lon": incident.lon,
        "version": incident.version,
    }
    return Line(kind=kind, audience=incident.audience, content=content, incident_id=incident.pk)


def _account_lines(events: list[Line]) -> Iterator[Line]:
    audiences = {line.incident_id: line.audience for line in events}
    verdicts = Triage.objects.filter(incident_id__in=list(audiences), undone_at=None).exclude(
        report__audience=Audience.UNIT
    )
    for verdict in verdicts.select_related("report__unit", "report__authority").order_by("report__created_at"):
        report = verdict.report
        content = {
            "text": report.text,
            "source": report.source_kind,
            "unit": report.unit.name,
            "authority": report.authority.short_name,
            "basis": report.basis,
            "group": report.group_size,
            "mood": report.mood,
            "reported_at": iso(report.reported_at or report.created_at),
        }
        audience = min(report.audience, audiences[verdict.incident_id], key=lambda each: _WIDTH[each])
        yield Line(kind=EntryKind.ACCOUNT, audience=audience, content=content, incident_id=verdict.incident_id)


def _task_lines(period: Period, actor: Actor) -> Iterator[Line]:
    for row in tasks.told_in_picture(actor, since=period.starts_at, until=period.ends_at):
        content = {
            "what": row.task.what,
            "owner": f"{row.task.owner.name}, {row.task.owner.authority.short_name}",
            "due_on": iso(row.task.due_on),
            "outcome": row.outcome,
            "is_closed": row.task.closed_at is not None,
            "is_overdue": row.is_overdue,
        }
        if row.task.audience != Audience.UNIT:
            yield Line(kind=EntryKind.TASK, audience=row.task.audience, content=content)
