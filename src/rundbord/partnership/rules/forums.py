"""What a forum must be: how often it meets, who may be seated, and where persons are never spoken of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import ForumKind, Rhythm, SeatRole

Reasons = dict[str, list[str]]

# Kinds that ever speak of single cases; politicians, residents, parents and housing staff never do (law B.4, D.1).
WITH_INDIVIDUAL_PART = frozenset(
    {
        ForumKind.MORNING,
        ForumKind.JOINT_LEADERS,
        ForumKind.COORDINATION,
        ForumKind.HAND_OVER,
        ForumKind.LOCAL,
        ForumKind.BILATERAL,
    }
)
LEADING = frozenset({SeatRole.CHAIR, SeatRole.SECRETARY})
MOST_OFTEN = 52
NO_INDIVIDUAL_PART = "Denne slags forum taler aldrig om enkeltpersoner og kan ikke have en individuel del."
TWO_ORGANISATIONS = "Et bilateralt forum har præcis to organisationer. Vælg enheder fra én anden part."
THIRD_ORGANISATION = "Et bilateralt forum har kun to organisationer. Opret et andet forum, hvis flere skal være med."


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """How often a forum meets."""

    rhythm: Rhythm
    every: int = 1
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seating:
    """A unit that is to be seated, as far as it is judged."""

    unit_id: UUID
    authority_id: UUID
    authority_kind: AuthorityKind
    role: SeatRole
    may_join_individual_part: bool = False


def objections_to_forum(kind: ForumKind, cadence: Cadence, *, has_individual_part: bool) -> Reasons:
    """Give every reason why a forum cannot be as it is told, by the field to blame."""
    reasons: Reasons = {}
    if cadence.rhythm == Rhythm.WEEKDAYS and not cadence.weekdays:
        reasons["weekdays"] = ["Vælg mindst én ugedag."]
    if not 1 <= cadence.every <= MOST_OFTEN:
        reasons["every"] = [f"Skriv et tal fra 1 til {MOST_OFTEN}."]
    if has_individual_part and kind not in WITH_INDIVIDUAL_PART:
        reasons["has_individual_part"] = [NO_INDIVIDUAL_PART]
    return reasons


def objections_to_seating(
    seating: Seating, *, kind: ForumKind, has_individual_part: bool, seated: Collection[Seating]
) -> Reasons:
    """Give every reason why a unit cannot be seated beside those who are."""
    reasons: Reasons = {}
    if any(other.unit_id == seating.unit_id for other in seated):
        reasons["unit"] = ["Enheden har allerede en plads i dette forum."]
    others = {other.authority_id for other in seated} | {seating.authority_id}
    if kind == ForumKind.BILATERAL and len(others) > 2:
        reasons.setdefault("unit", []).append(THIRD_ORGANISATION)
    if seating.role in LEADING and seating.authority_kind.is_place:
        reasons["role"] = ["Boligorganisationer og foreninger kan være medlem eller gæst, men ikke føre et forum."]
    if seating.may_join_individual_part and (told := _against_joining(seating, speaks_of_cases=has_individual_part)):
        reasons["may_join_individual_part"] = told
    return reasons


def objections_to_opening(kind: ForumKind, seatings: Sequence[Seating]) -> Reasons:
    """Give every reason why a forum cannot begin with these seats."""
    organisations = {seating.authority_id for seating in seatings}
    if kind == ForumKind.BILATERAL and len(organisations) != 2:
        return {"units": [TWO_ORGANISATIONS]}
    return {}


def objections_to_ending(seat: Seating, *, starts_on: date, ends_on: date, others: Collection[Seating]) -> Reasons:
    """Give every reason why a seat cannot end on a day; `others` are the seats that stay."""
    if ends_on < starts_on:
        return {"ends_on": ["Sidste dag ligger før den dag, pladsen blev givet."]}
    if seat.role in LEADING and not any(other.role in LEADING for other in others):
        return {"ends_on": ["Nogen skal lede mødet eller være sekretær. Giv først en anden enhed den rolle."]}
    return {}


def _against_joining(seating: Seating, *, speaks_of_cases: bool) -> list[str]:
    if not speaks_of_cases:
        return ["Forummet har ingen individuel del."]
    if seating.authority_kind.is_place:
        return ["Boligorganisationer og foreninger deltager ikke i den individuelle del."]
    return []
