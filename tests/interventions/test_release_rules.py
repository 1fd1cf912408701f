"""The rules of release: the legal group first, clocks that follow the day, and a watch in words that ends by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import pytest

from rundbord.interventions.rules.kinds import KINDS, Step
from rundbord.interventions.rules.kinds.release import DATE, DAY, INTAKE, RELEASE
from rundbord.interventions.rules.progress import Course, Taken
from rundbord.interventions.rules.taking import Around, Attempted, Value, objections_to
from rundbord.interventions.vocabulary import Ending, FieldKind, InterventionKind
from rundbord.partnership.rules.danish_days import at_clock, danish_day
from rundbord.sharing.vocabulary import ReleaseGroup

BEGUN = date(2026, 3, 2)
RELEASED = date(2027, 9, 15)
WATCH = ("watch_14", "watch_30", "watch_60", "watch_90")
BEFORE = (INTAKE, DATE, "plan", "municipality", "housing", "meeting")


def _at(day: date) -> datetime:
    return at_clock(day, time(12))


def _taken(key: str, outcome: str, *, on: date = BEGUN, counts: date | None = None) -> Taken:
    return Taken(step=key, outcome=outcome, held_at=_at(on), counts_from=_at(counts or on))


def _first(key: str) -> str:
    step = RELEASE.step(key)
    assert step is not None
    return step.outcomes[0].key


def _course(*taken: Taken) -> Course:
    return Course(kind=RELEASE, started_at=_at(BEGUN), taken=taken)


def _until_day(release_on: date = RELEASED) -> list[Taken]:
    return [_taken(key, _first(key), counts=release_on if key == DATE else None) for key in BEFORE]


def _due(course: Course, key: str) -> date | None:
    step = RELEASE.step(key)
    assert step is not None
    due = course.due(step)
    return danish_day(due) if due else None


def _values(step: Step) -> dict[str, Value]:
    given: dict[str, Value] = {}
    for field in step.fields:
        if field.kind is FieldKind.AGREEMENTS:
            given[field.key] = [{"who": "Kommunen", "what": "Bolig", "when": "mandag"}]
        else:
            given[field.key] = next(iter(field.choices), "2026-03-02")
    return given


def _objections(course: Course, key: str, outcome: str, *, on: date = BEGUN, **changed: str) -> dict[str, list[str]]:
    return _against(course, key, outcome, changed, on=on)


def _against(
    course: Course, key: str, outcome: str, changed: Mapping[str, Value], *, on: date = BEGUN
) -> dict[str, list[str]]:
    step = RELEASE.step(key)
    assert step is not None
    note = Attempted(outcome=outcome, values={**_values(step), **changed}, held_at=_at(on))
    return objections_to(step, note, Around(course=course, now=_at(on) + timedelta(minutes=1)))


def test_it_is_one_of_the_kinds() -> None:
    assert KINDS[InterventionKind.RELEASE] is RELEASE
    assert not RELEASE.only_under_18


@pytest.mark.parametrize("group", [each for each in ReleaseGroup if each is not ReleaseGroup.ORDINARY_REMAND])
def test_ksp_covers_three_groups(group: ReleaseGroup) -> None:
    assert _objections(_course(), INTAKE, "chosen", group=group.value, way="ksp") == {}


def test_ordinary_remand_is_not_ksp_and_the_open_ways_are_said() -> None:
    found = _objections(_course(), INTAKE, "chosen", group="ordinary_remand", way="ksp")

    assert list(found) == ["way"]
    for way in ("SSP", "samtykke", "§ 115, stk. 5"):
        assert way in found["way"][0]
    for way in ("ssp", "consent", "gang"):
        assert _objections(_course(), INTAKE, "chosen", group="ordinary_remand", way=way) == {}


def test_the_timeline_counts_back_from_the_day_and_on_from_it() -> None:
    course = _course(*_until_day(), _taken(DAY, "met", on=RELEASED, counts=RELEASED))

    assert _due(course, "plan") == BEGUN + timedelta(days=28)
    assert _due(course, "municipality") == date(2026, 9, 15)
    assert _due(course, "housing") == date(2027, 6, 15)
    assert _due(course, "meeting") == date(2027, 8, 15)
    assert _due(course, DAY) == RELEASED
    assert _due(course, "first_contact") == RELEASED + timedelta(days=2)
    assert [_due(course, key) for key in WATCH] == [RELEASED + timedelta(days=each) for each in (14, 30, 60, 90)]
    assert _due(course, "transition") == date(2028, 3, 15)


def test_when_the_day_moves_the_clocks_follow_and_the_course_stands() -> None:
    begun = [_taken(INTAKE, "chosen"), _taken(DATE, "known", counts=RELEASED), _taken("plan", "done")]
    before = _course(*begun)
    moved = _course(*begun, _taken(DATE, "known", on=date(2026, 4, 1), counts=date(2027, 5, 31)))

    assert before.next_step == moved.next_step == RELEASE.step("municipality")
    assert _due(moved, "municipality") == date(2026, 5, 31)
    assert _due(moved, "housing") == date(2027, 2, 28)
    assert _due(moved, "plan") == _due(before, "plan")


def test_the_day_may_be_noted_again_until_somebody_is_out() -> None:
    begun = [_taken(INTAKE, "chosen"), _taken(DATE, "known", counts=RELEASED)]
    out = _course(*_until_day(), _taken(DAY, "met", on=RELEASED, counts=RELEASED))

    assert _objections(_course(*begun), DATE, "known") == {}
    assert "" in _objections(_course(begun[0]), "plan", "done")
    assert "" in _objections(out, DATE, "known", on=RELEASED)


def test_after_the_day_the_clocks_run_from_the_day_that_came() -> None:
    came = RELEASED - timedelta(days=5)
    course = _course(*_until_day(), _taken(DAY, "met", on=RELEASED, counts=came))

    assert _due(course, "first_contact") == came + timedelta(days=2)


def test_whoever_goes_out_is_met_and_home_work_network_and_a_number_are_named() -> None:
    course = _course(*_until_day())
    step = RELEASE.step(DAY)
    assert step is not None

    for field in ("met_by", "home", "work", "network", "contact"):
        assert list(_against(course, DAY, "met", {field: ""})) == [field]


def test_the_watch_is_four_looks_in_words_with_what_protects() -> None:
    for key in WATCH:
        step = RELEASE.step(key)
        assert step is not None
        assert {field.kind for field in step.fields} == {FieldKind.TEXT}
        assert {"status", "protective"} <= {field.key for field in step.fields if field.is_required}


def test_it_ends_by_itself_for_an_adult_and_after_six_months_for_somebody_under_18() -> None:
    after = ("first_contact", *WATCH)
    done = [*_until_day(), *(_taken(key, _first(key), on=RELEASED) for key in (DAY, *after))]
    course, early, late = _course(*done), RELEASED + timedelta(days=90), date(2028, 3, 15)

    assert course.next_step == RELEASE.step("transition")
    assert _objections(course, "transition", "adult", on=early) == {}
    assert list(_objections(course, "transition", "kept", on=early)) == ["held_at"]
    assert _objections(course, "transition", "kept", on=late) == {}
    assert _course(*done, _taken("transition", "adult", on=early)).ending is Ending.COMPLETED


def test_a_step_whose_time_is_past_can_be_passed_over() -> None:
    soon = [_taken(INTAKE, "chosen"), _taken(DATE, "known", counts=BEGUN + timedelta(days=40)), _taken("plan", "done")]
    course = _course(*soon)

    assert _objections(course, "municipality", "too_short") == {}
    assert _course(*soon, _taken("municipality", "too_short")).next_step == RELEASE.step("housing")


def test_lengths_are_said_as_people_say_them() -> None:
    said = {
        key: step.clock.length for key in ("municipality", DAY, "plan") if (step := RELEASE.step(key)) and step.clock
    }

    assert said == {"municipality": "12 måneder før", DAY: "på dagen", "plan": "28 dage"}
