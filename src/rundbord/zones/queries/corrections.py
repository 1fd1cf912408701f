"""What was put right of a zone: what stood, what stands, why and by whom; and all of it since a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from rundbord.vocabulary import label_of
from rundbord.zones.models import Zone, ZoneDecision, ZonePlace
from rundbord.zones.queries.zone_row import ZoneRow
from rundbord.zones.rules.corrections import Change, changes_between
from rundbord.zones.rules.words import day_in_words, written
from rundbord.zones.vocabulary import Step, ZoneKind


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One correction as shown."""

    at: datetime
    who: str
    why: str
    changes: list[Change]


@dataclass(frozen=True, kw_only=True)
class ShownLink:
    """One link of the chain as it stands, with what it did and its corrections, newest first."""

    link: ZoneDecision
    step: str
    corrections: list[Correction]


def links_of(row: ZoneRow) -> list[ShownLink]:
    """Give the chain, newest first."""
    return [
        ShownLink(link=link, step=label_of(Step, link.step), corrections=_of_link(row, link))
        for link in reversed(row.chain)
    ]


def place_corrections(row: ZoneRow) -> list[Correction]:
    """Give the corrections of what the zone is and where, newest first."""
    stood: list[tuple[Zone | ZonePlace, int]] = [(row.zone, 1), *((place, place.version) for place in row.places)]
    made = []
    for (before, before_version), (after, version) in pairwise(stood):
        assert isinstance(after, ZonePlace)  # noqa: S101 — only the first is the zone itself
        changes = changes_between(_place_facts(row, before, before_version), _place_facts(row, after, version))
        made.append(_correction(after, changes))
    return made[::-1]


def changes_since(row: ZoneRow, since: datetime) -> list[Change]:
    """Give what was put right after a moment of what had been registered by then, as it stood then and stands now."""
    if row.zone.registered_at > since:
        return []
    before = row.known_at(since)
    stands = {link.number: link for link in row.chain}
    place = changes_between(
        _place_facts(before, before.place, before.place_version), _place_facts(row, row.place, row.place_version)
    )
    links = [
        change
        for stood in before.chain
        for change in changes_between(_link_facts(stood), _link_facts(stands[stood.number]))
    ]
    return [*place, *links]


def _of_link(row: ZoneRow, link: ZoneDecision) -> list[Correction]:
    versions = [each for each in row.registered if each.number == link.number]
    made = [
        _correction(after, changes_between(_link_facts(before), _link_facts(after)))
        for before, after in pairwise(versions)
    ]
    return made[::-1]


def _correction(row: ZoneDecision | ZonePlace, changes: list[Change]) -> Correction:
    return Correction(at=row.registered_at, who=row.corrected_by, why=row.corrected_why, changes=changes)


def _link_facts(link: ZoneDecision) -> dict[str, str]:
    return {
        "Fra": written(link.starts_at),
        "Til": written(link.ends_at),
        "Sket siden sidst": link.happened,
        "Begrundelse": link.reasons,
        "Besluttet af": link.decided_by,
        "Besluttet den": f"{day_in_words(link.decided_on)} {link.decided_on.year}",
        "Offentliggjort": link.link,
    }


def _place_facts(row: ZoneRow, place: Zone | ZonePlace, version: int) -> dict[str, str]:
    return {
        "Type": label_of(ZoneKind, place.kind),
        "Navn": place.name,
        "Grænser": ", ".join(line.strip() for line in place.borders.splitlines() if line.strip()),
        "Omrids": _outline_in_words(place.outline),
        "Områder": ", ".join(area.name for area in row.areas_at(version)),
    }


def _outline_in_words(outline: object) -> str:
    """Name the corners, since a map shows one outline at a time."""
    rings = outline.get("coordinates", [[]]) if isinstance(outline, dict) else [[]]
    corners = [f"{lat:.4f}, {lon:.4f}" for lon, lat, *_ in rings[0][:-1]]
    listed = " · ".join(corners)
    return f"{len(corners)} hjørner: {listed}" if corners else ""
