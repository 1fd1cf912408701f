"""Renew source text — forny: its publisher has changed it; what changed is told anew, what is new is added.

Nothing is taken away, nothing is written twice, and what a person has put right or struck out stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from rundbord import audit, reading
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions.keep_source_text import Desk, add_incident, desk_of, told_of, whereabouts_of
from rundbord.situation.actions.revise_incident import touch
from rundbord.situation.models import ReadIncident, Report, SourceText, Triage
from rundbord.situation.rules.persons import stopping_words
from rundbord.situation.rules.read_incidents import Columns
from rundbord.situation.rules.renewal import Told, matched
from rundbord.situation.rules.striking import STRUCK

# What the database lets anybody change of a report (models/report.py).
_MAY_CHANGE = ("heading", "text", "category", "place_text", "town", "area")
_TIMES = ("starts_at", "starts_precision", "ends_at", "ends_precision", "reported_at")


@dataclass(frozen=True, kw_only=True)
class Renewal:
    """How many incidents were told anew, and how many are new."""

    changed: int
    added: int


def renew_source_text(source: SourceText, report: reading.Report, *, by: Actor) -> Renewal:
    """Put the new words in place of the old, incident by incident."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    stored = SourceText.objects.select_for_update().get(pk=source.pk)
    if stored.deleted_at is None:
        stored.text = report.text
        stored.save(update_fields=["text"])
    known = list(stored.incidents.select_related("report").order_by("position"))
    desk = desk_of(by)
    new = [(incident, told_of(incident, desk.lookup)) for incident in report.incidents]
    pairs = matched([_told(each) for each in known], [Told(told["heading"], told["text"]) for _, told in new])
    changed = added = 0
    for (incident, told), place in zip(new, pairs, strict=True):
        changes = {} if place is None else _changes(known[place], told)
        if place is not None:
            _point_anew(known[place], incident, stored.text)
        if place is None or (changes and _is_stopped(known[place], told)):
            _add(stored, incident, desk, by=by)
            added += 1
        elif changes:
            _tell_anew(known[place], changes)
            changed += 1
    audit.record(Event.SOURCE_TEXT_RENEWED, about=stored, by=by, details={"changed": changed, "added": added})
    return Renewal(changed=changed, added=added)


def _told(incident: ReadIncident) -> Told:
    return Told(incident.report.heading, incident.report.text)


def _point_anew(known: ReadIncident, incident: reading.ReadIncident, text: str) -> None:
    """Say where in the new text the incident stands."""
    ReadIncident.objects.filter(pk=known.pk).update(**whereabouts_of(incident, text))


def _tell_anew(known: ReadIncident, changes: Columns) -> None:
    Report.objects.filter(pk=known.report_id).update(**changes, changed_at=timezone.now())
    _tell_the_picture(known.report)


def _changes(known: ReadIncident, told: Columns) -> Columns:
    report = known.report
    free = [name for name in (*_MAY_CHANGE, *_TIMES) if name not in known.corrected_fields]
    differing = [name for name in free if getattr(report, name) != told[name]]
    return {name: told[name] for name in differing if STRUCK not in str(getattr(report, name))}


def _is_stopped(known: ReadIncident, told: Columns) -> bool:
    """Tell whether the parties read it already, and the new words would lead to one person."""
    if known.report.audience == Audience.AUTHORITY:
        return False
    places = place_names() | {told["place_text"], told["town"]}
    return any(True for name in ("heading", "text") for _ in stopping_words(told[name], places=places))


def _tell_the_picture(report: Report) -> None:
    verdict = Triage.objects.filter(report=report, undone_at=None).select_related("incident").first()
    if verdict and verdict.incident and verdict.incident.withdrawn_at is None:
        touch(verdict.incident)


def _add(stored: SourceText, incident: reading.ReadIncident, desk: Desk, *, by: Actor) -> None:
    last = stored.incidents.order_by("-position").values_list("position", flat=True).first() or 0
    add_incident(stored, incident, last + 1, desk=desk, by=by)
