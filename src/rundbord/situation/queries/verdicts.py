"""Verdicts: the one in force on a report, in words, and what was sorted today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.situation.models import Report, Triage
from rundbord.situation.vocabulary import DismissalReason, Verdict
from rundbord.vocabulary import label_of

_MOST_SHOWN = 100
_DID = {Verdict.KEPT: "beholdt", Verdict.MERGED: "lagde sammen", Verdict.DISMISSED: "afviste"}
_UNKNOWN = "Indberetningen er allerede sorteret. Genindlæs indbakken."


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """What was sorted today: the rows shown, newest first, and whether there are more."""

    triages: Sequence[Triage]
    has_more: bool


def verdict_on(report: Report) -> Triage | None:
    """Find the verdict in force."""
    return Triage.objects.select_related("incident", "report__area").filter(report=report, undone_at=None).first()


def verdict_in_words(report: Report) -> str:
    """Say who judged the report, how and when."""
    triage = verdict_on(report)
    if triage is None:
        return _UNKNOWN
    clock = timezone.localtime(triage.at).strftime("%H.%M")
    did = _DID[Verdict(triage.verdict)]
    reason = f" ({label_of(DismissalReason, triage.reason)})" if triage.reason else ""
    return f"{triage.user_label or 'En anden'} {did} indberetningen kl. {clock}{reason}. Din sortering er ikke gemt."


def triage_of(triage_id: UUID) -> Triage:
    """Find one verdict within reach; another does not exist."""
    triage = Triage.objects.select_related("incident", "report__area").filter(pk=triage_id).first()
    if triage is None:
        raise Http404
    return triage


def sorted_today(actor: Actor) -> Sorted:
    """List what any coordinator has sorted since midnight, undone verdicts included."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Triage.objects.select_related("incident", "report__area").filter(
        partnership_id=actor.table_id, changed_at__gte=midnight
    )
    found = list(rows.order_by("-changed_at", "id")[: _MOST_SHOWN + 1])
    return Sorted(triages=found[:_MOST_SHOWN], has_more=len(found) > _MOST_SHOWN)
