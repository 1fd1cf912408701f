"""The numbers of a report, each from the very rows that its list shows: what all parties read, and nothing narrower."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.insight.models import PeriodReport
from rundbord.insight.vocabulary import ReportSection
from rundbord.partnership.models import Activity, Area
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.queries.incidents import IncidentFilter, matching
from rundbord.situation.vocabulary import Category
from rundbord.streetwork.models import Shift
from rundbord.tasks.models import Task
from rundbord.vocabulary import label_of
from rundbord.zones.models import Zone

COMMON = (Audience.PARTIES.value, Audience.PARTNERS.value)
S = ReportSection


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number, what it counts, and the list that it counts."""

    section: ReportSection
    label: str
    count: int
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class ListedRow:
    """One row of the list behind a number."""

    words: str
    day: date
    href: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A number that has a list of its own: where it stands, its rows, and how one of them is shown."""

    key: str
    section: ReportSection
    label: str
    rows: Callable[[Actor, PeriodReport], QuerySet[Any]]
    show: Callable[[Any], ListedRow]


def bounds(report: PeriodReport) -> tuple[datetime, datetime]:
    """Give the moments between which a report's days lie, in Danish time."""
    return at_clock(report.first, time.min), at_clock(report.last + timedelta(days=1), time.min)


def incident_filter(report: PeriodReport, *, area_id: UUID | None = None, category: str = "") -> IncidentFilter:
    """Narrow to a report's incidents, as its list is narrowed."""
    since, until = bounds(report)
    return IncidentFilter(since=since, until=until, area_id=area_id, category=category, is_common=True)


def figures_of(report: PeriodReport, *, actor: Actor) -> list[Figure]:
    """Reckon every number of a report, in the order of its sections."""
    found = [*_incident_figures(report, actor), *_counted_figures(report, actor)]
    order = list(ReportSection)
    return sorted(found, key=lambda figure: order.index(figure.section))


def counted(key: str) -> Counted | None:
    """Find a number with a list of its own."""
    return next((each for each in COUNTED if each.key == key), None)


def _incident_figures(report: PeriodReport, actor: Actor) -> Iterator[Figure]:
    rows = matching(actor, incident_filter(report)).order_by()
    by_area = dict(rows.values_list("area_id").annotate(Count("id")))
    by_category = dict(rows.values_list("category").annotate(Count("id")))
    yield _incidents("Hændelser i alt", sum(by_area.values()), report)
    for area in Area.objects.filter(pk__in=[key for key in by_area if key]).order_by("sort_key", "id"):
        yield _incidents(area.name, by_area[area.pk], report, omraade=str(area.pk))
    for category in sorted(by_category, key=lambda each: (-by_category[each], each)):
        yield _incidents(f"Kategori: {label_of(Category, category)}", by_category[category], report, kategori=category)


def _incidents(label: str, count: int, report: PeriodReport, **narrowed: str) -> Figure:
    asked = {"periode": "valgt", "fra": report.first.isoformat(), "til": report.last.isoformat(), "laeses": "alle"}
    href = f"{reverse('situation:incidents')}?{urlencode({**asked, **narrowed})}"
    return Figure(section=S.PICTURE, label=label, count=count, href=href)


def _counted_figures(report: PeriodReport, actor: Actor) -> Iterator[Figure]:
    for each in COUNTED:
        href = reverse("insight:report_list", args=[report.pk, each.key])
        count = each.rows(actor, report).count()
        yield Figure(section=each.section, label=each.label, count=count, href=href)


def _tasks(actor: Actor) -> QuerySet[Task]:
    return Task.objects.filter(partnership_id=actor.table_id, audience__in=COMMON, forum=None)


def _decided(actor: Actor, report: PeriodReport) -> QuerySet[Task]:
    since, until = bounds(report)
    return _tasks(actor).filter(decided_at__gte=since, decided_at__lt=until).order_by("-decided_at", "id")


def _closed(actor: Actor, report: PeriodReport) -> QuerySet[Task]:
    since, until = bounds(report)
    return _tasks(actor).filter(closed_at__gte=since, closed_at__lt=until).order_by("-closed_at", "id")


def _late(actor: Actor, report: PeriodReport) -> QuerySet[Task]:
    """Decisions closed in the period after their deadline; of what is open still the register tells."""
    return _closed(actor, report).filter(due_on__lt=F("closed_at__date"))


def _shifts(actor: Actor, report: PeriodReport) -> QuerySet[Shift]:
    since, until = bounds(report)
    here = Shift.objects.filter(partnership_id=actor.table_id, audience__in=COMMON, cancelled_at=None)
    held = here.filter(started_at__gte=since, started_at__lt=until)
    return held.select_related("unit").order_by("-started_at", "id")


def _zones(actor: Actor, report: PeriodReport) -> QuerySet[Zone]:
    since, until = bounds(report)
    here = Zone.objects.filter(partnership_id=actor.table_id, audience__in=COMMON)
    return here.filter(starts_at__gte=since, starts_at__lt=until).order_by("-starts_at", "id")


def _activities(actor: Actor, report: PeriodReport) -> QuerySet[Activity]:
    here = Activity.objects.filter(partnership_id=actor.table_id, held_on__range=(report.first, report.last))
    return here.select_related("measure").order_by("-held_on", "id")


def _task_row(task: Task) -> ListedRow:
    day = timezone.localdate(task.decided_at)
    return ListedRow(words=task.what, day=day, href=reverse("tasks:show_task", args=[task.pk]))


def _closed_row(task: Task) -> ListedRow:
    day = timezone.localdate(task.closed_at)
    return ListedRow(words=task.what, day=day, href=reverse("tasks:show_task", args=[task.pk]))


def _shift_row(shift: Shift) -> ListedRow:
    href = reverse("streetwork:show_shift", args=[shift.pk])
    return ListedRow(words=shift.unit.name, day=timezone.localdate(shift.started_at), href=href)


def _zone_row(zone: Zone) -> ListedRow:
    href = reverse("zones:show_zone", args=[zone.pk])
    return ListedRow(words=zone.name, day=timezone.localdate(zone.starts_at), href=href)


def _activity_row(activity: Activity) -> ListedRow:
    href = reverse("partnership:show_measure", args=[activity.measure_id])
    return ListedRow(words=str(activity.measure), day=activity.held_on, href=href)


COUNTED = (
    Counted(
        key="aktiviteter",
        section=S.PROACTIVE,
        label="Noterede aktiviteter i planen",
        rows=_activities,
        show=_activity_row,
    ),
    Counted(key="vagter", section=S.OPERATIVE, label="Vagter på gaden", rows=_shifts, show=_shift_row),
    Counted(key="zoner", section=S.OPERATIVE, label="Zoner, der begyndte", rows=_zones, show=_zone_row),
    Counted(key="beslutninger", section=S.DECISIONS, label="Beslutninger truffet", rows=_decided, show=_task_row),
    Counted(key="afsluttede", section=S.DECISIONS, label="Beslutninger afsluttet", rows=_closed, show=_closed_row),
    Counted(key="for-sent", section=S.DECISIONS, label="Heraf afsluttet efter fristen", rows=_late, show=_closed_row),
)
