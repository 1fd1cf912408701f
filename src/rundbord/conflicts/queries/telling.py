"""What a picture tells of conflicts: open ones, and those closed since the last picture; never who the groups are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from rundbord.conflicts.models import (
    Conflict,
    Hypothesis,
    RiskPoint,
    TensionChange,
)
from rundbord.conflicts.queries.changes import changes_within
from rundbord.conflicts.queries.lists import ConflictRow, rows_of
from rundbord.conflicts.rules.motives import leading, standing_of
from rundbord.conflicts.rules.risks import is_at_risk
from rundbord.conflicts.rules.telling import Changes, changes_in_words
from rundbord.conflicts.vocabulary import ConflictKind, RiskKind
from rundbord.vocabulary import label_of

_MOST_RISKS = 4


@dataclass(frozen=True, kw_only=True)
class ToldConflict:
    """What a picture tells of a conflict, every part as plain words; `authority_id` and `audience` say to whom.

    `quiet_days` is told from the day on which somebody should decide whether the conflict is over; before, it is 0.
    """

    id: UUID
    authority_id: UUID
    audience: str
    title: str
    kind: str
    areas: tuple[str, ...]
    tension: str
    tension_mark: str
    tension_reason: str
    changes: tuple[str, ...]
    hypotheses: tuple[str, ...]
    windows: tuple[str, ...]
    risks: tuple[str, ...]
    owner: str
    is_review_overdue: bool
    quiet_days: int
    is_closed: bool


@dataclass(frozen=True, kw_only=True)
class _Parts:
    """All that is told of several conflicts, by conflict."""

    reasons: dict[UUID, str]
    changes: dict[UUID, Changes]
    hypotheses: dict[UUID, list[Hypothesis]]
    risks: dict[UUID, list[RiskPoint]]


def told_in_picture(*, since: datetime, until: datetime) -> list[ToldConflict]:
    """List open conflicts, the gravest first, and those closed since the last picture, in a fixed number of queries."""
    told = Conflict.objects.filter(Q(closed_at=None) | Q(closed_at__gt=since), opened_at__lte=until)
    conflicts = list(told.select_related("owner__authority").order_by("closed_at", "urgency", "review_due_at", "id"))
    conflicts.sort(key=lambda conflict: (conflict.closed_at is not None, conflict.urgency, conflict.review_due_at))
    if not conflicts:
        return []
    parts = _Parts(
        reasons=_reasons(conflicts, until),
        changes=changes_within(conflicts, since=since, until=until),
        hypotheses=_by_conflict(Hypothesis.objects.filter(conflict__in=conflicts, dropped_at=None)),
        risks=_by_conflict(RiskPoint.objects.filter(conflict__in=conflicts, removed_at=None).select_related("area")),
    )
    return [_told(row, parts, until) for row in rows_of(conflicts, now=until)]


def _told(row: ConflictRow, parts: _Parts, until: datetime) -> ToldConflict:
    conflict = row.conflict
    return ToldConflict(
        id=conflict.pk,
        authority_id=conflict.authority_id,
        audience=conflict.audience,
        title=conflict.title,
        kind=row.kind,
        areas=tuple(row.areas),
        tension=row.tension,
        tension_mark=row.mark,
        tension_reason=parts.reasons.get(conflict.pk, ""),
        changes=tuple(changes_in_words(parts.changes[conflict.pk])),
        hypotheses=tuple(_hypotheses(parts.hypotheses.get(conflict.pk, []), until)),
        windows=tuple(row.windows),
        risks=tuple(_risks(parts.risks.get(conflict.pk, []), until)),
        owner=f"{conflict.owner.name}, {conflict.owner.authority.short_name}",
        is_review_overdue=row.is_overdue,
        quiet_days=row.quiet_days if row.closing_is_proposed else 0,
        is_closed=conflict.closed_at is not None,
    )


def _hypotheses(stated: Sequence[Hypothesis], until: datetime) -> list[str]:
    """Write the leading ones with how sure somebody is; where all have expired, say that."""
    first = leading([(each, each.confidence, each.expires_at) for each in stated], now=until)
    if not first and stated:
        return ["Alle hypoteser er udløbet og skal vurderes igen"]
    return [f"{label_of(ConflictKind, each.motive)}, {_sureness(each, until)}: {each.words}" for each in first]


def _sureness(hypothesis: Hypothesis, until: datetime) -> str:
    standing = standing_of(
        confidence=hypothesis.confidence, expires_at=hypothesis.expires_at, is_dropped=False, now=until
    )
    return f"{standing.words.lower()} tiltro"


def _risks(points: Sequence[RiskPoint], until: datetime) -> list[str]:
    today = timezone.localdate(until)
    ahead = [
        each
        for each in points
        if is_at_risk(starts_on=each.starts_on, ends_on=each.ends_on, is_removed=False, today=today)
    ]
    ahead.sort(key=lambda each: (each.starts_on is None, each.starts_on or today, each.words))
    return [_risk(each) for each in ahead[:_MOST_RISKS]]


def _risk(point: RiskPoint) -> str:
    days = [date_format(day, "j. F") for day in (point.starts_on, point.ends_on) if day]
    place = ", ".join(each for each in (point.place_text, point.area.name if point.area else "") if each)
    parts = ("–".join(dict.fromkeys(days)), label_of(RiskKind, point.kind), point.words, place)
    return " · ".join(each for each in parts if each)


def _reasons(conflicts: Sequence[Conflict], until: datetime) -> dict[UUID, str]:
    newest = TensionChange.objects.filter(conflict__in=conflicts, at__lte=until)
    pairs = newest.order_by("conflict_id", "-at", "-id").distinct("conflict_id")
    return dict(pairs.values_list("conflict_id", "reason"))


def _by_conflict(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.conflict_id].append(row)
    return found
