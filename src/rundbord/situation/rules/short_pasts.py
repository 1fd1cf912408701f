"""Areas whose past is too short for a normal: how many of their categories, and from which day they can be judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rundbord.patterns import Findings


@dataclass(frozen=True, kw_only=True)
class ShortPast:
    """One area, as the reader knows it; `judged_from` is a Danish calendar day."""

    area: str
    pairs: int
    judged_from: date


def short_pasts(found: Findings) -> list[dict[str, Any]]:
    """Write them down as they are kept, one for each area: all its categories have been watched as long."""
    by_area: dict[str, list[date]] = {}
    for one in found.too_little:
        by_area.setdefault(one.area, []).append(one.judged_from)
    return [{"area": area, "pairs": len(days), "from": max(days).isoformat()} for area, days in by_area.items()]


def short_pasts_in_words(kept: Iterable[Mapping[str, Any]], names: Mapping[str, str]) -> list[ShortPast]:
    """Read them with the names of areas; those first that can soonest be judged. An area that is closed is left out."""
    told = [
        ShortPast(area=names[one["area"]], pairs=one["pairs"], judged_from=date.fromisoformat(one["from"]))
        for one in kept
        if one["area"] in names
    ]
    return sorted(told, key=lambda one: (one.judged_from, one.area))
