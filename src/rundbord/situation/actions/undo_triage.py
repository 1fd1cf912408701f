"""Undoing a verdict: the report lies in the inbox again, and its incident is withdrawn where it was the first."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.actions.revise_incident import touch
from rundbord.situation.models import Triage
from rundbord.situation.queries.proposals import reach_of
from rundbord.situation.rules.reach import is_within
from rundbord.situation.vocabulary import Verdict

ALREADY_UNDONE = "Sorteringen er allerede fortrudt. Indberetningen ligger i indbakken."


def undo_triage(triage: Triage, *, by: Actor) -> None:
    """Lift the verdict; what others merged into a withdrawn incident comes back to their inbox, too."""
    by.must(Permission.TRIAGE)
    now = timezone.now()
    if not Triage.objects.filter(pk=triage.pk, undone_at=None).update(undone_at=now, changed_at=now):
        raise Refused(ALREADY_UNDONE)
    if triage.verdict == Verdict.KEPT:
        _withdraw(triage)
    elif triage.incident is not None and is_within(reach_of(triage.incident), reach_of(triage)):
        touch(triage.incident)
    audit.record(Event.TRIAGE_UNDONE, about=triage.report, by=by, details={"verdict": triage.verdict})


def _withdraw(triage: Triage) -> None:
    if triage.incident is None:
        return
    now = timezone.now()
    touch(triage.incident, withdrawn_at=now)
    Triage.objects.filter(incident=triage.incident, undone_at=None).update(undone_at=now, changed_at=now)
