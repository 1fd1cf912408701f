"""The own unit's figures: of all that its members reach alike, so that everybody in it reads the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import Concern
from rundbord.interventions.models import Intervention
from rundbord.interventions.queries.first_contact import way_of
from rundbord.interventions.rules.figures import LegFigures, Load, endings_told, legs_together, load_of, told
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.vocabulary import Ending
from rundbord.vocabulary import label_of

LOOKS_BACK = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class KindFigures:
    """How much of one kind was begun, and what it says of its effect."""

    label: str
    begun: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """What a unit's figures show; `since` is the first day that counts."""

    since: datetime
    concerns: str
    legs: list[LegFigures]
    files: Load
    steps: Load
    kinds: list[KindFigures]
    endings: list[tuple[str, str]]


def unit_figures(actor: Actor) -> UnitFigures | None:
    """Reckon the last year of the own unit; None for somebody without one."""
    if actor.unit_id is None:
        return None
    since = timezone.now() - LOOKS_BACK
    ways = [way_of(each) for each in _concerns(actor).filter(opened_at__gte=since)]
    return UnitFigures(
        since=since,
        concerns=told(len(ways)),
        legs=legs_together(ways),
        files=_files(actor),
        steps=_steps(actor),
        kinds=_kinds(actor, since),
        endings=_endings(actor, since),
    )


def _concerns(actor: Actor) -> QuerySet[Concern]:
    """Those of the own unit that are not narrow: of a narrow file not even a number is for colleagues."""
    return Concern.objects.filter(
        authority_id=actor.authority_id, person__unit__in=[actor.unit_id], person__is_narrow=False
    )


def _interventions(actor: Actor) -> QuerySet[Intervention]:
    return Intervention.objects.filter(
        authority_id=actor.authority_id, person__unit__in=[actor.unit_id], person__is_narrow=False
    )


def _files(actor: Actor) -> Load:
    late = Q(next_on__lt=timezone.localdate())
    counted = (
        _concerns(actor)
        .filter(closed_at=None)
        .aggregate(open=Count("person_id", distinct=True), late=Count("person_id", distinct=True, filter=late))
    )
    return load_of(open_count=counted["open"], overdue=counted["late"])


def _steps(actor: Actor) -> Load:
    running = _interventions(actor).filter(ended_at=None)
    counted = running.aggregate(open=Count("id"), late=Count("id", filter=Q(due_at__lt=timezone.now())))
    return load_of(open_count=counted["open"], overdue=counted["late"])


def _kinds(actor: Actor, since: datetime) -> list[KindFigures]:
    rows = _interventions(actor).filter(started_at__gte=since).order_by().values_list("kind").annotate(Count("id"))
    counts = dict(rows)
    return [
        KindFigures(label=kind.label, begun=told(counts[key.value]), evidence=kind.evidence)
        for key, kind in KINDS.items()
        if key.value in counts
    ]


def _endings(actor: Actor, since: datetime) -> list[tuple[str, str]]:
    rows = _interventions(actor).filter(ended_at__gte=since).order_by().values_list("ending").annotate(Count("id"))
    return endings_told((label_of(Ending, ending), count) for ending, count in rows)
