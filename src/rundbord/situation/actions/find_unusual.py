"""Find the unusual — find det usædvanlige: each area and category against its own normal, once for each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.patterns import Findings, History, Judgement, in_words, special_days, unusual_counts
from rundbord.situation.models import Incident, UnusualCount, UnusualLook
from rundbord.situation.queries.repeat_incidents import common_incidents
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.rules.short_pasts import short_pasts
from rundbord.situation.vocabulary import Category
from rundbord.vocabulary import label_of

# Five years of past, as in Noufaily et al. (2013); what came before says little of today.
_YEARS = 5

_Counts = dict[tuple[UUID, str], dict[date, int]]


def find_unusual(*, ending_on: date, by: Actor) -> int:
    """Judge the day and the week that end on `ending_on` (Danish calendar day); give how many finds are new."""
    by.must(Permission.SEE_OVERVIEW)
    open_areas = list(Area.objects.filter(partnership_id=by.table, closed_at=None))
    areas = {area.pk: area.name for area in open_areas}
    histories = list(_histories(by, open_areas, ending_on))
    if not histories:
        return 0
    special = special_days(min(history.starts_on for history in histories), ending_on)
    found = unusual_counts(histories, ending_on=ending_on, special=special)
    _note(found, by=by)
    finds = [_find(judgement, areas, by=by) for judgement in found.judgements if judgement.is_signal]
    known = UnusualCount.objects.filter(partnership_id=by.table, last=ending_on)
    before = set(known.values_list("area_id", "category", "first"))
    new = [find for find in finds if (find.area_id, find.category, find.first) not in before]
    # Another party's nightly work may have found the same in this moment.
    UnusualCount.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _histories(by: Actor, areas: Iterable[Area], ending_on: date) -> Iterator[History]:
    first = _first_day(by, ending_on)
    if first is None:
        return
    counts = _counts(by, first, ending_on)
    begun = {area.pk: _watched_from(area, counts, first) for area in areas}
    for (area_id, category), days in counts.items():
        if area_id in begun:
            yield History.of(str(area_id), category, days=days, first=begun[area_id], last=ending_on)


def _first_day(by: Actor, ending_on: date) -> date | None:
    """Give the day from which the partnership was watched: before it, no incident means nothing."""
    oldest: datetime | None = _incidents(by).aggregate(oldest=Min("occurred_at"))["oldest"]
    if oldest is None or (began := timezone.localdate(oldest)) > ending_on:
        return None
    return max(began, ending_on - timedelta(days=round(365.25 * _YEARS)))


def _watched_from(area: Area, counts: _Counts, first: date) -> date:
    """Give the day from which the area was watched: before it was drawn, no incident means nothing either."""
    if area.created_at is None:
        return first
    days = [day for (area_id, _), by_day in counts.items() if area_id == area.pk for day in by_day]
    return max(first, min([timezone.localdate(area.created_at), *days]))


def _counts(by: Actor, first: date, last: date) -> _Counts:
    told = _incidents(by).filter(
        occurred_at__gte=datetime(first.year, first.month, first.day, tzinfo=DENMARK),
        occurred_at__lt=datetime(last.year, last.month, last.day, tzinfo=DENMARK) + timedelta(days=1),
    )
    by_day = told.annotate(day=TruncDate("occurred_at", tzinfo=DENMARK)).order_by()
    counts: _Counts = {}
    for row in by_day.values("area_id", "category", "day").annotate(times=Count("*")):
        counts.setdefault((row["area_id"], row["category"]), {})[row["day"]] = row["times"]
    return counts


def _incidents(by: Actor) -> QuerySet[Incident]:
    return common_incidents(by).exclude(area=None)


def _note(found: Findings, *, by: Actor) -> None:
    """Write down what the night compared, and what has too short a past."""
    looked = {
        "ending_on": found.ending_on,
        "looked_at": timezone.now(),
        "compared": len({(one.area, one.category) for one in found.judgements}),
        "too_short": short_pasts(found),
    }
    if not UnusualLook.objects.filter(partnership_id=by.table).update(**looked):
        ours = {"partnership_id": by.table, "authority_id": by.authority_id, "audience": Audience.PARTIES}
        UnusualLook.objects.bulk_create([UnusualLook(**ours, **looked)], ignore_conflicts=True)


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
