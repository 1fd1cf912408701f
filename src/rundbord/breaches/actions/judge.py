"""Judging a breach, and noting that the supervisory authority was told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.breaches.actions.holding import held_open
from rundbord.breaches.models import Breach
from rundbord.breaches.rules.judging import Judged, hours_left, objections_to_judgement

MEANWHILE = "har gemt en vurdering i mellemtiden. Læs den herunder, og gem igen, hvis din skal gælde i stedet."
_COLUMNS = ("risk", "risk_words", "measures", "notify", "notify_why", "tell", "tell_why", "judged_at", "judged_label")


def judge(
    breach: Breach,
    judged: Judged,
    *,
    measures: str,
    overridden: Collection[str] = (),
    read_at: datetime | None = None,
    by: Actor,
) -> None:
    """Write down risk and decisions; a newer judgement takes the place of the older, which it must have read.

    `read_at` is when the judgement that it replaces was made; None where there was none.
    """
    standing, now = held_open(breach, by=by), timezone.now()
    if standing.judged_at != read_at:
        raise Refused(f"{standing.judged_label} {MEANWHILE}")
    wrong = objections_to_judgement(judged, late=hours_left(standing.discovered_at, now) < 0)
    if wrong:
        raise Refused(wrong)
    standing.risk, standing.risk_words, standing.measures = judged.risk.value, judged.risk_words, measures
    standing.notify, standing.notify_why = judged.notify.value, judged.notify_why
    standing.tell, standing.tell_why = judged.tell.value, judged.tell_why
    standing.judged_at, standing.judged_label = now, by.user_name
    standing.save(update_fields=_COLUMNS)
    details = {"risk": judged.risk.value, "notify": judged.notify.value, "tell": judged.tell.value}
    audit.record(Event.BREACH_WEIGHED, about=standing, by=by, details=details)
    audit.record_overriding(overridden, about=standing, by=by)


def note_notified(breach: Breach, *, by: Actor) -> None:
    """Note that the notification was sent, on virk.dk, by hand."""
    standing = held_open(breach, by=by)
    standing.notified_at = timezone.now()
    standing.save(update_fields=["notified_at"])
    audit.record(Event.BREACH_NOTIFIED, about=standing, by=by)
