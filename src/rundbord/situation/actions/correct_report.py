"""Correct report — ret indberetning: the reporter's own words, until they are triaged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.queries import place_names
from rundbord.situation.actions.write_report import note_overridden
from rundbord.situation.models import Report, Triage
from rundbord.situation.rules.persons import stopping_words
from rundbord.situation.rules.telling import LONGEST_TEXT

TRIAGED = "Indberetningen er sorteret imens og kan ikke længere rettes. Skriv en ny, hvis noget mangler."


def correct_report(report: Report, text: str, *, overridden: Collection[str] = (), by: Actor) -> datetime:
    """Put the new words in place of the old; give the moment of the change."""
    by.must(Permission.SEE_OWN_REPORTS)
    locked = Report.objects.select_for_update().filter(pk=report.pk, reporter_id=by.user_id).first()
    if locked is None or Triage.objects.filter(report=report, undone_at=None).exists():
        raise Refused(TRIAGED)
    if wrong := objections_to_words(text):
        raise Refused({"text": wrong})
    return put_words(report, text, overridden=overridden, by=by)


def put_words(report: Report, text: str, *, overridden: Collection[str] = (), by: Actor) -> datetime:
    """Write words that have been judged over the old ones, and log it."""
    now = timezone.now()
    Report.objects.filter(pk=report.pk).update(text=text.strip(), changed_at=now)
    audit.record(Event.REPORT_CORRECTED, about=report, by=by)
    note_overridden(overridden, about=report, by=by)
    return now


def objections_to_words(text: str) -> list[str]:
    """Say why a text cannot stand in a report."""
    if not text.strip():
        return ["Skriv kort, hvad der skete."]
    if len(text) > LONGEST_TEXT:
        return [f"Teksten er på {len(text)} tegn. Den må højst være på {LONGEST_TEXT}."]
    return list(stopping_words(text, places=place_names()))
