"""What a forum may be, and who may be seated in it."""

from __future__ import annotations

from uuid import UUID

import pytest

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.rules.forums import (
    Cadence,
    Seating,
    objections_to_forum,
    objections_to_seating,
)
from rundbord.partnership.vocabulary import ForumKind, Rhythm, SeatRole


def _seating(number: int, kind: AuthorityKind, role: SeatRole, *, joins: bool = False) -> Seating:
    return Seating(
        unit_id=UUID(int=number),
        authority_id=UUID(int=number),
        authority_kind=kind,
        role=role,
        may_join_individual_part=joins,
    )


@pytest.mark.parametrize("kind", [ForumKind.STEERING, ForumKind.SAFETY_MEETING, ForumKind.PARENTS, ForumKind.HOUSING])
def test_some_forums_never_speak_of_single_persons(kind: ForumKind) -> None:
    told = objections_to_forum(kind, Cadence(rhythm=Rhythm.WHEN_NEEDED), has_individual_part=True)

    assert list(told) == ["has_individual_part"]


def test_fixed_weekdays_want_a_weekday() -> None:
    assert "weekdays" in objections_to_forum(
        ForumKind.MORNING, Cadence(rhythm=Rhythm.WEEKDAYS), has_individual_part=False
    )


@pytest.mark.parametrize(
    ("seating", "field"),
    [
        (_seating(1, AuthorityKind.MUNICIPALITY, SeatRole.MEMBER), "unit"),
        (_seating(2, AuthorityKind.HOUSING, SeatRole.CHAIR), "role"),
        (_seating(3, AuthorityKind.HOUSING, SeatRole.GUEST, joins=True), "may_join_individual_part"),
    ],
    ids=["seated already", "housing does not lead", "housing does not join"],
)
def test_who_cannot_be_seated_is_told_why(seating: Seating, field: str) -> None:
    seated = [_seating(1, AuthorityKind.MUNICIPALITY, SeatRole.SECRETARY)]

    told = objections_to_seating(seating, kind=ForumKind.LOCAL, has_individual_part=True, seated=seated)

    assert list(told) == [field]
