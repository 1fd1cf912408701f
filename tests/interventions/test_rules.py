"""Kinds, clocks, hard stops and objections: what is next, what is due when, what speaks against a step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rundbord.interventions.rules.clocks import due_at, reminder_days
from rundbord.interventions.rules.hard_stops import Safety, in_words, stops_before, stops_for
from rundbord.interventions.rules.kinds import KINDS, Clock, Kind, Step
from rundbord.interventions.rules.kinds.parts import days, hours, months, working_days
from rundbord.interventions.rules.progress import Course, Taken
from rundbord.interventions.rules.starting import Beginning, objections_to_beginning
from rundbord.interventions.rules.taking import Around, Attempted, Value, objections_to
from rundbord.interventions.rules.words import read, written
from rundbord.interventions.vocabulary import (
    Effect,
    Ending,
    FieldKind,
    InterventionKind,
    JointWord,
    Side,
    StepState,
    Stop,
)
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.sharing.vocabulary import HonourScreening

# A Monday in Denmark, a week without holidays.
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SAFE = Safety(honour=HonourScreening.NO_SIGNS)
BOTH = frozenset({Side.POLICE, Side.MUNICIPALITY})
TWO_YES = (JointWord.GO, JointWord.GO)

KNOCK = KINDS[InterventionKind.KNOCK_KNOCK]
TALK = KINDS[InterventionKind.CONCERN_TALK]
COUNCIL = KINDS[InterventionKind.NETWORK_COUNCIL]
NOTIFY = KINDS[InterventionKind.UNDERRETNING]
JOB = KINDS[InterventionKind.POCKET_MONEY_JOB]
ALL_STEPS = [(kind, step) for kind in KINDS.values() for step in kind.steps]
STEP_IDS = [f"{kind.key.value}-{step.key}" for kind, step in ALL_STEPS]


def _step(kind: Kind, key: str) -> Step:
    step = kind.step(key)
    assert step is not None
    return step


def _course(kind: Kind, *taken: tuple[str, str, int], again_on: date | None = None) -> Course:
    """A course from Monday on; each step with its outcome and how many hours later."""
    done = [
        Taken(
            step=step,
            outcome=outcome,
            held_at=MONDAY + timedelta(hours=later),
            counts_from=MONDAY + timedelta(hours=later),
            again_on=again_on if (step, outcome, later) == taken[-1] else None,
        )
        for step, outcome, later in taken
    ]
    return Course(kind=kind, started_at=MONDAY, taken=done)


def _values(step: Step) -> dict[str, Value]:
    """Fill in a step as the rules want it."""
    given: dict[str, Value] = {}
    for field in step.fields:
        if field.kind is FieldKind.CHOICES:
            given[field.key] = list(field.choices)[:1]
        elif field.kind is FieldKind.AGREEMENTS:
            given[field.key] = [{"who": "Den unge", "what": "Møder op", "when": "mandag"}]
        elif field.kind is FieldKind.DAY:
            given[field.key] = "2026-11-30"
        elif field.kind is FieldKind.YES_NO:
            given[field.key] = field.must_be or "yes"
        else:
            given[field.key] = next(iter(field.choices), "") or "Noget, der er sagt."
    return given


def _attempt(step: Step, outcome: str, **changed: object) -> Attempted:
    given = {"outcome": outcome, "values": _values(step), "held_at": MONDAY + timedelta(hours=30), "sides": BOTH}
    return Attempted(**{**given, **changed})  # type: ignore[arg-type]


def _around(course: Course, **changed: object) -> Around:
    given = {"course": course, "now": MONDAY + timedelta(days=40), "safety": SAFE, "joint": TWO_YES}
    return Around(**{**given, **changed})  # type: ignore[arg-type]


# Kinds as data.


def test_every_kind_is_there_with_what_it_rests_on() -> None:
    assert set(KINDS) == set(InterventionKind)
    assert all(kind.says and kind.basis and kind.steps for kind in KINDS.values())


@pytest.mark.parametrize(("kind", "step"), ALL_STEPS, ids=STEP_IDS)
def test_a_step_has_outcomes_and_its_clock_runs_from_an_earlier_step(kind: Kind, step: Step) -> None:
    keys = [each.key for each in kind.steps]

    assert len(set(keys)) == len(keys)
    assert len({outcome.key for outcome in step.outcomes}) == len(step.outcomes) > 0
    assert len({field.key for field in step.fields}) == len(step.fields)
    for clock in (step.clock, step.not_before):
        assert clock is None or not clock.after or keys.index(clock.after) < keys.index(step.key)
    for outcome in step.outcomes:
        assert (outcome.ends_as is not None) == (outcome.effect is Effect.END)
    for field in step.fields:
        assert bool(field.choices) == (field.kind in {FieldKind.CHOICE, FieldKind.CHOICES})
        assert bool(field.must_be) == bool(field.refusal)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key.value)
def test_a_kind_can_be_gone_through_and_ends(kind: Kind) -> None:
    course, at = Course(kind=kind, started_at=MONDAY), MONDAY
    for _ in kind.steps:
        step = course.next_step
        assert step is not None
        at = max(at + timedelta(hours=1), course.earliest(step) or at)
        outcome = next((each for each in step.outcomes if each.effect is not Effect.AGAIN), step.outcomes[0])
        attempted = _attempt(step, outcome.key, held_at=at)
        assert objections_to(step, attempted, _around(course, now=at)) == {}
        done = Taken(step=step.key, outcome=outcome.key, held_at=at, counts_from=at)
        course = replace(course, taken=[*course.taken, done])
        if course.next_step is None:
            break

    assert course.next_step is None
    assert course.ending is not None


@pytest.mark.parametrize(("kind", "step"), ALL_STEPS, ids=STEP_IDS)
def test_a_step_that_meets_the_family_has_its_hard_stops(kind: Kind, step: Step) -> None:
    if step.at_door or step.is_planned:
        assert Stop.HONOUR in step.stops


def test_only_these_clocks_are_the_laws() -> None:
    told = {
        (kind.key, step.key, step.clock.paragraph, step.clock.length)
        for kind, step in ALL_STEPS
        if step.clock and step.clock.is_statutory
    }

    assert told == {
        (InterventionKind.NETWORK_COUNCIL, "called", "barnets lov § 130", "7 dage"),
        (InterventionKind.UNDERRETNING, "assessed", "barnets lov § 136", "24 timer"),
        (InterventionKind.UNDERRETNING, "acknowledged", "barnets lov § 138", "6 hverdage"),
        (InterventionKind.RELEASE, "transition", "barnets lov § 131", "6 måneder"),
        (InterventionKind.POCKET_MONEY_JOB, "offer", "lov nr. 611/2024 om ret til lommepengejob", "1 måned"),
    }
    assert days(3).source == "aftalt lokalt"


def test_the_young_persons_own_view_cannot_be_left_out_where_something_is_agreed() -> None:
    for kind, step in ALL_STEPS:
        if any(field.kind is FieldKind.AGREEMENTS for field in step.fields):
            [view] = [field for field in step.fields if field.key == "young_view"]
            assert view.is_required, kind.key


# Clocks.


@pytest.mark.parametrize(
    ("clock", "until"),
    [
        (hours(72), datetime(2026, 12, 3, 10, 0)),
        (days(7), datetime(2026, 12, 7, 23, 59)),
        (working_days(6), datetime(2026, 12, 8, 23, 59)),
        (months(1), datetime(2026, 12, 30, 23, 59)),
        (months(3), datetime(2027, 2, 28, 23, 59)),
    ],
)
def test_a_clock_runs_as_it_says(clock: Clock, until: datetime) -> None:
    assert due_at(clock, MONDAY) == until.replace(tzinfo=DENMARK)


def test_working_days_skip_christmas() -> None:
    delivered = datetime(2026, 12, 23, 8, 0, tzinfo=UTC)

    assert due_at(working_days(6), delivered).date() == date(2027, 1, 4)


def test_a_late_evening_counts_as_the_danish_day() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    assert due_at(days(1), late).date() == date(2026, 12, 2)


def test_the_council_is_reminded_of_on_the_third_fifth_and_sixth_day() -> None:
    clock = _step(COUNCIL, "called").clock
    assert clock is not None

    assert reminder_days(clock, MONDAY) == [date(2026, 12, 3), date(2026, 12, 5), date(2026, 12, 6)]


def test_the_councils_seven_days_run_from_the_day_of_the_documentation_and_not_of_the_note() -> None:
    received = Taken(
        step="received", outcome="first", held_at=MONDAY, counts_from=datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
    )
    course = Course(kind=COUNCIL, started_at=MONDAY, taken=[received])

    assert course.next_due == datetime(2026, 12, 3, 23, 59, tzinfo=DENMARK)


# Progress.


def test_the_first_step_is_the_first() -> None:
    course = _course(KNOCK)

    assert course.next_step == _step(KNOCK, "nominate")
    assert course.state_of(_step(KNOCK, "visit")) is StepState.AHEAD


def test_the_visit_is_due_seventy_two_hours_after_the_joint_yes() -> None:
    course = _course(KNOCK, ("nominate", "nominated", 0), ("decide", "go", 5))

    assert course.next_step == _step(KNOCK, "visit")
    assert course.next_due == MONDAY + timedelta(hours=77)


def test_nobody_home_keeps_the_step_and_is_due_on_the_day_of_the_next_try() -> None:
    course = _course(
        KNOCK,
        ("nominate", "nominated", 0),
        ("decide", "go", 5),
        ("visit", "nobody_home", 10),
        again_on=date(2026, 12, 2),
    )

    assert course.next_step == _step(KNOCK, "visit")
    assert course.next_due == datetime(2026, 12, 2, 23, 59, tzinfo=DENMARK)


def test_no_ends_it_and_says_how() -> None:
    course = _course(KNOCK, ("nominate", "nominated", 0), ("decide", "no_go", 5))

    assert course.next_step is None
    assert course.ending is Ending.NOT_NECESSARY
    assert course.state_of(_step(KNOCK, "visit")) is StepState.LEFT_OUT


def test_the_offer_is_due_from_the_visit_that_came_about_and_not_from_the_first_try() -> None:
    course = _course(
        KNOCK, ("nominate", "nominated", 0), ("decide", "go", 5), ("visit", "nobody_home", 10), ("visit", "met", 40)
    )

    assert course.next_due == MONDAY + timedelta(hours=40 + 48)


def test_a_concern_talk_is_followed_up_between_four_and_eight_weeks_and_over_in_six_months() -> None:
    course = _course(TALK, ("invite", "invited", 0), ("talk", "held", 24), ("summary", "handed", 48))
    follow_up = _step(TALK, "follow_up")

    assert course.earliest(follow_up) == datetime(2026, 12, 29, 23, 59, tzinfo=DENMARK)
    assert course.next_due == datetime(2027, 1, 26, 23, 59, tzinfo=DENMARK)
    assert course.ends_at == datetime(2027, 5, 30, 23, 59, tzinfo=DENMARK)


# Hard stops.


@pytest.mark.parametrize(
    ("safety", "stops"),
    [
        (SAFE, []),
        (replace(SAFE, honour=HonourScreening.SAFE), []),
        (Safety(), [Stop.HONOUR]),
        (replace(SAFE, honour=HonourScreening.NOT_DONE), [Stop.HONOUR]),
        (replace(SAFE, honour=HonourScreening.SIGNS), [Stop.HONOUR]),
        (replace(SAFE, honour=HonourScreening.DANGEROUS), [Stop.HONOUR]),
        (replace(SAFE, has_protected_address=True), [Stop.ADDRESS]),
        (replace(SAFE, is_custody_protected=True), [Stop.CUSTODY]),
        (replace(SAFE, has_ban=True), [Stop.BAN]),
        (replace(SAFE, staff_at_risk=True), [Stop.STAFF]),
        (
            Safety(has_protected_address=True, is_custody_protected=True, has_ban=True, staff_at_risk=True),
            list(Stop),
        ),
    ],
)
def test_what_stops_is_told_with_paragraph_and_way_out(safety: Safety, stops: list[Stop]) -> None:
    found = stops_for(safety)

    assert [each.stop for each in found] == stops
    assert all(each.paragraph in in_words(each) and each.instead in in_words(each) for each in found)


def test_a_protected_address_stops_the_door_and_the_letter_but_no_talk_elsewhere() -> None:
    safety = replace(SAFE, has_protected_address=True)

    assert stops_before(_step(KNOCK, "visit"), safety)
    assert stops_before(_step(KINDS[InterventionKind.CONCERN_LETTER], "send"), safety)
    assert not stops_before(_step(TALK, "talk"), safety)


# Taking a step.

AT_THE_DOOR = (("nominate", "nominated", 0), ("decide", "go", 5))
VISIT = _step(KNOCK, "visit")


def test_a_full_visit_may_be_noted() -> None:
    assert objections_to(VISIT, _attempt(VISIT, "met"), _around(_course(KNOCK, *AT_THE_DOOR))) == {}


@pytest.mark.parametrize(
    ("around", "says"),
    [
        ({"safety": Safety()}, "§ 18, stk. 3"),
        ({"safety": replace(SAFE, has_protected_address=True)}, "beskyttet"),
        ({"safety": replace(SAFE, has_ban=True)}, "forbud"),
        ({"safety": replace(SAFE, staff_at_risk=True)}, "sikkerhedsbesked"),
        ({"joint": (JointWord.GO,)}, "ja fra begge"),
        ({"joint": (JointWord.GO, JointWord.NO_GO)}, "sagt nej"),
        ({"visits_lately": 2}, "besøg på 90 dage"),
    ],
)
def test_what_stops_contact_stops_noting_it(around: dict[str, object], says: str) -> None:
    found = objections_to(VISIT, _attempt(VISIT, "met"), _around(_course(KNOCK, *AT_THE_DOOR), **around))

    assert list(found) == [""]
    assert says in " ".join(found[""])


def test_nobody_home_is_no_contact_and_may_always_be_noted() -> None:
    attempted = _attempt(VISIT, "nobody_home", values={}, sides=frozenset(), again_on=date(2026, 12, 4))

    assert objections_to(VISIT, attempted, _around(_course(KNOCK, *AT_THE_DOOR), safety=Safety(), joint=())) == {}


@pytest.mark.parametrize("outcome", ["nobody_home", "refused"])
@pytest.mark.parametrize("day", [None, date(2026, 11, 1), date(2027, 11, 1)])
def test_another_try_has_a_day_that_is_near(outcome: str, day: date | None) -> None:
    attempted = _attempt(VISIT, outcome, again_on=day)

    assert list(objections_to(VISIT, attempted, _around(_course(KNOCK, *AT_THE_DOOR)))) == ["again_on"]


def test_a_visit_by_one_side_alone_is_refused() -> None:
    attempted = _attempt(VISIT, "met", sides=frozenset({Side.POLICE}))

    assert list(objections_to(VISIT, attempted, _around(_course(KNOCK, *AT_THE_DOOR)))) == ["sides"]


def test_every_empty_field_is_told_at_once() -> None:
    attempted = _attempt(VISIT, "met", values={})

    found = objections_to(VISIT, attempted, _around(_course(KNOCK, *AT_THE_DOOR)))

    assert list(found) == ["present", "interpreter", "note", "notice_given"]


def test_a_step_out_of_turn_is_refused() -> None:
    found = objections_to(VISIT, _attempt(VISIT, "met"), _around(_course(KNOCK)))

    assert "ikke det næste" in found[""][0]


@pytest.mark.parametrize("hours_later", [-24 * 3, 24 * 41])
def test_a_step_is_held_neither_before_the_last_one_nor_in_the_future(hours_later: int) -> None:
    attempted = _attempt(VISIT, "met", held_at=MONDAY + timedelta(hours=hours_later))

    assert list(objections_to(VISIT, attempted, _around(_course(KNOCK, *AT_THE_DOOR)))) == ["held_at"]


def test_a_follow_up_before_four_weeks_is_too_early() -> None:
    course = _course(TALK, ("invite", "invited", 0), ("talk", "held", 1), ("summary", "handed", 2))
    step = _step(TALK, "follow_up")

    found = objections_to(step, _attempt(step, "good", held_at=MONDAY + timedelta(days=10)), _around(course))

    assert "for tidligt" in found["held_at"][0]


def test_an_unknown_outcome_is_asked_for_again() -> None:
    assert list(objections_to(VISIT, _attempt(VISIT, "andet"), _around(_course(KNOCK, *AT_THE_DOOR)))) == ["outcome"]


@pytest.mark.parametrize(
    ("kind", "step", "field", "outcome"),
    [
        (TALK, "invite", "companion_told", "invited"),
        (TALK, "invite", "voluntary_told", "invited"),
        (COUNCIL, "received", "not_youth_board", "first"),
        (KINDS[InterventionKind.CONCERN_LETTER], "write", "no_others", "written"),
    ],
)
def test_a_no_where_the_law_wants_a_yes_is_refused(kind: Kind, step: str, field: str, outcome: str) -> None:
    asked = _step(kind, step)
    attempted = _attempt(asked, outcome, values={**_values(asked), field: "no"})

    assert list(objections_to(asked, attempted, _around(Course(kind=kind, started_at=MONDAY)))) == [field]


def test_more_than_three_grounds_are_too_many() -> None:
    step = _step(KNOCK, "nominate")
    attempted = _attempt(step, "nominated", values={**_values(step), "grounds": ["relation", "seen", "own_act", "x"]})

    assert list(objections_to(step, attempted, _around(_course(KNOCK)))) == ["grounds"]


def test_a_no_needs_its_reason_and_no_contact_person() -> None:
    step = _step(KNOCK, "decide")
    course = _course(KNOCK, ("nominate", "nominated", 0))

    assert list(objections_to(step, _attempt(step, "no_go", values={}), _around(course))) == ["necessity"]


# Beginning.


def _beginning(kind: Kind, **changed: object) -> Beginning:
    given = {"kind": kind, "side": Side.MUNICIPALITY, "is_adult": False, "has_open_concern": True}
    return Beginning(**{**given, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key.value)
def test_a_municipality_may_begin_each_of_them_for_a_child_with_a_concern(kind: Kind) -> None:
    assert objections_to_beginning(_beginning(kind)) == []


@pytest.mark.parametrize(
    ("kind", "changed", "says"),
    [
        (COUNCIL, {"side": Side.POLICE}, "kommunen"),
        (JOB, {"side": Side.POLICE}, "kommunen"),
        (COUNCIL, {"is_adult": True}, "under 18"),
        (NOTIFY, {"is_adult": True}, "under 18"),
        (TALK, {"has_open_concern": False}, "åben bekymring"),
        (TALK, {"open_kinds": [InterventionKind.CONCERN_TALK]}, "allerede i gang"),
        (KNOCK, {"open_of_worker": 8}, "8 åbne"),
        (KNOCK, {"side": None}, "politi eller kommune"),
    ],
)
def test_what_speaks_against_beginning(kind: Kind, changed: dict[str, object], says: str) -> None:
    [objection] = objections_to_beginning(_beginning(kind, **changed))

    assert says in objection


# Words.


def test_what_is_written_is_read_in_the_order_of_the_step() -> None:
    step = _step(TALK, "talk")

    said = read(step, written({**_values(step), "disagreement": "", "unknown": "x"}))

    assert [each.key for each in said] == [field.key for field in step.fields if field.key != "disagreement"]
    assert said[-1].lines == ("Den unge · Møder op · mandag",)
    assert {each.part for each in said} == {"", "1. Kortlægning", "2. Ansvarliggørelse", "3. Tiltag"}


def test_choices_are_read_as_their_labels() -> None:
    said = read(VISIT, written({"present": ["young", "parent"], "interpreter": "no"}))

    assert [each.lines for each in said] == [("Den unge", "En forælder"), ("Nej",)]
