"""The measured hour, the times of a sudden event, and when a safety notice holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rundbord.alerts.rules import objections_to_event, objections_to_notice, pace_of, span_words, state_of
from rundbord.alerts.vocabulary import NoticeState

NIGHT = datetime(2026, 11, 21, 2, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("seen", "decided", "now", "told"),
    [
        (6, 41, 300, ("6 min", "41 min", False)),
        (6, 75, 300, ("6 min", "1 t 15 min", True)),
        (6, None, 30, ("6 min", "intet besluttet endnu", False)),
        (None, None, 61, ("ikke set endnu", "intet besluttet endnu", True)),
        (-3, 60, 60, ("0 min", "1 t 0 min", False)),
    ],
    ids=["inden for timen", "efter timen", "timen løber", "ingen så det", "set før meldingen blev skrevet"],
)
def test_report_seen_and_decision_are_measured(
    seen: int | None, decided: int | None, now: int, told: tuple[str, str, bool]
) -> None:
    pace = pace_of(
        reported_at=NIGHT,
        seen_at=NIGHT + seen * MINUTE if seen is not None else None,
        decided_at=NIGHT + decided * MINUTE if decided is not None else None,
        now=NIGHT + now * MINUTE,
    )

    assert (pace.seen_words, pace.decided_words, pace.is_late) == told


def test_a_long_span_is_said_in_days() -> None:
    assert span_words(timedelta(days=2, hours=5, minutes=40)) == "2 d 5 t"


@pytest.mark.parametrize(
    ("happened", "reported", "fields"),
    [
        (-10, -5, set()),
        (5, 6, {"happened_at", "reported_at"}),
        (-5, -10, {"reported_at"}),
        (-60 * 24 * 4, -5, {"happened_at"}),
    ],
    ids=["i nat", "i fremtiden", "meldt før det skete", "for længe siden"],
)
def test_the_times_of_a_sudden_event_must_fit(happened: int, reported: int, fields: set[str]) -> None:
    objections = objections_to_event(
        happened_at=NIGHT + happened * MINUTE, reported_at=NIGHT + reported * MINUTE, now=NIGHT
    )

    assert set(objections) == fields


@pytest.mark.parametrize(
    ("starts", "ends", "units", "fields"),
    [
        (0, 48, ["Hjemmeplejen"], set()),
        (0, 0, ["Hjemmeplejen"], {"valid_until"}),
        (-5, -1, ["Hjemmeplejen"], {"valid_until"}),
        (0, 24 * 15, [], {"valid_until", "units"}),
    ],
    ids=["to døgn", "slutter da den begynder", "allerede forbi", "for længe og til ingen"],
)
def test_a_safety_notice_ends_in_time_and_has_somebody_to_read_it(
    starts: int, ends: int, units: list[str], fields: set[str]
) -> None:
    objections = objections_to_notice(
        valid_from=NIGHT + timedelta(hours=starts), valid_until=NIGHT + timedelta(hours=ends), units=units, now=NIGHT
    )

    assert set(objections) == fields


@pytest.mark.parametrize(
    ("hours", "is_recalled", "state"),
    [
        (-1, False, NoticeState.COMING),
        (0, False, NoticeState.IN_FORCE),
        (48, False, NoticeState.EXPIRED),
        (1, True, NoticeState.RECALLED),
    ],
    ids=["før", "fra første øjeblik", "fra slutningen", "trukket tilbage"],
)
def test_a_safety_notice_holds_from_its_start_until_its_end(hours: int, is_recalled: bool, state: NoticeState) -> None:
    recalled_at = NIGHT if is_recalled else None
    ends = NIGHT + timedelta(hours=48)

    assert (
        state_of(valid_from=NIGHT, valid_until=ends, recalled_at=recalled_at, now=NIGHT + timedelta(hours=hours))
        is state
    )
