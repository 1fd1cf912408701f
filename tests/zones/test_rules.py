"""What the police act and the Danish clock say of zones; on which days events fall; which numbers are told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.rules.borders import touched
from rundbord.zones.rules.calendar import Span, holidays_between, objections_to_span, objections_to_telling, occurrences
from rundbord.zones.rules.chains import (
    Standing,
    ZoneTerm,
    moment_of,
    objections_to_prolonging,
    objections_to_term,
    standing_of,
)
from rundbord.zones.rules.law import BASES, objections_to_link
from rundbord.zones.rules.small_numbers import number_in_words, told_number
from rundbord.zones.vocabulary import EventKind, Step, ZoneKind, ZoneState

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=DENMARK)
TODAY = NOW.date()
WEEK = timedelta(days=7)


def _square(west: float, south: float, size: float = 0.01) -> dict[str, object]:
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def _standing(*, ends_in: timedelta = WEEK, newest: Step = Step.ESTABLISHED) -> Standing:
    return Standing(starts_at=NOW - WEEK, ends_at=NOW + ends_in, newest=newest)


def _term(*, starts_at: datetime = NOW, length: timedelta = WEEK, decided_on: date = TODAY) -> ZoneTerm:
    return ZoneTerm(starts_at=starts_at, ends_at=starts_at + length, decided_on=decided_on)


@pytest.mark.parametrize("kind", ZoneKind)
def test_every_kind_of_zone_names_its_section(kind: ZoneKind) -> None:
    assert BASES[kind].section.startswith("politilovens § 6")


@pytest.mark.parametrize(
    ("kind", "link", "is_allowed"),
    [
        (ZoneKind.SEARCH, "", True),
        (ZoneKind.PENALTY, "", False),
        (ZoneKind.TARGETED_PENALTY, "", False),
        (ZoneKind.PENALTY, "https://politi.example/zoner/2026", True),
        (ZoneKind.SEARCH, "http://politi.example/zoner", False),
        (ZoneKind.SEARCH, "javascript:alert(1)", False),
        (ZoneKind.SEARCH, "https://politi.example@andet.example/", False),
        (ZoneKind.SEARCH, "https://politi.example:8443/", False),
        (ZoneKind.SEARCH, 'https://politi.example/"onclick=', False),
        (ZoneKind.SEARCH, "https://lokalt/", False),
        (ZoneKind.SEARCH, "https://[::1", False),
        (ZoneKind.SEARCH, "https://politi.example/\u202egpj", False),
        (ZoneKind.SEARCH, "https://pоliti.example/", False),  # a Cyrillic o
        (ZoneKind.SEARCH, "https://politi.example/" + "a" * 300, False),
    ],
)
def test_a_link_is_https_and_leads_where_it_seems_to(kind: ZoneKind, link: str, is_allowed: bool) -> None:
    assert (objections_to_link(kind, link) == []) is is_allowed


@pytest.mark.parametrize(
    ("term", "field"),
    [
        (_term(), ""),
        (_term(length=timedelta(days=60)), ""),
        (_term(length=timedelta(days=60, minutes=1)), "ends_on"),
        (_term(length=-WEEK), "ends_on"),
        (_term(length=timedelta(0)), "ends_on"),
        (_term(starts_at=NOW - 2 * WEEK, decided_on=date(2026, 11, 6)), "ends_on"),
        (_term(decided_on=date(2026, 11, 21)), "decided_on"),
        (_term(starts_at=NOW - timedelta(days=2)), "decided_on"),
    ],
    ids=["a week", "as long as may be", "a minute more", "backwards", "no time", "over", "tomorrow", "afterwards"],
)
def test_a_first_period_keeps_to_its_bounds(term: ZoneTerm, field: str) -> None:
    objections = objections_to_term(term, now=NOW, most_days=60)

    assert list(objections) == ([field] if field else [])


def test_two_weeks_are_two_weeks_across_the_clock_change() -> None:
    before = datetime(2026, 10, 18, 3, 0, tzinfo=DENMARK).astimezone(UTC)
    after = datetime(2026, 11, 1, 3, 0, tzinfo=DENMARK).astimezone(UTC)
    term = ZoneTerm(starts_at=before, ends_at=after, decided_on=before.date())

    assert after - before > timedelta(days=14)
    assert objections_to_term(term, now=before, most_days=14) == {}


@pytest.mark.parametrize(
    ("standing", "length", "is_needed", "fields"),
    [
        (_standing(), WEEK, True, []),
        (_standing(), WEEK, False, ["is_needed"]),
        (_standing(ends_in=timedelta(0)), WEEK, True, [""]),
        (_standing(), timedelta(days=61), True, ["ends_on"]),
        (_standing(), -timedelta(days=1), True, ["ends_on"]),
    ],
    ids=["needed", "not needed", "over already", "too long", "shorter than before"],
)
def test_a_prolongation_begins_where_the_chain_ends(
    standing: Standing, length: timedelta, is_needed: bool, fields: list[str]
) -> None:
    term = _term(starts_at=standing.ends_at, length=length)

    objections = objections_to_prolonging(standing, term, is_needed=is_needed, now=NOW, most_days=60)

    assert list(objections) == fields


def test_a_chain_stands_as_its_newest_link_says() -> None:
    first, second = NOW - WEEK, NOW + WEEK
    standing = standing_of([(Step.ESTABLISHED, first, NOW), (Step.PROLONGED, NOW, second)])

    assert (standing.starts_at, standing.ends_at) == (first, second)
    assert standing.state(NOW) is ZoneState.IN_FORCE


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        (NOW - 8 * timedelta(days=1), ZoneState.AHEAD, "Begynder i morgen kl. 09.00"),
        (NOW, ZoneState.IN_FORCE, "Udløber om 7 dage"),
        (NOW + timedelta(days=6), ZoneState.IN_FORCE, "Udløber i morgen kl. 09.00"),
        (NOW + timedelta(days=6, hours=23), ZoneState.IN_FORCE, "Udløber i dag kl. 09.00"),
        (NOW + WEEK, ZoneState.EXPIRED, "Udløbet"),
    ],
)
def test_the_countdown_is_told_by_the_clock_on_the_wall(now: datetime, state: ZoneState, words: str) -> None:
    standing = _standing()

    assert standing.state(now) is state
    assert standing.countdown(now) == words


def test_a_zone_that_was_ended_says_so() -> None:
    ended = Standing(starts_at=NOW - WEEK, ends_at=NOW, newest=Step.ENDED)

    assert ended.state(NOW) is ZoneState.ENDED
    assert ended.countdown(NOW) == "Ophævet"


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2026, 3, 29), time(3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 30), None),
    ],
    ids=["03.00 in spring", "03.00 in autumn", "the second 02.30", "an hour that is skipped"],
)
def test_a_zone_until_sunday_morning_ends_when_the_clock_says_so(day: date, clock: time, utc: datetime | None) -> None:
    assert moment_of(day, clock, is_end=True) == utc


def test_a_zone_that_begins_in_the_hour_that_comes_twice_begins_with_the_first() -> None:
    first = moment_of(date(2026, 10, 25), time(2, 30), is_end=False)

    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_borders_along_a_street_do_not_touch_the_neighbour() -> None:
    areas = {"inside": _square(12.40, 55.70), "sliver": _square(12.40995, 55.70), "apart": _square(12.6, 55.7)}

    assert touched(_square(12.40, 55.70), areas) == ["inside"]


def test_a_small_zone_inside_a_large_area_touches_it() -> None:
    assert touched(_square(12.45, 55.75, 0.001), {"town": _square(12.4, 55.7, 0.2)}) == ["town"]


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (1, "færre end 5"), (4, "færre end 5"), (5, "5"), (12, "12")])
def test_a_small_number_is_not_told(count: int, words: str) -> None:
    assert number_in_words(told_number(count)) == words


@pytest.mark.parametrize(
    ("first", "repeats", "found"),
    [
        (date(2026, 11, 25), False, [date(2026, 11, 25)]),
        (date(2024, 11, 25), True, [date(2026, 11, 25)]),
        (date(2024, 11, 25), False, []),
        (date(2027, 11, 25), True, []),
        (date(2024, 1, 3), True, []),
    ],
    ids=["once", "every year", "two years ago", "first next year", "another month"],
)
def test_what_repeats_falls_on_the_same_date_every_year(first: date, repeats: bool, found: list[date]) -> None:
    span = Span(first_day=first, last_day=first)

    days = occurrences(span, repeats_yearly=repeats, since=date(2026, 11, 20), until=date(2026, 12, 19))

    assert [each.first_day for each in days] == found


def test_what_falls_on_a_leap_day_falls_on_the_day_before_in_other_years() -> None:
    leap = Span(first_day=date(2024, 2, 29), last_day=date(2024, 2, 29))

    days = occurrences(leap, repeats_yearly=True, since=date(2026, 2, 1), until=date(2026, 3, 1))

    assert [each.first_day for each in days] == [date(2026, 2, 28)]


def test_what_began_before_new_year_is_still_there_after_it() -> None:
    new_year = Span(first_day=date(2024, 12, 30), last_day=date(2025, 1, 2))

    days = occurrences(new_year, repeats_yearly=True, since=date(2027, 1, 1), until=date(2027, 1, 7))

    assert [each.first_day for each in days] == [date(2026, 12, 30)]


def test_danish_holidays_come_by_themselves() -> None:
    christmas = holidays_between(date(2026, 12, 24), date(2026, 12, 26))

    assert [day for day, _ in christmas] == [date(2026, 12, 25), date(2026, 12, 26)]
    assert holidays_between(date(2026, 4, 2), date(2026, 4, 2))[0][1] == "Skærtorsdag"


@pytest.mark.parametrize(
    ("span", "repeats", "fields"),
    [
        (Span(first_day=date(2026, 11, 20), last_day=date(2026, 11, 20)), False, []),
        (Span(first_day=date(2026, 11, 21), last_day=date(2026, 11, 20)), False, ["last_day"]),
        (Span(first_day=date(2026, 11, 19), last_day=date(2026, 11, 19)), False, ["first_day"]),
        (Span(first_day=date(2020, 11, 19), last_day=date(2020, 11, 19)), True, []),
        (Span(first_day=date(2026, 11, 20), last_day=date(2028, 1, 1)), False, ["last_day"]),
        (
            Span(first_day=date(2026, 11, 20), last_day=date(2026, 11, 20), from_clock=time(20), to_clock=time(18)),
            False,
            ["to_clock"],
        ),
    ],
    ids=["today", "backwards", "over", "over but yearly", "too long", "clock backwards"],
)
def test_an_event_lies_on_days_that_make_sense(span: Span, repeats: bool, fields: list[str]) -> None:
    assert list(objections_to_span(span, today=date(2026, 11, 20), repeats_yearly=repeats)) == fields


@pytest.mark.parametrize(
    ("kind", "audience", "told", "fields"),
    [
        (EventKind.MATCH, Audience.PARTNERS, ("Stadion", "Mange i byen."), []),
        (EventKind.FUNERAL, Audience.PARTNERS, ("", "Mange samles."), ["audience"]),
        (EventKind.TRIAL, Audience.PARTIES, ("Retten", "To grupper mødes."), []),
        (EventKind.RELEASE, Audience.PARTIES, ("Stationen", "Uro."), ["place_text"]),
        (EventKind.OTHER, Audience.PARTIES, ("", "  "), ["expected"]),
    ],
)
def test_what_turns_on_somebody_is_told_with_care(
    kind: EventKind, audience: Audience, told: tuple[str, str], fields: list[str]
) -> None:
    place, expected = told

    assert list(objections_to_telling(kind, audience=audience, place=place, expected=expected)) == fields
