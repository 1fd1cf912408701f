"""Correct read incident — ret udtrukket hændelse: a person puts right what extraction made of the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.queries import place_names
from rundbord.situation.actions.write_report import note_overridden
from rundbord.situation.models import ReadIncident, Report
from rundbord.situation.rules.persons import stopping_words
from rundbord.situation.rules.telling import LONGEST_TEXT

_WORDED = ("heading", "text", "place_text", "town")


def correct_read_incident(
    incident: ReadIncident, changes: Mapping[str, Any], *, overridden: Collection[str] = (), by: Actor
) -> ReadIncident:
    """Write the new values into the report and note which fields a person has corrected."""
    by.must(Permission.RELEASE_SOURCE_TEXT)
    locked = ReadIncident.objects.select_for_update().get(pk=incident.pk)
    if locked.released_at:
        raise Refused("Hændelsen er frigivet imens og kan ikke længere rettes her.")
    if wrong := _objections(changes):
        raise Refused(wrong)
    changed = sorted(name for name, value in changes.items() if getattr(incident.report, name) != value)
    Report.objects.filter(pk=incident.report_id).update(**changes, changed_at=timezone.now())
    locked.corrected_fields = sorted({*locked.corrected_fields, *changed})
    locked.save(update_fields=["corrected_fields"])
    audit.record(Event.READ_INCIDENT_CORRECTED, about=locked, by=by, details={"fields": ", ".join(changed)})
    note_overridden(overridden, about=incident.report, by=by)
    return locked


def _objections(changes: Mapping[str, Any]) -> dict[str, list[str]]:
    places = place_names() | {str(changes.get("place_text", "")), str(changes.get("town", ""))}
    wrong = {name: list(stopping_words(str(changes.get(name, "")), places=places)) for name in _WORDED}
    if not str(changes.get("text", "")).strip():
        wrong["text"].append("Teksten må ikke være tom. Hold hændelsen tilbage, hvis den ikke skal med.")
    if len(str(changes.get("text", ""))) > LONGEST_TEXT:
        wrong["text"].append(f"Teksten må højst være på {LONGEST_TEXT} tegn.")
    return {name: sentences for name, sentences in wrong.items() if sentences}
