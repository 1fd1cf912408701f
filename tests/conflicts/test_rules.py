"""Clocks, ageing, judgements, windows and clearances of a conflict, as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from rundbord.conflicts.rules.clearing import (
    ClearanceState,
    clearance_end,
    clearance_state,
    objections_to_clearance,
    objections_to_identity,
)
from rundbord.conflicts.rules.clocks import (
    ReviewState,
    closing_is_proposed,
    next_review,
    quiet_days,
    review_state,
    span_in_words,
)
from rundbord.conflicts.rules.facts import objections_to_facts, objections_to_groups, objections_to_owner
from rundbord.conflicts.rules.judging import URGENCY, grade_in_words, is_change, objections_to_tension
from rundbord.conflicts.rules.motives import expiry, leading, objections_to_confidence, standing_of
from rundbord.conflicts.rules.risks import (
    WindowState,
    countdown,
    is_at_risk,
    objections_to_risk,
    objections_to_window,
    window_state,
)
from rundbord.conflicts.vocabulary import Confidence, Credibility, Reliability, Tension

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)
OURS, THEIRS = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 11, 16, 9, 0, tzinfo=COPENHAGEN), datetime(2026, 11, 19, 9, 0, tzinfo=COPENHAGEN)),
        (datetime(2026, 11, 20, 9, 0, tzinfo=COPENHAGEN), datetime(2026, 11, 23, 9, 0, tzinfo=COPENHAGEN)),
        (datetime(2026, 10, 24, 9, 0, tzinfo=COPENHAGEN), datetime(2026, 10, 27, 8, 0, tzinfo=COPENHAGEN)),
        (datetime(2026, 3, 27, 9, 0, tzinfo=COPENHAGEN), datetime(2026, 3, 30, 10, 0, tzinfo=COPENHAGEN)),
        (datetime(2026, 12, 30, 23, 30, tzinfo=COPENHAGEN), datetime(2027, 1, 2, 23, 30, tzinfo=COPENHAGEN)),
    ],
    ids=["midt på ugen", "hen over en weekend", "uret stilles tilbage", "uret stilles frem", "hen over nytår"],
)
def test_a_review_is_due_after_72_real_hours(at: datetime, due: datetime) -> None:
    assert next_review(at) == due
    assert next_review(at) - at.astimezone(UTC) == timedelta(hours=72)


@pytest.mark.parametrize(("asked", "hours"), [(24, 24), (48, 48), (72, 72), (240, 72)])
def test_a_review_can_be_due_sooner_and_never_later(asked: int, hours: int) -> None:
    assert next_review(NOW, within=timedelta(hours=asked)) == NOW + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("hours_left", "is_closed", "state"),
    [
        (40, False, ReviewState.AHEAD),
        (12, False, ReviewState.SOON),
        (0, False, ReviewState.SOON),
        (-0.01, False, ReviewState.OVERDUE),
        (-500, True, ReviewState.CLOSED),
    ],
)
def test_a_conflict_stands_against_its_review(hours_left: float, is_closed: bool, state: ReviewState) -> None:
    due_at = NOW + timedelta(hours=hours_left)

    assert review_state(due_at=due_at, is_closed=is_closed, now=NOW) is state


@pytest.mark.parametrize(
    ("since", "is_closed", "days", "is_proposed"),
    [
        (date(2026, 11, 20), False, 0, False),
        (date(2026, 10, 22), False, 29, False),
        (date(2026, 10, 21), False, 30, True),
        (date(2026, 1, 1), False, 323, True),
        (date(2026, 10, 21), True, 30, False),
        (date(2026, 11, 25), False, 0, False),
    ],
    ids=["i dag", "29 dage", "30 dage hen over vintertid", "længe", "allerede afsluttet", "en dag frem"],
)
def test_thirty_quiet_days_propose_a_closing(since: date, is_closed: bool, days: int, is_proposed: bool) -> None:
    assert quiet_days(since=since, today=TODAY) == days
    assert closing_is_proposed(since=since, today=TODAY, is_closed=is_closed) is is_proposed


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=2, hours=3, minutes=59), "2 døgn og 3 timer"),
        (timedelta(days=1), "1 døgn"),
        (timedelta(hours=7, minutes=30), "7 timer"),
        (timedelta(hours=1, minutes=1), "1 time og 1 minut"),
        (timedelta(hours=2), "2 timer"),
        (timedelta(minutes=40), "40 minutter"),
        (timedelta(seconds=20), "under et minut"),
        (timedelta(minutes=-5), "under et minut"),
    ],
)
def test_a_length_of_time_reads_in_danish(span: timedelta, words: str) -> None:
    assert span_in_words(span) == words


@pytest.mark.parametrize(
    ("reason", "last_reason", "is_refused"),
    [
        ("To episoder på to døgn og trusler på nettet.", "", False),
        ("", "", True),
        ("ok", "", True),
        ("............", "", True),
        ("Rygter om hævn i weekenden.", "rygter om hævn i weekenden. ", True),
        ("Rygter om hævn i weekenden, nu også fra skolen.", "Rygter om hævn i weekenden.", False),
    ],
    ids=["en grund", "intet", "for kort", "kun tegn", "ordret den forrige", "den forrige med nyt"],
)
def test_a_tension_needs_a_reason_of_its_own(reason: str, last_reason: str, is_refused: bool) -> None:
    assert bool(objections_to_tension(reason=reason, last_reason=last_reason)) is is_refused


def test_the_gravest_tension_comes_first_and_the_same_again_is_no_change() -> None:
    assert sorted(Tension, key=lambda level: URGENCY[level]) == [
        Tension.ACUTE,
        Tension.HIGH,
        Tension.RAISED,
        Tension.LOW,
    ]
    assert not is_change("high", "high")
    assert is_change("high", "raised")


@pytest.mark.parametrize(
    ("reliability", "credibility", "words"),
    [
        ("b", "2", "Som regel pålidelig kilde, sandsynligvis rigtigt (B2)"),
        ("a", "1", "Altid pålidelig kilde, bekræftet af andre kilder (A1)"),
        ("f", "3", "Kilden kan ikke bedømmes, måske rigtigt (F3)"),
        ("c", "6", "Nogenlunde pålidelig kilde, oplysningen kan ikke bedømmes (C6)"),
        ("f", "6", "Hverken kilde eller oplysning kan bedømmes (F6)"),
    ],
)
def test_a_source_grade_reads_in_plain_danish(reliability: str, credibility: str, words: str) -> None:
    assert grade_in_words(reliability, credibility) == words


def test_every_grade_has_words() -> None:
    assert len({grade_in_words(source, told) for source in Reliability for told in Credibility}) == 36


@pytest.mark.parametrize(
    ("days_left", "is_dropped", "words", "is_expired", "is_soon"),
    [
        (14, False, "Rimelig", False, False),
        (2, False, "Rimelig", False, True),
        (0, False, "Udløbet (var rimelig)", True, False),
        (-40, False, "Udløbet (var rimelig)", True, False),
        (14, True, "Opgivet", False, False),
    ],
    ids=["frisk", "udløber snart", "udløber netop nu", "længst udløbet", "opgivet"],
)
def test_a_confidence_ages(*, days_left: int, is_dropped: bool, words: str, is_expired: bool, is_soon: bool) -> None:
    standing = standing_of(
        confidence=Confidence.FAIR, expires_at=NOW + timedelta(days=days_left), is_dropped=is_dropped, now=NOW
    )

    assert (standing.words, standing.is_expired, standing.is_soon) == (words, is_expired, is_soon)


@pytest.mark.parametrize(("days", "kept"), [(1, 3), (3, 3), (14, 14), (30, 30), (400, 30)])
def test_no_confidence_holds_longer_than_a_month(days: int, kept: int) -> None:
    assert expiry(NOW, days=days) == NOW + timedelta(days=kept)


@pytest.mark.parametrize(
    ("confidence", "speaking_for", "reason", "fields"),
    [
        (Confidence.WEAK, 0, "Kun et rygte fra klubben.", set()),
        (Confidence.STRONG, 1, "To kilder siger det samme.", set()),
        (Confidence.STRONG, 0, "To kilder siger det samme.", {"confidence"}),
        (Confidence.STRONG, 0, "", {"confidence", "reason"}),
    ],
)
def test_a_strong_confidence_stands_on_something(
    confidence: Confidence, speaking_for: int, reason: str, fields: set[str]
) -> None:
    assert set(objections_to_confidence(confidence, speaking_for=speaking_for, reason=reason)) == fields


def test_the_leading_hypotheses_are_the_surest_that_still_hold() -> None:
    hypotheses = [
        ("svag", "weak", NOW + timedelta(days=9)),
        ("udløbet", "strong", NOW - timedelta(days=1)),
        ("ældre", "fair", NOW + timedelta(days=2)),
        ("friskere", "fair", NOW + timedelta(days=9)),
        ("stærk", "strong", NOW + timedelta(days=1)),
    ]

    assert leading(hypotheses, now=NOW, limit=3) == ["stærk", "friskere", "ældre"]


@pytest.mark.parametrize(
    ("opens_in", "closes_in", "is_ended", "state", "words"),
    [
        (1, 49, False, WindowState.COMING, "Åbner om 1 time"),
        (-1, 47, False, WindowState.OPEN, "1 døgn og 23 timer tilbage"),
        (-50, -2, False, WindowState.PASSED, "Udløb for 2 timer siden"),
        (-1, 47, True, WindowState.ENDED, "Lukket før tid"),
        (-48, 0, False, WindowState.PASSED, "Udløb for under et minut siden"),
    ],
)
def test_a_retaliation_window_counts_down(
    *, opens_in: int, closes_in: int, is_ended: bool, state: WindowState, words: str
) -> None:
    times = {
        "opens_at": NOW + timedelta(hours=opens_in),
        "closes_at": NOW + timedelta(hours=closes_in),
        "ended_at": NOW if is_ended else None,
    }

    assert window_state(**times, now=NOW) is state  # type: ignore[arg-type]
    assert countdown(**times, now=NOW) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("opens_in", "closes_in", "is_refused"),
    [(0, 72, False), (-24, 24, False), (5, 5, True), (-48, -1, True), (0, 24 * 14, False), (0, 24 * 14 + 1, True)],
    ids=["tre døgn", "åbnet i går", "lukker straks", "lukket allerede", "fjorten dage", "længere"],
)
def test_a_window_ends_ahead_of_now_and_within_two_weeks(opens_in: int, closes_in: int, is_refused: bool) -> None:
    objections = objections_to_window(
        opens_at=NOW + timedelta(hours=opens_in), closes_at=NOW + timedelta(hours=closes_in), now=NOW
    )

    assert bool(objections) is is_refused


@pytest.mark.parametrize(
    ("has_place", "starts_on", "ends_on", "fields"),
    [
        (True, None, None, set()),
        (False, date(2026, 11, 28), None, set()),
        (True, date(2026, 11, 20), date(2026, 11, 22), set()),
        (False, None, None, {""}),
        (True, None, date(2026, 11, 22), {"starts_on"}),
        (True, date(2026, 11, 22), date(2026, 11, 21), {"ends_on"}),
        (True, date(2026, 11, 1), None, {"starts_on"}),
    ],
)
def test_a_risk_has_a_place_or_a_day_ahead(
    has_place: bool, starts_on: date | None, ends_on: date | None, fields: set[str]
) -> None:
    objections = objections_to_risk(has_place=has_place, starts_on=starts_on, ends_on=ends_on, today=TODAY)

    assert set(objections) == fields


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_removed", "is_ahead"),
    [
        (None, None, False, True),
        (None, None, True, False),
        (date(2026, 11, 20), None, False, True),
        (date(2026, 11, 18), date(2026, 11, 21), False, True),
        (date(2026, 11, 19), None, False, False),
    ],
)
def test_a_day_at_risk_goes_by_itself(
    starts_on: date | None, ends_on: date | None, is_removed: bool, is_ahead: bool
) -> None:
    assert is_at_risk(starts_on=starts_on, ends_on=ends_on, is_removed=is_removed, today=TODAY) is is_ahead


@pytest.mark.parametrize(
    ("audience", "owner", "owner_is_police", "is_refused"),
    [
        ("parties", THEIRS, False, False),
        ("authority", OURS, False, False),
        ("authority", THEIRS, True, True),
        ("police", THEIRS, True, False),
        ("police", THEIRS, False, True),
        ("police", OURS, False, False),
    ],
)
def test_only_who_reads_a_conflict_can_follow_it(
    audience: str, owner: UUID, owner_is_police: bool, is_refused: bool
) -> None:
    objections = objections_to_owner(audience=audience, writer=OURS, owner=owner, owner_is_police=owner_is_police)

    assert bool(objections) is is_refused


def test_every_objection_to_the_facts_is_given_at_once() -> None:
    assert set(objections_to_facts(areas=[], started_on=date(2026, 12, 1), today=TODAY)) == {"areas", "started_on"}
    assert not objections_to_facts(areas=["Stationen"], started_on=TODAY, today=TODAY)


@pytest.mark.parametrize(
    ("labels", "is_refused"),
    [(["Omkring torvet", "Omkring skolen"], False), (["", ""], False), (["Torvet", "torvet "], True)],
)
def test_two_groups_do_not_sound_the_same(labels: list[str], is_refused: bool) -> None:
    assert bool(objections_to_groups(labels)) is is_refused


@pytest.mark.parametrize(
    ("expires_in", "is_withdrawn", "state"),
    [
        (1, False, ClearanceState.IN_FORCE),
        (0, False, ClearanceState.EXPIRED),
        (-1, False, ClearanceState.EXPIRED),
        (9, True, ClearanceState.WITHDRAWN),
    ],
)
def test_a_clearance_ends_by_itself_or_by_the_police(
    expires_in: int, is_withdrawn: bool, state: ClearanceState
) -> None:
    withdrawn_at = NOW if is_withdrawn else None

    assert clearance_state(expires_at=NOW + timedelta(days=expires_in), withdrawn_at=withdrawn_at, now=NOW) is state


def test_a_clearance_lasts_ninety_days_at_most_and_needs_a_reason() -> None:
    assert clearance_end(NOW, days=900) == NOW + timedelta(days=90)
    assert set(objections_to_clearance(reason="-", already=True)) == {"", "reason"}
    assert not objections_to_clearance(reason="Mægler mellem grupperne i klubben.", already=False)


@pytest.mark.parametrize(
    ("name", "read_by_all", "is_refused"),
    [
        ("Nordgruppen", ["Konflikt ved stationen", "Omkring torvet"], False),
        ("Nordgruppen", ["Konflikt med NORDGRUPPEN"], True),
        ("", ["Konflikt"], False),
    ],
)
def test_a_name_that_all_can_read_is_not_taken_as_a_secret(name: str, read_by_all: list[str], is_refused: bool) -> None:
    assert bool(objections_to_identity(name, read_by_all=read_by_all)) is is_refused
