"""The rules of exit: consent first, how a case may move, what is due, how long it lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rundbord.interventions.exit_vocabulary import ExitNoteKind, ExitSide, ExitState
from rundbord.interventions.rules.exit_consent import (
    ConsentGiven,
    holds,
    objections_to_consent,
    objections_to_enquiry,
)
from rundbord.interventions.rules.exit_states import (
    CONSENT_ENDED,
    CONSENT_FIRST,
    OVER,
    Course,
    next_states,
    objections_to_move,
    objections_to_writing,
)
from rundbord.interventions.rules.exit_terms import (
    Standing,
    due_next,
    kept_until,
    longest_day,
    objections_to_prolonging,
    running_until,
)
from rundbord.interventions.rules.exit_writing import kinds_for, objections_to_note

TODAY = date(2026, 11, 30)
GIVEN = ConsentGiven(
    born_on=date(1999, 5, 4),
    given_on=TODAY,
    months=12,
    is_written=True,
    is_informed=True,
    is_free=True,
    coordinators=dict.fromkeys(ExitSide, "Koordinator"),
)
RUNNING = [state for state in ExitState if not state.is_over]


def test_an_enquiry_may_be_a_first_name_a_contact_and_a_sentence() -> None:
    assert objections_to_enquiry(called="Anna-Sofie", contact="telefon", enquiry="Vil ud.", is_adult=True) == {}


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("called", {"called": "Test Testesen"}),
        ("called", {"called": "610108-1234"}),
        ("called", {"called": ""}),
        ("contact", {"contact": "610108-1234"}),
        ("enquiry", {"enquiry": "Han hedder 6101081234."}),
        ("is_adult", {"is_adult": False}),
    ],
)
def test_an_enquiry_holds_nothing_more(field: str, changed: dict[str, str | bool]) -> None:
    said: dict[str, str | bool] = {"called": "Test", "contact": "", "enquiry": "Vil ud.", "is_adult": True, **changed}

    assert list(objections_to_enquiry(**said)) == [field]  # type: ignore[arg-type]


def test_a_written_free_and_informed_consent_that_names_three_holds_for_its_months() -> None:
    assert objections_to_consent(GIVEN, today=TODAY) == {}
    assert GIVEN.valid_until == date(2027, 11, 30)
    assert replace(GIVEN, months=6).valid_until == date(2027, 5, 30)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("born_on", {"born_on": None}),
        ("born_on", {"born_on": date(2008, 12, 1)}),
        ("given_on", {"given_on": TODAY + timedelta(days=1)}),
        ("given_on", {"given_on": date(2025, 11, 29)}),
        ("months", {"months": 24}),
        ("is_written", {"is_written": False}),
        ("is_informed", {"is_informed": False}),
        ("is_free", {"is_free": False}),
        ("police", {"coordinators": {ExitSide.MUNICIPALITY: "A", ExitSide.POLICE: " ", ExitSide.PROBATION: "C"}}),
    ],
)
def test_anything_less_is_no_consent(field: str, changed: dict[str, object]) -> None:
    assert list(objections_to_consent(replace(GIVEN, **changed), today=TODAY)) == [field]  # type: ignore[arg-type]


def test_who_turns_18_on_the_day_may_agree() -> None:
    assert objections_to_consent(replace(GIVEN, born_on=date(2008, 11, 30)), today=TODAY) == {}


def test_a_consent_holds_until_the_end_of_its_last_day() -> None:
    assert holds(TODAY, TODAY)
    assert not holds(TODAY - timedelta(days=1), TODAY)
    assert not holds(None, TODAY)


def test_from_an_enquiry_nothing_leads_on_but_consent() -> None:
    assert next_states(ExitState.ENQUIRY) == (ExitState.BROKEN_OFF,)
    course = Course(state=ExitState.ENQUIRY, has_consent=False)

    assert objections_to_move(course, ExitState.VISITATION) == [CONSENT_FIRST]
    assert objections_to_writing(course) == [CONSENT_FIRST]


@pytest.mark.parametrize("state", RUNNING)
def test_breaking_off_is_open_from_everywhere_and_wants_no_consent(state: ExitState) -> None:
    assert objections_to_move(Course(state=state, has_consent=False), ExitState.BROKEN_OFF) == []


@pytest.mark.parametrize("state", [state for state in ExitState if state.is_over])
def test_nothing_follows_the_end(state: ExitState) -> None:
    course = Course(state=state, has_consent=True)

    assert next_states(state) == ()
    assert objections_to_move(course, ExitState.ACTIVE) == [OVER]
    assert objections_to_writing(course) == [OVER]


def test_a_case_moves_on_when_what_it_needs_is_written() -> None:
    visited = Course(state=ExitState.VISITATION, has_consent=True)
    agreed = Course(state=ExitState.AGREEMENT, has_consent=True)

    assert len(objections_to_move(visited, ExitState.AGREEMENT)) == 1
    assert objections_to_move(replace(visited, notes={ExitNoteKind.SUITABILITY}), ExitState.AGREEMENT) == []
    assert len(objections_to_move(agreed, ExitState.ACTIVE)) == 2
    assert objections_to_move(replace(agreed, notes={"agreement", "crisis"}), ExitState.ACTIVE) == []


def test_without_a_consent_that_holds_nothing_moves_on_and_nothing_is_written() -> None:
    course = Course(state=ExitState.ACTIVE, has_consent=False)

    assert objections_to_move(course, ExitState.AFTERCARE) == [CONSENT_ENDED]
    assert objections_to_writing(course) == [CONSENT_ENDED]


def test_withdrawal_is_no_step_that_a_coordinator_chooses() -> None:
    assert all(ExitState.WITHDRAWN not in next_states(state) for state in ExitState)


def test_a_case_lasts_12_months_and_goes_12_months_after_its_end() -> None:
    assert longest_day(TODAY) == date(2027, 11, 30)
    assert kept_until(TODAY) == date(2027, 11, 30)
    assert running_until(date(2027, 11, 30), date(2027, 5, 30), otherwise=TODAY) == date(2028, 11, 30)
    assert running_until(None, None, otherwise=TODAY) == TODAY


def test_it_is_prolonged_with_a_reason_and_half_a_year_at_a_time() -> None:
    reason = "Boligen falder først på plads efter nytår."

    def against(until: date, said: str = reason) -> list[str]:
        return list(objections_to_prolonging(ends_by=TODAY, until=until, reason=said))

    assert against(date(2027, 5, 30)) == []
    assert against(date(2027, 5, 31)) == ["until"]
    assert against(TODAY) == ["until"]
    assert against(date(2027, 1, 1), "Mere tid") == ["reason"]
    assert list(objections_to_prolonging(ends_by=None, until=TODAY, reason=reason)) == ["until"]


def test_the_first_that_is_due_is_said() -> None:
    active = Standing(
        state=ExitState.ACTIVE,
        since=TODAY,
        consent_until=TODAY + timedelta(days=180),
        last_contact=TODAY,
        ends_by=TODAY + timedelta(days=365),
    )

    def said(**changed: object) -> tuple[int, str]:
        due = due_next(replace(active, **changed))  # type: ignore[arg-type]
        assert due is not None
        return (due.day - TODAY).days, due.what

    assert said() == (7, "Kontakt")
    assert said(steps_due=[TODAY + timedelta(days=3)]) == (3, "Skridt i planen")
    assert said(consent_until=TODAY + timedelta(days=16)) == (2, "Samtykket skal fornyes")
    assert said(ends_by=TODAY + timedelta(days=15)) == (1, "Slut eller forlæng forløbet")
    assert said(state=ExitState.AFTERCARE) == (30, "Kontakt")
    assert said(state=ExitState.ENQUIRY) == (14, "Mødes om samtykke")
    assert due_next(replace(active, state=ExitState.COMPLETED)) is None


def test_a_threat_is_judged_by_the_police_alone() -> None:
    assert ExitNoteKind.THREAT in kinds_for(is_police=True)
    assert ExitNoteKind.THREAT not in kinds_for(is_police=False)
    for is_police in (True, False):
        found = objections_to_note(ExitNoteKind.THREAT, body="Ord", until=None, is_police=is_police, today=TODAY)
        assert ("kind" in found) is not is_police


def test_a_ban_has_an_end_that_lies_ahead() -> None:
    def against(until: date | None) -> list[str]:
        return list(objections_to_note(ExitNoteKind.BAN, body="Et område", until=until, is_police=False, today=TODAY))

    assert against(TODAY) == []
    assert against(None) == ["until"]
    assert against(TODAY - timedelta(days=1)) == ["until"]


def test_a_prolongation_is_not_written_as_a_note() -> None:
    found = objections_to_note(ExitNoteKind.PROLONGED, body="Ord", until=TODAY, is_police=True, today=TODAY)

    assert list(found) == ["kind"]
