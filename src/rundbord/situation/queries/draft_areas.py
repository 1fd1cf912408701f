"""What police and SSP say of each area, and for partners how much happened there, with small counts hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from rundbord.partnership.models import Area
from rundbord.partnership.queries import standings
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.small_counts import hide_small
from rundbord.situation.vocabulary import EntryKind

_COMMON = {Audience.PARTIES, Audience.PARTNERS}


def area_lines(events: Sequence[Line], *, until: datetime) -> Iterator[Line]:
    """Give two lines an area: its status for the parties, and counts for the partners."""
    areas = list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))
    yield from _status_lines(areas, until)
    yield from _partner_lines(areas, events)


def _status_lines(areas: Sequence[Area], until: datetime) -> Iterator[Line]:
    stood = standings(until=until)
    for area in areas:
        standing = stood[area.pk]
        police, ssp = (word.status.value if word else "" for word in (standing.police, standing.ssp))
        # An area's status stands when both sides say the same (product S4).
        status = police if police == ssp else ""
        content = {"area_id": str(area.pk), "area": area.name, "police": police, "ssp": ssp, "status": status}
        yield Line(kind=EntryKind.AREA, audience=Audience.PARTIES, content=content)


def _partner_lines(areas: Sequence[Area], events: Sequence[Line]) -> Iterator[Line]:
    incidents, observations = (_counts(areas, events, kind) for kind in (EntryKind.INCIDENT, EntryKind.OBSERVATION))
    for area in areas:
        key = str(area.pk)
        content = {"area_id": key, "area": area.name, "incidents": incidents[key], "observations": observations[key]}
        yield Line(kind=EntryKind.AREA, audience=Audience.PARTNERS, content=content)


def _counts(areas: Sequence[Area], events: Sequence[Line], kind: EntryKind) -> dict[object, int | None]:
    told = Counter(line.words("area_id") for line in events if line.kind == kind and line.audience in _COMMON)
    return hide_small({str(area.pk): told[str(area.pk)] for area in areas}).by_key
