"""Rules of shifts: plans, states, check-in, sentences, hours of the route, coverage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from rundbord.situation.vocabulary import Mood
from rundbord.streetwork.rules.coverage import DayPart, coverage_of
from rundbord.streetwork.rules.planning import objections_to_plan, objections_to_start, state_of
from rundbord.streetwork.rules.route import hours_in_words, hours_of, stays
from rundbord.streetwork.rules.safety import due_after, minutes_overdue, standing_of
from rundbord.streetwork.rules.telling import category_of, episode_words, group_heading, group_words
from rundbord.streetwork.vocabulary import Activity, AgeBand, ShiftState, SizeBand, Standing

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ME, COLLEAGUE, STRANGER = UUID(int=1), UUID(int=2), UUID(int=3)


def _plan(**changed: Any) -> dict[str, list[str]]:
    plan: dict[str, Any] = {
        "starts_at": NOW + HOUR,
        "ends_at": NOW + 5 * HOUR,
        "team": [ME, COLLEAGUE],
        "staff": [ME, COLLEAGUE],
        "areas": ["Stationen"],
        "now": NOW,
    }
    return objections_to_plan(**{**plan, **changed})


def test_an_evening_with_two_colleagues_and_an_area_is_a_plan() -> None:
    assert _plan() == {}


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"ends_at": NOW}, "ends_at", "efter begyndelsen"),
        ({"ends_at": NOW + 16 * HOUR}, "ends_at", "højst 14 timer"),
        ({"starts_at": NOW - 5 * HOUR, "ends_at": NOW - HOUR}, "ends_at", "slut, før"),
        ({"starts_at": NOW + 61 * 24 * HOUR, "ends_at": NOW + 61 * 24 * HOUR + HOUR}, "starts_at", "60 dage"),
        ({"team": []}, "team", "hvem der er på holdet"),
        ({"team": [ME, STRANGER]}, "team", "egen myndighed"),
        ({"team": [UUID(int=n) for n in range(13)], "staff": [UUID(int=n) for n in range(13)]}, "team", "højst 12"),
        ({"areas": []}, "areas", "mindst ét område"),
    ],
)
def test_what_is_wrong_with_a_plan_is_said_beside_its_field(changed: dict[str, Any], field: str, words: str) -> None:
    objections = _plan(**changed)

    assert list(objections) == [field]
    assert words in objections[field][0]


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert set(_plan(team=[], areas=[], ends_at=NOW)) == {"team", "areas", "ends_at"}


@pytest.mark.parametrize(
    ("times", "until", "state"),
    [
        ({}, NOW + HOUR, ShiftState.PLANNED),
        ({}, NOW, ShiftState.NOT_HELD),
        ({"started_at": NOW - HOUR}, NOW - HOUR, ShiftState.OUT),
        ({"started_at": NOW - HOUR, "ended_at": NOW}, NOW + HOUR, ShiftState.ENDED),
        ({"cancelled_at": NOW}, NOW + HOUR, ShiftState.CANCELLED),
    ],
)
def test_a_shift_is_where_its_times_say(times: dict[str, datetime], until: datetime, state: ShiftState) -> None:
    happened = {"started_at": None, "ended_at": None, "cancelled_at": None, **times}

    assert state_of(planned_until=until, now=NOW, **happened) is state


@pytest.mark.parametrize(
    ("planned_from", "state", "words"),
    [
        (NOW + 2 * HOUR, ShiftState.PLANNED, ""),
        (NOW + 4 * HOUR, ShiftState.PLANNED, "tre timer før"),
        (NOW, ShiftState.OUT, "allerede i gang"),
        (NOW, ShiftState.CANCELLED, "slut eller aflyst"),
        (NOW, ShiftState.NOT_HELD, "slut eller aflyst"),
    ],
)
def test_a_shift_starts_near_its_time_and_once(planned_from: datetime, state: ShiftState, words: str) -> None:
    objections = objections_to_start(planned_from=planned_from, state=state, now=NOW)

    assert bool(objections) == bool(words)
    assert words in "".join(objections)


@pytest.mark.parametrize(
    ("due", "checked_in", "checked_out", "standing"),
    [
        (None, None, None, Standing.EXPECTED),
        (NOW, None, None, Standing.EXPECTED),
        (NOW, NOW - HOUR, None, Standing.OUT),
        (NOW - timedelta(seconds=1), NOW - HOUR, None, Standing.OVERDUE),
        (NOW - timedelta(seconds=1), None, None, Standing.OVERDUE),
        (NOW - HOUR, NOW - 2 * HOUR, NOW, Standing.HOME),
    ],
)
def test_one_of_the_team_stands_as_last_heard_from(
    due: datetime | None, checked_in: datetime | None, checked_out: datetime | None, standing: Standing
) -> None:
    assert standing_of(due_at=due, checked_in_at=checked_in, checked_out_at=checked_out, now=NOW) is standing


def test_who_is_heard_from_is_expected_again_after_the_interval() -> None:
    due = due_after(NOW, 60)

    assert due == NOW + HOUR
    assert (minutes_overdue(due, NOW), minutes_overdue(due, NOW + HOUR + timedelta(minutes=7))) == (0, 7)


def test_bands_become_a_sentence_and_own_words_come_last() -> None:
    heading = group_heading(SizeBand.MANY, AgeBand.YOUNGER, Activity.QUARREL)

    assert heading == "Gruppe på 8–15, 13–15 år: skænderi eller uro"
    assert group_words(heading, Mood.TENSE, " Ved kiosken. ") == f"{heading}. Stemningen er spændt. Ved kiosken."
    assert group_words(heading, None, "") == f"{heading}."
    assert group_heading(SizeBand.FEW, AgeBand.MIXED, Activity.PASSING).startswith("Gruppe på 1–3, blandet alder:")
    assert group_heading(SizeBand.CROWD, None, Activity.OTHER) == "Gruppe på 16 eller flere: andet"


def test_what_a_group_does_counts_as_a_category_where_it_is_one() -> None:
    assert category_of(Activity.DRUGS) == "narkotika"
    assert category_of(Activity.PLAYING) == ""


def test_an_episode_says_whether_the_police_were_there() -> None:
    assert episode_words("Slagsmål ved bussen.", with_police=True).endswith("Politiet var med.")
    assert episode_words("Slagsmål ved bussen.", with_police=False).endswith("Politiet var ikke med.")


def test_each_stay_lasts_until_the_next_and_the_last_until_the_end() -> None:
    found = stays([("Stationen", NOW), ("Parken", NOW + HOUR)], ended_at=None)

    assert [(each.place, each.left_at) for each in found] == [("Stationen", NOW + HOUR), ("Parken", None)]
    assert stays([], ended_at=NOW) == []


@pytest.mark.parametrize(
    ("entered", "left", "hours", "words"),
    [
        (datetime(2026, 11, 20, 18, 10, tzinfo=UTC), datetime(2026, 11, 20, 20, 0, tzinfo=UTC), [19, 20], "kl. 19–21"),
        (datetime(2026, 11, 20, 22, 50, tzinfo=UTC), datetime(2026, 11, 20, 23, 5, tzinfo=UTC), [23, 0], "kl. 23–1"),
        (datetime(2026, 7, 1, 10, 0, tzinfo=UTC), datetime(2026, 7, 1, 10, 0, tzinfo=UTC), [12], "kl. 12–13"),
        # The hour from two to three comes twice in the night when the clock is set back, and is told once.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC), [2, 3], "kl. 2–4"),
    ],
)
def test_a_stay_touches_hours_of_the_danish_clock(
    entered: datetime, left: datetime, hours: list[int], words: str
) -> None:
    assert hours_of(entered, left) == hours
    assert hours_in_words(hours) == words


def test_hours_that_do_not_follow_each_other_are_listed() -> None:
    assert hours_in_words([18, 19, 22, 23]) == "kl. 18–20, 22–24"
    assert hours_in_words([]) == ""


def test_coverage_counts_shifts_by_part_of_the_day_and_keeps_areas_that_nobody_visited() -> None:
    station, park = uuid4(), uuid4()

    counted = coverage_of(
        {station: "Stationen", park: "Parken"}, [(station, [20, 21]), (station, [19]), (uuid4(), [20])]
    )

    cells = {cell.part: (cell.count, cell.depth) for cell in counted[0].cells}
    assert (counted[0].shifts, counted[1].shifts) == (2, 0)
    assert (cells[DayPart.EVENING], cells[DayPart.LATE], cells[DayPart.DAY]) == ((2, 4), (1, 2), (0, 0))
    assert sorted(hour for part in DayPart for hour in part.value[1]) == list(range(24))
