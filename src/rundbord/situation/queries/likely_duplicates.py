"""Likely duplicates: for each waiting report the one other account that may tell of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from rundbord.access.actor import Actor
from rundbord.partnership.rules import street_key
from rundbord.situation.models import Incident, Report
from rundbord.situation.queries.proposals import reach_of
from rundbord.situation.rules.accounts import LONGEST_TOLERANCE, Account, telling_words
from rundbord.situation.rules.duplicates import Likeness, likeness
from rundbord.situation.rules.reach import is_within
from rundbord.situation.vocabulary import TimePrecision

_MOST_COMPARED = 400
# What is compared and shown: eight hundred rows are read for a page of the inbox, of which a few are shown.
_COMPARED = (
    *("authority", "unit", "audience", "category", "heading", "starts_at", "ends_at", "starts_precision"),
    *("ends_precision", "area__name", "place_text", "town", "lat", "lon", "point_precision"),
)
_OF_REPORTS = (*_COMPARED, "text", "source_kind")


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Another account that may tell of the same event, and why; a person decides."""

    other: Report | Incident
    likeness: Likeness

    @property
    def is_incident(self) -> bool:
        """Tell whether the other is kept already."""
        return isinstance(self.other, Incident)

    @property
    def target(self) -> str:
        """Name the other in a form."""
        return f"{'incident' if self.is_incident else 'report'}:{self.other.pk}"

    @property
    def why(self) -> str:
        """Explain in words."""
        return ", ".join(self.likeness.reasons)


@dataclass(frozen=True, kw_only=True)
class _Compared:
    row: Report | Incident
    account: Account


def suggestions_for(reports: Sequence[Report], waiting: QuerySet[Report], actor: Actor) -> Mapping[UUID, Suggestion]:
    """Suggest at most one other account for each report; two queries, however many reports."""
    span = _span(reports)
    if span is None:
        return {}
    others = _others(waiting, actor, span)
    found = ((report.pk, next(_likeliest_first(_of(report), others), None)) for report in reports)
    return {key: suggestion for key, suggestion in found if suggestion is not None}


def suggestions_in_order(report: Report, waiting: QuerySet[Report], actor: Actor) -> list[Suggestion]:
    """List every likely other account of one report, the likeliest first."""
    span = _span([report])
    return list(_likeliest_first(_of(report), _others(waiting, actor, span))) if span else []


def _likeliest_first(one: _Compared, others: Iterable[_Compared]) -> Iterator[Suggestion]:
    """Compare with all, but ask of the likeliest alone whether the two may be merged."""
    compared = ((likeness(one.account, other.account), other.row) for other in others if other.row.pk != one.row.pk)
    likely = [(found, row) for found, row in compared if found is not None and found.is_likely]
    in_order = sorted(likely, key=lambda each: -each[0].score)
    return (Suggestion(other=row, likeness=found) for found, row in in_order if _may_be_merged(one.row, row))


def _may_be_merged(one: Report | Incident, other: Report | Incident) -> bool:
    fits = is_within(reach_of(one), reach_of(other))
    return fits or (isinstance(other, Report) and is_within(reach_of(other), reach_of(one)))


def _span(reports: Sequence[Report]) -> tuple[datetime, datetime] | None:
    moments = [moment for report in reports for moment in (report.starts_at, report.ends_at) if moment]
    if not moments:
        return None
    return min(moments) - 2 * LONGEST_TOLERANCE, max(moments) + 2 * LONGEST_TOLERANCE


def _others(waiting: QuerySet[Report], actor: Actor, span: tuple[datetime, datetime]) -> list[_Compared]:
    compared: list[Report | Incident] = [*_waiting_in(waiting, *span), *_incidents_in(actor, *span)]
    return [_of(row) for row in compared]


def _waiting_in(waiting: QuerySet[Report], since: datetime, until: datetime) -> QuerySet[Report]:
    within = waiting.filter(starts_at__gte=since, starts_at__lte=until)
    return within.select_related("area").only(*_OF_REPORTS).order_by("-created_at")[:_MOST_COMPARED]


def _incidents_in(actor: Actor, since: datetime, until: datetime) -> QuerySet[Incident]:
    within = Incident.objects.filter(
        partnership_id=actor.table_id, withdrawn_at=None, occurred_at__gte=since, occurred_at__lte=until
    )
    return within.select_related("area").only(*_COMPARED).order_by("-occurred_at")[:_MOST_COMPARED]


def _of(row: Report | Incident) -> _Compared:
    text = row.text if isinstance(row, Report) else ""
    account = Account(
        key=str(row.pk),
        category=row.category,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        precision=row.starts_precision or TimePrecision.MINUTE,
        area=str(row.area_id or ""),
        street=street_key(row.place_text),
        point=(row.lat, row.lon) if row.lat is not None and row.lon is not None else None,
        words=telling_words(row.heading, text),
    )
    return _Compared(row=row, account=account)
