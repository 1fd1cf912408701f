"""Find the unusual — find det usædvanlige: each area and category against its own normal, once for each day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.patterns import History, Judgement, in_words, special_days, unusual_counts
from rundbord.situation.models import Incident, UnusualCount
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import Category
from rundbord.vocabulary import label_of

# Five years of past, as in Noufaily et al. (2013); what came before says little of today.
_YEARS = 5
# What all parties may read counts; a count with narrow incidents in it would tell of them.
_COMMON = (Audience.PARTIES.value, Audience.PARTNERS.value)

_Counts = dict[tuple[UUID, str], dict[date, int]]


def find_unusual(*, ending_on: date, by: Actor) -> int:
    """Judge the day and the week that end on `ending_on` (Danish calendar day); give how many finds are new."""
    by.must(Permission.SEE_OVERVIEW)
    areas = {area.pk: area.name for area in Area.objects.filter(partnership_id=by.table, closed_at=None)}
    histories = list(_histories(by, set(areas), ending_on))
    if not histories:
        return 0
    special = special_days(histories[0].starts_on, ending_on)
    found = unusual_counts(histories, ending_on=ending_on, special=special)
    finds = [_find(judgement, areas, by=by) for judgement in found.judgements if judgement.is_signal]
    known = UnusualCount.objects.filter(partnership_id=by.table, last=ending_on)
    before = set(known.values_list("area_id", "category", "first"))
    new = [find for find in finds if (find.area_id, find.category, find.first) not in before]
    # Another party's nightly work may have found the same in this moment.
    UnusualCount.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _histories(by: Actor, areas: set[UUID], ending_on: date) -> Iterator[History]:
    first = _first_day(by, ending_on)
    if first is None:
        return
    for (area_id, category), days in _counts(by, first, ending_on).items():
        if area_id in areas:
            yield History.of(str(area_id), category, days=days, first=first, last=ending_on)


def _first_day(by: Actor, ending_on: date) -> date | None:
    """Give the day from which the partnership was watched: before it, no incident means nothing."""
    oldest: datetime | None = _incidents(by).aggregate(oldest=Min("occurred_at"))["oldest"]
    if oldest is None or (began := timezone.localdate(oldest)) > ending_on:
        return None
    return max(began, ending_on - timedelta(days=round(365.25 * _YEARS)))


def _counts(by: Actor, first: date, last: date) -> _Counts:
    told = _incidents(by).filter(
        occurred_at__gte=datetime(first.year, first.month, first.day, tzinfo=DENMARK),
        occurred_at__lt=datetime(last.year, last.month, last.day, tzinfo=DENMARK) + timedelta(days=1),
    )
    by_day = told.annotate(day=TruncDate("occurred_at", tzinfo=DENMARK)).order_by()
    counts: _Counts = {}
    for row in by_day.values("area_id", "category", "day").annotate(times=Count("id")):
        counts.setdefault((row["area_id"], row["category"]), {})[row["day"]] = row["times"]
    return counts


def _incidents(by: Actor) -> QuerySet[Incident]:
    common = Incident.objects.filter(partnership_id=by.table, audience__in=_COMMON, withdrawn_at=None)
    return common.exclude(area=None)


def _find(judgement: Judgement, areas: dict[UUID, str], *, by: Actor) -> UnusualCount:
    area_id = UUID(judgement.area)
    counted, normal, sure = in_words(judgement, area=areas[area_id], category=label_of(Category, judgement.category))
    return UnusualCount(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=Audience.PARTIES,
        area_id=area_id,
        category=judgement.category,
        first=judgement.window.first,
        last=judgement.window.last,
        counted=judgement.counted,
        expected=judgement.normal.expected,
        p=judgement.p,
        q=judgement.q,
        heading=counted.removesuffix("."),
        text=f"{normal}\n{sure}",
        found_at=timezone.now(),
    )
