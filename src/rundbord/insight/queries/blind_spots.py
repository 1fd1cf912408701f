"""Who sees what: accounts by area and side, by hour of day, and the units that are silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractHour
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.insight.rules.blind_spots import SIDE_OF, Seen, Side, is_worth_asking
from rundbord.partnership.models import Area, ReportingDuty
from rundbord.situation.models import Report
from rundbord.situation.queries.draft_sources import heard_from
from rundbord.situation.rules.period import DENMARK, Period
from rundbord.situation.vocabulary import Nature, TimePrecision

LOOKS_BACK = timedelta(days=90)
SILENT_AFTER = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class AreaSeen:
    """An area, and how much each side has told of it."""

    area: Area
    seen: Seen

    @property
    def is_worth_asking(self) -> bool:
        """Tell whether somebody should ask why."""
        return is_worth_asking(self.seen.gap)


@dataclass(frozen=True, kw_only=True)
class BlindSpots:
    """All that the page shows, for the period that ends now."""

    since: datetime
    areas: list[AreaSeen]
    hours: dict[Side, list[int]]
    silent: list[ReportingDuty]


def blind_spots(actor: Actor, *, now: datetime | None = None) -> BlindSpots:
    """Count what the reader may read; units are silent when nobody has heard from them, readable or not."""
    until = now or timezone.now()
    reports = Report.objects.filter(partnership_id=actor.table_id, created_at__gt=until - LOOKS_BACK)
    told = reports.exclude(nature=Nature.NOTHING)
    return BlindSpots(since=until - LOOKS_BACK, areas=_areas(told), hours=_hours(told), silent=silent_units(until))


def _areas(told: QuerySet[Report]) -> list[AreaSeen]:
    counts: dict[UUID, Counter[Side]] = {}
    for row in told.exclude(area=None).order_by().values("area_id", "source_kind").annotate(times=Count("*")):
        counts.setdefault(row["area_id"], Counter())[SIDE_OF[row["source_kind"]]] += row["times"]
    areas = Area.objects.filter(closed_at=None).order_by("sort_key", "id")
    seen = [AreaSeen(area=area, seen=_seen(counts.get(area.pk, Counter()))) for area in areas]
    return sorted(seen, key=lambda each: not each.is_worth_asking)


def _seen(counts: Counter[Side]) -> Seen:
    return Seen(police=counts[Side.POLICE], municipality=counts[Side.MUNICIPALITY], others=counts[Side.OTHERS])


def _hours(told: QuerySet[Report]) -> dict[Side, list[int]]:
    timed = told.filter(starts_precision=TimePrecision.MINUTE, starts_at__isnull=False)
    by_hour = timed.annotate(hour=ExtractHour("starts_at", tzinfo=DENMARK)).order_by()
    hours: dict[Side, list[int]] = {Side.POLICE: [0] * 24, Side.MUNICIPALITY: [0] * 24}
    for row in by_hour.values("hour", "source_kind").annotate(times=Count("*")):
        side = SIDE_OF[row["source_kind"]]
        if side in hours:
            hours[side][row["hour"]] += row["times"]
    return hours


def silent_units(until: datetime) -> list[ReportingDuty]:
    """List the units that must report and of which nobody has heard for two weeks."""
    heard = heard_from(Period(starts_at=until - SILENT_AFTER, ends_at=until))
    today = timezone.localdate(until)
    duties = ReportingDuty.objects.filter(starts_on__lte=today).exclude(ends_on__lt=today)
    listed = duties.select_related("unit__authority").order_by("unit__authority__name", "unit__name", "id")
    return [duty for duty in listed if not heard.get(duty.unit_id)]
