"""What happened to conflicts within a period, as numbers and as the tension before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet, Value

from rundbord.conflicts.models import (
    Conflict,
    ConflictEvent,
    ConflictStep,
    Hypothesis,
    ReaderChange,
    RetaliationWindow,
    Review,
    RiskPoint,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.rules.telling import Changes
from rundbord.conflicts.vocabulary import Tension
from rundbord.vocabulary import label_of

_TOLD_AS_NUMBERS = (
    *("new_hypotheses", "events", "confirmed", "new_windows", "new_risks", "steps", "reviews", "reader_changes"),
)


def changes_within(conflicts: Sequence[Conflict], *, since: datetime, until: datetime) -> dict[UUID, Changes]:
    """Tell what happened to each conflict in a period, in two queries."""
    counted = _counted(conflicts, since=since, until=until)
    tensions = _tensions(conflicts, since=since, until=until)
    return {
        conflict.pk: Changes(
            is_new=conflict.opened_at > since,
            is_closed=conflict.closed_at is not None,
            is_reopened=bool(counted["reopened", conflict.pk]) and conflict.closed_at is None,
            tension_before=tensions[conflict.pk][0],
            tension_after=tensions[conflict.pk][1],
            # The first weighing is the stating itself.
            weighed=counted["weighed", conflict.pk] - counted["new_hypotheses", conflict.pk],
            **{name: counted[name, conflict.pk] for name in _TOLD_AS_NUMBERS},
        )
        for conflict in conflicts
    }


def _counted(conflicts: Sequence[Conflict], *, since: datetime, until: datetime) -> Counter[tuple[str, UUID]]:
    """Count what was added to each conflict, by what it is; one query for all of it."""

    def added(what: str, model: type[Model], **where: Any) -> QuerySet[Any]:
        rows = model._base_manager.filter(conflict__in=conflicts, at__gt=since, at__lte=until, **where)
        told: QuerySet[Any] = rows.annotate(what=Value(what)).values_list("what", "conflict_id")
        return told

    first, *others = (
        added("new_hypotheses", Hypothesis),
        added("weighed", Weighing),
        added("events", ConflictEvent, withdrawn_at=None),
        added("confirmed", ConflictEvent, withdrawn_at=None, is_confirmed=True),
        added("new_windows", RetaliationWindow),
        added("new_risks", RiskPoint),
        added("steps", ConflictStep),
        added("reviews", Review),
        added("reader_changes", ReaderChange),
        added("reopened", StatusChange, is_closing=False),
    )
    return Counter(first.union(*others, all=True))


def _tensions(conflicts: Sequence[Conflict], *, since: datetime, until: datetime) -> dict[UUID, tuple[str, str]]:
    """Give the tension before the period and the last one judged in it, as labels; empty where none was judged."""
    before: dict[UUID, str] = {}
    after: dict[UUID, str] = {}
    judged = TensionChange.objects.filter(conflict__in=conflicts, at__lte=until).order_by("at", "id")
    for conflict_id, at, level in judged.values_list("conflict_id", "at", "tension"):
        (after if at > since else before)[conflict_id] = label_of(Tension, level)
    return {each.pk: (before.get(each.pk, ""), after.get(each.pk, "")) for each in conflicts}
