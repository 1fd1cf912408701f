"""Rules of the picture: its period, its sources, what has changed, the seal, merging and striking."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from rundbord.situation.rules.changes import Course, change_of
from rundbord.situation.rules.freezing import FrozenLine, digests_of, is_intact, seal_of
from rundbord.situation.rules.merging import merged
from rundbord.situation.rules.period import DENMARK, Period, is_working_day, next_due_after, period_since
from rundbord.situation.rules.small_counts import hide_small
from rundbord.situation.rules.sources import Expectation, standing_of
from rundbord.situation.rules.striking import STRUCK, picked_phrases, struck, struck_content
from rundbord.situation.rules.time_words import span_in_words
from rundbord.situation.vocabulary import Change, TimePrecision


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DENMARK)


def _period(start: str, end: str) -> Period:
    return Period(starts_at=_at(start), ends_at=_at(end))


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2026-11-19T08:30", "2026-11-20T08:30", (24, False, False)),
        ("2026-11-20T08:30", "2026-11-23T08:30", (72, False, True)),
        ("2026-10-23T08:30", "2026-10-26T08:30", (73, True, True)),
        ("2026-03-27T08:30", "2026-03-30T08:30", (71, True, True)),
        ("2026-10-24T08:30", "2026-10-25T08:30", (25, True, False)),
        ("2026-03-28T08:30", "2026-03-29T08:30", (23, True, False)),
    ],
    ids=["et døgn", "en weekend", "vintertid 25. oktober", "sommertid 29. marts", "natten med 25 timer", "med 23"],
)
def test_a_period_counts_the_hours_that_really_went_by(start: str, end: str, told: tuple[int, bool, bool]) -> None:
    period = _period(start, end)

    assert (period.hours, period.sets_clock, period.holds_weekend) == told


def test_the_next_picture_begins_where_the_last_one_ended() -> None:
    last, now = _at("2026-11-20T08:41"), _at("2026-11-23T08:30")

    assert period_since(last, now=now) == Period(starts_at=last, ends_at=now)


@pytest.mark.parametrize(
    ("now", "starts_at"),
    [
        ("2026-11-24T07:50", "2026-11-23T08:30"),
        ("2026-11-23T07:50", "2026-11-20T08:30"),
        ("2026-04-07T07:50", "2026-04-01T08:30"),
        ("2026-12-28T07:50", "2026-12-24T08:30"),
    ],
    ids=["tirsdag", "mandag", "tirsdag efter påske", "efter jul"],
)
def test_the_very_first_picture_begins_when_one_would_last_have_been_due(now: str, starts_at: str) -> None:
    assert period_since(None, now=_at(now)).starts_at == _at(starts_at)


def test_easter_is_named_and_nobody_is_awaited_then() -> None:
    easter = _period("2026-04-01T08:30", "2026-04-07T08:30")

    assert easter.holiday_names == ["Skærtorsdag", "Langfredag", "Påskedag", "Anden påskedag"]
    assert not is_working_day(date(2026, 4, 2))
    assert next_due_after(_at("2026-04-01T08:31")) == _at("2026-04-07T08:30")


def test_the_next_picture_is_due_the_same_morning_until_half_past_eight() -> None:
    assert next_due_after(_at("2026-11-20T06:00")) == _at("2026-11-20T08:30")
    assert next_due_after(_at("2026-11-20T08:30")) == _at("2026-11-23T08:30")


STREET_TEAM = Expectation(expected_by=time(7, 30), weekdays=frozenset(range(1, 8)), starts_on=date(2020, 1, 1))
SCHOOLS = Expectation(expected_by=time(7, 30), weekdays=frozenset({1, 2, 3, 4, 5}), starts_on=date(2020, 1, 1))
WEEKEND = _period("2026-11-20T08:30", "2026-11-23T08:30")


@pytest.mark.parametrize(
    ("expectation", "heard", "is_missing", "silent_on"),
    [
        (STREET_TEAM, [], True, [21, 22, 23]),
        (STREET_TEAM, ["2026-11-21T06:00", "2026-11-22T06:00", "2026-11-23T06:00"], False, []),
        (STREET_TEAM, ["2026-11-21T06:00"], True, [22, 23]),
        (STREET_TEAM, ["2026-11-22T23:00"], False, [21, 22]),
        (STREET_TEAM, ["2026-11-23T08:10"], False, [21, 22]),
        (SCHOOLS, [], True, [23]),
        (SCHOOLS, ["2026-11-20T14:00"], False, []),
        (STREET_TEAM, ["2026-11-20T08:00"], True, [21, 22, 23]),
    ],
    ids=[
        "tavs hele weekenden",
        "hver morgen",
        "kun lørdag",
        "søndag aften gælder mandag",
        "for sent mandag tæller med",
        "skolen har ikke weekendvagt",
        "fredag eftermiddag gælder mandag",
        "før sidste billede tæller ikke",
    ],
)
def test_silence_is_told_day_by_day(
    expectation: Expectation, heard: list[str], is_missing: bool, silent_on: list[int]
) -> None:
    standing = standing_of(expectation, heard=[_at(each) for each in heard], period=WEEKEND)

    assert standing.is_missing == is_missing
    assert [day.day for day in standing.silent_on] == silent_on


def test_who_has_no_weekend_duty_has_none_on_a_public_holiday() -> None:
    ascension = _period("2026-05-13T08:30", "2026-05-14T08:30")

    assert not standing_of(SCHOOLS, heard=[], period=ascension).is_missing
    assert standing_of(STREET_TEAM, heard=[], period=ascension).is_missing


def test_a_unit_whose_deadline_is_still_to_come_is_awaited_and_not_missing() -> None:
    early = _period("2026-11-19T08:30", "2026-11-20T06:00")

    standing = standing_of(STREET_TEAM, heard=[], period=early)

    assert not standing.is_missing
    assert standing.awaited_at == _at("2026-11-20T07:30")


@pytest.mark.parametrize("night", [("2026-10-24T08:30", "2026-10-25T08:30"), ("2026-03-28T08:30", "2026-03-29T08:30")])
def test_a_deadline_stands_at_its_clock_time_on_the_nights_when_the_clock_is_set(night: tuple[str, str]) -> None:
    period = _period(*night)

    [due] = STREET_TEAM.due_in(period)

    assert due.astimezone(DENMARK).time() == time(7, 30)
    assert period.ends_at.astimezone(UTC) - due.astimezone(UTC) == timedelta(hours=1)


def _course(**changed: object) -> Course:
    standing: dict[str, object] = {
        "version_shown": 1,
        "was_closed_when_shown": False,
        "version": 1,
        "changed_at": _at("2026-11-18T10:00"),
        "closed_at": None,
        "withdrawn_at": None,
    }
    return Course(**(standing | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("course", "change"),
    [
        (_course(version_shown=None), Change.NEW),
        (_course(version_shown=None, withdrawn_at=_at("2026-11-21T10:00")), None),
        (_course(), None),
        (_course(version=2), Change.CHANGED),
        (_course(changed_at=_at("2026-11-21T10:00")), Change.CHANGED),
        (_course(closed_at=_at("2026-11-21T10:00")), Change.CLOSED),
        (_course(closed_at=_at("2026-11-21T10:00"), was_closed_when_shown=True), None),
        (_course(withdrawn_at=_at("2026-11-21T10:00"), version=2), Change.WITHDRAWN),
    ],
    ids=[
        "aldrig vist",
        "fortrudt, før nogen så den",
        "uændret",
        "ny udgave",
        "ændret i perioden",
        "afsluttet",
        "vist som afsluttet",
        "trukket tilbage",
    ],
)
def test_later_facts_show_as_changes(course: Course, change: Change | None) -> None:
    assert change_of(course, period=WEEKEND) == change


def _line(number: int, audience: str = "parties", heading: str = "Uro ved stationen") -> FrozenLine:
    return FrozenLine(
        id=UUID(int=number),
        audience=audience,
        kind="incident",
        position=number,
        incident_id=None,
        content={"heading": heading},
    )


def test_a_reader_who_sees_one_audience_can_check_it_without_seeing_the_others() -> None:
    lines = [_line(1), _line(2), _line(3, "police")]
    digests = digests_of(lines)

    assert is_intact(lines[:2], digests=digests, seal=seal_of(digests))


@pytest.mark.parametrize(
    "lines",
    [[_line(1, heading="Ro ved stationen"), _line(2)], [_line(1)], [_line(1), _line(2), _line(4)]],
    ids=["ændret", "fjernet", "tilføjet"],
)
def test_the_seal_breaks_when_a_line_is_changed_removed_or_added(lines: list[FrozenLine]) -> None:
    digests = digests_of([_line(1), _line(2)])

    assert not is_intact(lines, digests=digests, seal=seal_of(digests))


def test_the_seal_breaks_when_the_digests_were_made_to_fit() -> None:
    sealed, forged = digests_of([_line(1)]), digests_of([_line(1, heading="Ro")])

    assert not is_intact([_line(1, heading="Ro")], digests=forged, seal=seal_of(sealed))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("A\n\nB2", "A\n\nB", "A\n\nB2"),
        ("A\n\nB", "A1\n\nB", "A1\n\nB"),
        ("A\n\nB2", "A1\n\nB", "A1\n\nB2"),
        ("A\n\nB\n\nC", "X\n\nA\n\nB", "X\n\nA\n\nB\n\nC"),
        ("A\n\nMit", "A\n\nDit", "A\n\nDit\n\nMit"),
        ("A\n\nEns", "A\n\nEns", "A\n\nEns"),
        ("B", "A\n\nB", "B"),
    ],
    ids=["kun jeg", "kun den anden", "hver sit afsnit", "begge føjer til", "samme afsnit", "det samme", "slettet"],
)
def test_a_proposal_keeps_the_words_of_both(mine: str, theirs: str, expected: str) -> None:
    assert merged("A\n\nB", mine, theirs) == expected


def test_from_nothing_both_texts_stand() -> None:
    assert merged("", "Mit", "Dit") == "Dit\n\nMit"


def test_words_beside_each_other_are_one_phrase_without_the_signs_around_it() -> None:
    text = "Set ved klubben: Anders Eksempel, kendt af alle."

    assert picked_phrases(text, {3, 4, 7}) == ["Anders Eksempel", "alle"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anders Eksempel blev set.", f"{STRUCK} blev set."),
        ("set med ANDERS  EKSEMPEL", f"set med {STRUCK}"),
        ("Anders Eksempels bror", f"{STRUCK} bror"),
        ("Anders Eksempelsen er en anden", "Anders Eksempelsen er en anden"),
    ],
    ids=["navnet", "store bogstaver", "ejefald", "et andet navn"],
)
def test_a_phrase_is_struck_as_whole_words(text: str, expected: str) -> None:
    assert struck(text, ["Anders Eksempel"]) == expected


def test_codes_and_moments_of_a_frozen_line_are_left_alone() -> None:
    content = {"heading": "Uro og hærværk", "category": "uro", "starts_at": None, "version": 2}

    assert struck_content(content, ["uro"]) == {**content, "heading": f"{STRUCK} og hærværk"}


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ({"a": 7, "b": 6}, {"a": 7, "b": 6}, 13),
        ({"a": 7, "b": 2}, {"a": 7, "b": None}, None),
        ({"a": 7, "b": 2, "c": 1}, {"a": 7, "b": None, "c": None}, 10),
        ({"a": 1, "b": 2}, {"a": None, "b": None}, None),
        ({"a": 5, "b": 0}, {"a": 5, "b": None}, None),
    ],
    ids=["store", "ét skjult ville kunne regnes ud", "to skjulte", "alt er småt", "nul er også småt"],
)
def test_small_counts_are_hidden_so_that_they_cannot_be_worked_out(
    counts: dict[str, int], shown: dict[str, int | None], total: int | None
) -> None:
    hidden = hide_small(counts)

    assert (hidden.by_key, hidden.total) == (shown, total)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2026-11-20T22:10", None, TimePrecision.MINUTE, "fre. 20/11 22.10"),
        ("2026-11-20T22:10", "2026-11-20T23:00", TimePrecision.MINUTE, "fre. 20/11 22.10–23.00"),
        ("2026-11-20T22:10", "2026-11-21T06:00", TimePrecision.MINUTE, "fre. 20/11 22.10–lør. 21/11 06.00"),
        ("2026-11-20T00:00", None, TimePrecision.DATE, "fre. 20/11"),
        ("2026-11-20T20:00", None, TimePrecision.PART_OF_DAY, "fre. 20/11 aften"),
        (None, "2026-11-20T06:00", TimePrecision.MINUTE, "før fre. 20/11 06.00"),
        (None, None, "", "tidspunkt ukendt"),
    ],
)
def test_a_time_is_told_as_precisely_as_it_is_known(
    start: str | None, end: str | None, precision: str, words: str
) -> None:
    told = span_in_words(
        _at(start) if start else None,
        _at(end) if end else None,
        starts_precision=precision,
        ends_precision=precision,
    )

    assert told == words
