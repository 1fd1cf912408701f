"""The inbox: reports that nobody has judged, each with what a coordinator needs to judge it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.situation.models import Photo, ReadIncident, Report
from rundbord.situation.queries.folding import folded_now
from rundbord.situation.queries.handed_over import handed_over_among
from rundbord.situation.queries.likely_duplicates import Suggestion, suggestions_for
from rundbord.situation.rules.triage import INBOX_REACHES_BACK
from rundbord.situation.vocabulary import Category, Nature
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 25
MOST_WAITING = 2000
URGENT_FIRST = ("-is_urgent", "-created_at", "-id")
NEWEST_FIRST = ("-created_at", "-id")


@dataclass(frozen=True, kw_only=True)
class InboxFilter:
    """What the coordinator wants to see; empty means all. A category that is asked for is not folded away."""

    area_id: UUID | None = None
    source_kind: str = ""
    category: str = ""
    nature: str = ""
    days: int | None = None
    only_urgent: bool = False
    only_unplaced: bool = False
    only_without_text: bool = False
    newest_first: bool = False


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One report that waits, as a card shows it."""

    report: Report
    unit_name: str
    photo_ids: Sequence[UUID] = ()
    flags: Sequence[tuple[str, str]] = ()
    suggestion: Suggestion | None = None
    is_handed_over: bool = False


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """A page of the inbox, how many wait in all, and how many of each category are folded away."""

    waiting: Sequence[Waiting]
    before: str
    after: str
    total: int
    folded: Mapping[Category, int] = field(default_factory=dict)

    @property
    def shown_total(self) -> int:
        """Count what waits outside the folds."""
        return self.total - sum(self.folded.values())


def inbox(actor: Actor, wanted: InboxFilter, *, after: str = "", before: str = "") -> Inbox:
    """Give one page of what waits."""
    waiting = waiting_reports(actor)
    matching = _matching(waiting, wanted)
    by_category = _count_by_category(matching)
    folded = _folded_among(by_category, wanted)
    listed = matching.exclude(category__in=list(folded)) if folded else matching
    order = NEWEST_FIRST if wanted.newest_first else URGENT_FIRST
    page = keyset_page(
        listed.select_related("authority", "area").defer("area__outline"),
        order=order,
        after=after,
        before=before,
        size=PAGE_SIZE,
    )
    return Inbox(
        waiting=_with_what_belongs(page, waiting, actor),
        before=page.before,
        after=page.after,
        total=sum(by_category.values()),
        folded=folded,
    )


def open_reports(actor: Actor) -> QuerySet[Report]:
    """Narrow to reports within reach without a verdict in force; a police report counts once it is released."""
    unreleased = ReadIncident.objects.filter(report=OuterRef("pk"), released_at=None)
    here = Report.objects.filter(
        partnership_id=actor.table_id, waits=True, created_at__gte=timezone.now() - INBOX_REACHES_BACK
    )
    return here.filter(~Exists(unreleased))


def waiting_reports(actor: Actor) -> QuerySet[Report]:
    """Look once through the half year for what waits, so that list, numbers and suggestions need not look again."""
    newest = open_reports(actor).order_by("-created_at").values_list("id", flat=True)
    return Report.objects.filter(pk__in=list(newest[:MOST_WAITING]))


def report_of(actor: Actor, report_id: UUID) -> Report:
    """Find one report within reach in this partnership, judged or not; another does not exist."""
    here = Report.objects.select_related("authority", "area").filter(partnership_id=actor.table_id)
    report = here.exclude(nature=Nature.NOTHING).filter(pk=report_id).first()
    if report is None:
        raise Http404
    return report


def waiting_of(actor: Actor, report: Report) -> Waiting:
    """Give one report as its card shows it."""
    return _with_what_belongs(KeysetPage(rows=[report], before="", after=""), open_reports(actor), actor)[0]


def _matching(reports: QuerySet[Report], wanted: InboxFilter) -> QuerySet[Report]:
    columns = {
        "area_id": wanted.area_id,
        "source_kind": wanted.source_kind,
        "category": wanted.category,
        "nature": wanted.nature,
    }
    narrowed = reports.filter(**{column: value for column, value in columns.items() if value})
    if wanted.only_urgent:
        narrowed = narrowed.filter(is_urgent=True)
    if wanted.only_unplaced:
        narrowed = narrowed.filter(area=None, lat=None)
    if wanted.only_without_text:
        narrowed = narrowed.filter(text="")
    if wanted.days:
        narrowed = narrowed.filter(created_at__gte=timezone.now() - timedelta(days=wanted.days))
    return narrowed


def _count_by_category(reports: QuerySet[Report]) -> dict[str, int]:
    return dict(reports.order_by().values_list("category").annotate(count=Count("*")))


def _folded_among(by_category: Mapping[str, int], wanted: InboxFilter) -> dict[Category, int]:
    if wanted.category or wanted.only_urgent:
        return {}
    return {category: by_category[category] for category in sorted(folded_now()) if by_category.get(category)}


def _with_what_belongs(page: KeysetPage[Report], waiting: QuerySet[Report], actor: Actor) -> list[Waiting]:
    reports = page.rows
    ids = [report.pk for report in reports]
    # By a query of their own: a unit out of sight must not take its report out of the list.
    units = Unit.objects.in_bulk({report.unit_id for report in reports})
    photos = defaultdict(list)
    for photo_id, report_id in Photo.objects.filter(report__in=ids).values_list("id", "report_id"):
        photos[report_id].append(photo_id)
    flags = dict(ReadIncident.objects.filter(report__in=ids).values_list("report_id", "flags"))
    suggested = suggestions_for(reports, waiting, actor)
    handed_over = handed_over_among(ids)
    return [
        Waiting(
            report=report,
            unit_name=units[report.unit_id].name if report.unit_id in units else "",
            photo_ids=photos[report.pk],
            flags=[tuple(flag) for flag in flags.get(report.pk, [])],
            suggestion=suggested.get(report.pk),
            is_handed_over=report.pk in handed_over,
        )
        for report in reports
    ]
