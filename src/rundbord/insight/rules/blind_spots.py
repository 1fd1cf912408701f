"""Blind spots: what one side sees of an area and the other does not; told in words, never as a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundbord.situation.vocabulary import SourceKind
from rundbord.vocabulary import Term

# Fewer accounts than these say nothing about who looks where.
_ENOUGH_ALONE = 3
_ENOUGH_TOGETHER = 8
_MUCH_MORE = 4


class Side(Term):
    """Side of sources — kildeside: who an account comes from, as far as blind spots go."""

    POLICE = "police", "Politiet"
    MUNICIPALITY = "municipality", "Kommunerne"
    OTHERS = "others", "Boligorganisationer og foreninger"


class Gap(Term):
    """Gap — blind vinkel: how the two sides' accounts of an area compare."""

    ONLY_POLICE = "only_police", "Kun politiet ser noget her"
    ONLY_MUNICIPALITY = "only_municipality", "Kun kommunen ser noget her"
    MOSTLY_POLICE = "mostly_police", "Mest set af politiet"
    MOSTLY_MUNICIPALITY = "mostly_municipality", "Mest set af kommunen"
    BOTH = "both", "Begge ser det"
    FEW = "few", "For få til at sige noget"
    NOBODY = "nobody", "Ingen har meldt noget"


SIDE_OF: Mapping[str, Side] = {
    SourceKind.POLICE: Side.POLICE,
    SourceKind.PRESS_REPORT: Side.POLICE,
    SourceKind.STREET: Side.MUNICIPALITY,
    SourceKind.SCHOOL_OR_CLUB: Side.MUNICIPALITY,
    SourceKind.MUNICIPALITY: Side.MUNICIPALITY,
    SourceKind.HOUSING: Side.OTHERS,
    SourceKind.CIVIL: Side.OTHERS,
}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How many accounts of an area each side has given."""

    police: int = 0
    municipality: int = 0
    others: int = 0

    @property
    def gap(self) -> Gap:
        """Say how the sides compare."""
        return gap_of(police=self.police, municipality=self.municipality)


def gap_of(*, police: int, municipality: int) -> Gap:
    """Compare two counts; small ones are called small."""
    if police == municipality == 0:
        return Gap.NOBODY
    if not municipality:
        return Gap.ONLY_POLICE if police >= _ENOUGH_ALONE else Gap.FEW
    if not police:
        return Gap.ONLY_MUNICIPALITY if municipality >= _ENOUGH_ALONE else Gap.FEW
    if police + municipality < _ENOUGH_TOGETHER:
        return Gap.FEW
    if police >= _MUCH_MORE * municipality:
        return Gap.MOSTLY_POLICE
    return Gap.MOSTLY_MUNICIPALITY if municipality >= _MUCH_MORE * police else Gap.BOTH


def is_worth_asking(gap: Gap) -> bool:
    """Tell whether somebody should ask why."""
    return gap not in {Gap.BOTH, Gap.FEW}
