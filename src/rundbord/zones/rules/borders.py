"""Where a zone lies: which areas its outline touches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from rundbord.partnership.rules.outlines import Outline, overlap_share

Key = TypeVar("Key")

# Borders drawn by hand along a street overlap the neighbour by a sliver; below this share nothing is touched.
SLIVER = 0.01


def touched(outline: Outline, areas: Mapping[Key, Outline]) -> list[Key]:
    """Give the areas of which the outline covers more than a sliver, or which cover more than a sliver of it."""
    return [
        key for key, area in areas.items() if max(overlap_share(outline, area), overlap_share(area, outline)) > SLIVER
    ]


def objections_to_borders(*, has_text: bool, has_outline: bool) -> list[str]:
    """Ask for borders in words or on the map: the law wants the place."""
    return [] if has_text or has_outline else ["Skriv grænserne gade for gade, eller tegn dem på kortet."]
