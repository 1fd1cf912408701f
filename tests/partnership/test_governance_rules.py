"""Rules of agreement, parties and chair: what is refused, and why."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.rules.agreements import (
    Term,
    end_with_extensions,
    gaps_between,
    objections_to_agreement,
    objections_to_extension,
)
from rundbord.partnership.rules.seats import (
    Chair,
    Seat,
    objections_to_chair,
    objections_to_joining,
    objections_to_leaving,
)
from rundbord.partnership.weekdays import weekdays_in_words

POLICE, HERLEV, GLADSAXE, VESTBO = (UUID(int=number) for number in range(1, 5))
FIRST = Term(title="Aftale 2022", starts_on=date(2022, 1, 1), ends_on=date(2025, 12, 31))


def _term(starts_on: date, ends_on: date) -> Term:
    return Term(title="Ny aftale", starts_on=starts_on, ends_on=ends_on)


def _seat(authority_id: UUID, kind: AuthorityKind, left_on: date | None = None) -> Seat:
    return Seat(authority_id=authority_id, kind=kind, joined_on=date(2020, 1, 1), left_on=left_on)


SEATS = [
    _seat(POLICE, AuthorityKind.POLICE),
    _seat(HERLEV, AuthorityKind.MUNICIPALITY),
    _seat(GLADSAXE, AuthorityKind.MUNICIPALITY),
    _seat(VESTBO, AuthorityKind.HOUSING),
]


@pytest.mark.parametrize(
    ("proposed", "fields"),
    [
        (_term(date(2026, 1, 1), date(2029, 12, 31)), set()),
        (_term(date(2025, 12, 31), date(2029, 12, 31)), {"starts_on"}),
        (_term(date(2018, 1, 1), date(2022, 1, 1)), {"starts_on"}),
        (_term(date(2030, 1, 1), date(2029, 12, 31)), {"ends_on"}),
    ],
)
def test_agreements_may_follow_but_not_overlap(proposed: Term, fields: set[str]) -> None:
    assert set(objections_to_agreement(proposed, signed_on=date(2021, 1, 1), others=[FIRST])) == fields


def test_an_agreement_cannot_be_signed_after_its_end() -> None:
    reasons = objections_to_agreement(FIRST, signed_on=date(2026, 1, 1), others=[])

    assert set(reasons) == {"signed_on"}


def test_the_latest_extension_decides_the_end() -> None:
    assert end_with_extensions(date(2017, 12, 31), [date(2021, 12, 31), date(2019, 12, 31)]) == date(2021, 12, 31)


@pytest.mark.parametrize(
    ("ends_on", "decided_on", "fields"),
    [
        (date(2027, 12, 31), date(2025, 6, 1), set()),
        (date(2025, 12, 31), date(2025, 6, 1), {"ends_on"}),
        (date(2027, 12, 31), date(2025, 6, 3), {"decided_on"}),
    ],
)
def test_an_extension_ends_later_and_was_decided_already(ends_on: date, decided_on: date, fields: set[str]) -> None:
    reasons = objections_to_extension(FIRST, ends_on=ends_on, decided_on=decided_on, today=date(2025, 6, 2))

    assert set(reasons) == fields


@pytest.mark.parametrize(
    ("today", "soon"),
    [(date(2025, 7, 1), False), (date(2025, 7, 3), True), (date(2025, 12, 31), True), (date(2026, 1, 1), False)],
)
def test_the_end_is_warned_of_half_a_year_before(today: date, soon: bool) -> None:
    assert FIRST.ends_soon(today) is soon


def test_days_without_agreement_are_explained() -> None:
    later = _term(date(2026, 3, 1), date(2029, 12, 31))
    right_after = _term(date(2030, 1, 1), date(2030, 12, 31))

    assert gaps_between([later, FIRST, right_after]) == ["Der var ingen aftale mellem 31.12.2025 og 1.3.2026."]


@pytest.mark.parametrize(
    ("who", "words"),
    [(HERLEV, "allerede part"), (UUID(int=9), "")],
)
def test_nobody_joins_twice(who: UUID, words: str) -> None:
    reasons = objections_to_joining(who, joined_on=date(2026, 1, 1), seats=SEATS)

    assert words in str(reasons)
    assert bool(words) is bool(reasons)


def test_whoever_left_may_join_again_later() -> None:
    former = [_seat(HERLEV, AuthorityKind.MUNICIPALITY, left_on=date(2024, 12, 31))]

    assert objections_to_joining(HERLEV, joined_on=date(2025, 1, 1), seats=former) == {}
    assert objections_to_joining(HERLEV, joined_on=date(2019, 1, 1), seats=former)


@pytest.mark.parametrize(
    ("seat", "chair", "words"),
    [
        (SEATS[1], None, []),
        (SEATS[0], None, ["mindst én part fra politi"]),
        (SEATS[3], None, []),
        (SEATS[1], Chair(authority_id=HERLEV, starts_on=date(2024, 1, 1), ends_on=None), ["formandskabet"]),
        (SEATS[1], Chair(authority_id=HERLEV, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31)), []),
    ],
)
def test_a_party_may_leave_unless_the_table_needs_it(seat: Seat, chair: Chair | None, words: list[str]) -> None:
    reasons = objections_to_leaving(seat, left_on=date(2026, 1, 1), seats=SEATS, chair=chair)

    assert len(reasons) == len(words)
    assert all(word in reason for word, reason in zip(words, reasons, strict=True))


def test_a_party_does_not_leave_before_it_joined_or_twice() -> None:
    gone = _seat(VESTBO, AuthorityKind.HOUSING, left_on=date(2021, 1, 1))

    reasons = objections_to_leaving(gone, left_on=date(2019, 1, 1), seats=SEATS, chair=None)

    assert len(reasons) == 2


TERMS = [Chair(authority_id=GLADSAXE, starts_on=date(2024, 1, 1), ends_on=None)]


@pytest.mark.parametrize(
    ("seat", "starts_on", "fields"),
    [
        (SEATS[1], date(2026, 1, 1), set()),
        (SEATS[2], date(2026, 1, 1), {"party"}),
        (SEATS[3], date(2026, 1, 1), {"party"}),
        (None, date(2026, 1, 1), {"party"}),
        (SEATS[1], date(2024, 1, 1), {"starts_on"}),
    ],
)
def test_the_chair_goes_to_another_party_on_a_later_day(seat: Seat | None, starts_on: date, fields: set[str]) -> None:
    assert set(objections_to_chair(seat, starts_on=starts_on, terms=TERMS)) == fields


def test_no_day_is_without_a_chair() -> None:
    ended = [Chair(authority_id=GLADSAXE, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31))]

    assert not objections_to_chair(SEATS[1], starts_on=date(2026, 1, 1), terms=ended)
    assert objections_to_chair(SEATS[1], starts_on=date(2026, 1, 2), terms=ended)


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        ([1, 2, 3, 4, 5, 6, 7], "Alle dage"),
        ([5, 1, 2, 3, 4], "Mandag til fredag"),
        ([6, 7], "Lørdag og søndag"),
        ([1, 3, 5], "Mandag, onsdag og fredag"),
        ([2], "Tirsdag"),
        ([], "Ingen dage"),
    ],
)
def test_weekdays_are_said_in_words(weekdays: list[int], words: str) -> None:
    assert weekdays_in_words(weekdays) == words
