"""What is drawn and what stands out, by rules that can be told in a sentence."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from rundbord.logcontrol.rules.drawing import drawn, week_before
from rundbord.logcontrol.rules.reads import Read
from rundbord.logcontrol.rules.standing_out import (
    MANY_PERSONS,
    after_leaving,
    at_night,
    of_colleagues,
    of_many,
    of_own_name,
)

ANNA, BO = uuid4(), uuid4()
SSP, STREET = uuid4(), uuid4()
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
JENSEN, PRIP, ANNAS, BOS = b"jensen", b"prip", b"anna", b"bo"


def _read(reader: UUID = ANNA, *, at: datetime = NOON, subject: str = "a", unit: UUID | None = SSP) -> Read:
    return Read(
        id=uuid4(), at=at, event="young_person_read", reader=reader, unit=unit, subject_kind="file", subject=subject
    )


@given(st.integers(min_value=0, max_value=60), st.binary(min_size=32, max_size=32))
def test_a_sample_has_twenty_or_all_and_can_be_drawn_again(number: int, seed: bytes) -> None:
    reads = [_read() for _ in range(number)]

    sample = drawn(reads, seed)

    assert len(sample) == min(number, 20)
    assert drawn(reversed(reads), seed) == sample
    assert len({read.id for read in sample}) == len(sample)


def test_each_reading_may_come() -> None:
    reads = [_read() for _ in range(40)]

    came = {read.id for _ in range(60) for read in drawn(reads, secrets.token_bytes(32))}

    assert came == {read.id for read in reads}


def test_the_week_before_is_whole() -> None:
    assert week_before(date(2026, 11, 30)) == (date(2026, 11, 23), date(2026, 11, 29))
    assert week_before(date(2026, 11, 29)) == (date(2026, 11, 16), date(2026, 11, 22))


def test_many_files_in_an_hour_stand_out_once_and_few_or_slow_ones_do_not() -> None:
    fast = [_read(at=NOON + timedelta(minutes=each), subject=str(each)) for each in range(MANY_PERSONS + 1)]
    slow = [_read(BO, at=NOON + timedelta(minutes=3 * each), subject=str(each)) for each in range(MANY_PERSONS + 1)]
    same = [_read(BO, at=NOON - timedelta(days=1), subject="one") for _ in range(100)]

    assert of_many([*fast, *slow, *same]) == [fast[-1]]


def test_a_night_stands_out_once_and_not_for_whoever_works_at_nights() -> None:
    danish_midnight = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    late, later = _read(at=danish_midnight), _read(at=danish_midnight + timedelta(hours=2))
    habit = [_read(BO, at=danish_midnight - timedelta(weeks=each)) for each in range(1, 4)]
    rarely = [_read(at=danish_midnight - timedelta(weeks=1))]

    found = at_night([later, late, _read(), _read(BO, at=danish_midnight)], [*habit, *rarely])

    assert found == [late]


def test_summer_time_moves_the_night() -> None:
    in_july = datetime(2026, 7, 8, 21, 30, tzinfo=UTC)
    in_november = datetime(2026, 11, 18, 21, 30, tzinfo=UTC)

    assert [each.at for each in at_night([_read(at=in_july), _read(at=in_november)], [])] == [in_july]


def test_the_own_family_name_stands_out_once_for_each_file() -> None:
    names = {"a": {ANNAS, PRIP}, "b": {BOS, JENSEN}}
    own, again, other = _read(subject="a"), _read(subject="a"), _read(subject="b")

    assert of_own_name([own, again, other, _read(BO, subject="a")], {ANNA: PRIP}, names) == [own]


def test_a_colleagues_whole_name_stands_out_and_a_part_of_it_does_not() -> None:
    names = {"a": {BOS, JENSEN, b"x"}, "b": {BOS}, "c": {ANNAS, PRIP}}
    staff = {BO: (BOS, JENSEN), ANNA: (ANNAS, PRIP), uuid4(): (BOS,)}
    whole, part, herself = _read(subject="a"), _read(subject="b"), _read(subject="c")

    assert of_colleagues([whole, part, herself], staff, names) == [whole]


def test_reading_in_a_unit_after_the_duty_is_over_stands_out() -> None:
    day = NOON.date()
    terms: dict[tuple[UUID, UUID], list[tuple[date, date | None]]]
    terms = {(ANNA, SSP): [(day - timedelta(days=30), day - timedelta(days=1))], (ANNA, STREET): [(day, None)]}
    left, serves = _read(unit=SSP), _read(unit=STREET)
    on_the_last_day = _read(unit=SSP, at=NOON - timedelta(days=1))

    assert after_leaving([left, serves, on_the_last_day, _read(unit=None)], terms) == [left]
