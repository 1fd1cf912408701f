"""Reads of repeats: the tables, the places, one of them, and those that a picture tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import Http404

from rundbord.situation.models import Incident, NearRepeatTable, RepeatCluster
from rundbord.situation.rules.repeats import CURRENT_DAYS
from rundbord.situation.vocabulary import UnusualVerdict
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """One place and those of its incidents that the reader may see and that still stand, oldest first."""

    cluster: RepeatCluster
    incidents: list[Incident]

    @property
    def streets(self) -> str:
        """Name the streets as the incidents give them."""
        return ", ".join(dict.fromkeys(one.place_text for one in self.incidents if one.place_text))

    @property
    def withdrawn(self) -> int:
        """Count those that were withdrawn since: whoever reads the place may read each of its incidents."""
        return self.cluster.counted - len(self.incidents)


@dataclass(frozen=True, kw_only=True)
class RepeatsPage:
    """A page of places, the newest first, and the cursors beside it."""

    rows: list[Repeat]
    before: str
    after: str


def near_repeat_tables() -> list[NearRepeatTable]:
    """Give all tables: one for each category and period."""
    return list(NearRepeatTable.objects.order_by("category", "length"))


def repeats_page(*, today: date, is_earlier: bool = False, after: str = "", before: str = "") -> RepeatsPage:
    """Give the places of the last fourteen days, or the earlier ones."""
    since = today - timedelta(days=CURRENT_DAYS)
    places = RepeatCluster.objects.select_related("area")
    wanted = places.filter(last__lt=since) if is_earlier else places.filter(last__gte=since)
    shown = keyset_page(wanted, order=("-last", "-id"), after=after, before=before, size=PAGE_SIZE)
    return RepeatsPage(rows=_with_incidents(shown.rows), before=shown.before, after=shown.after)


def repeat_of(repeat_id: UUID) -> Repeat:
    """Find one; what is out of reach does not exist."""
    cluster = RepeatCluster.objects.select_related("area").filter(pk=repeat_id).first()
    if cluster is None:
        raise Http404
    return _with_incidents([cluster])[0]


def repeats_told(*, since: datetime, until: datetime) -> list[Repeat]:
    """List what somebody has confirmed since the last picture, as long as two of its incidents still stand."""
    confirmed = RepeatCluster.objects.filter(
        verdict=UnusualVerdict.CONFIRMED, judged_at__gt=since, judged_at__lte=until
    )
    told = _with_incidents(list(confirmed.select_related("area").order_by("-last", "id")))
    return [one for one in told if len(one.incidents) > 1]


def _with_incidents(clusters: Collection[RepeatCluster]) -> list[Repeat]:
    found = _incidents_by_id({each for cluster in clusters for each in cluster.incident_ids})
    return [Repeat(cluster=cluster, incidents=_in_order(cluster.incident_ids, found)) for cluster in clusters]


def _incidents_by_id(wanted: Collection[UUID]) -> dict[UUID, Incident]:
    if not wanted:
        return {}
    standing = Incident.objects.filter(pk__in=wanted, withdrawn_at=None).select_related("area")
    return {each.pk: each for each in standing}


def _in_order(ids: Iterable[UUID], found: Mapping[UUID, Incident]) -> list[Incident]:
    return sorted((found[each] for each in ids if each in found), key=lambda each: (each.occurred_at, each.pk))
