"""A correction reaches every hand that the copy has been in, and each confirms in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rundbord.partnership.rules.danish_days import DENMARK, working_days_after
from rundbord.sharing.rules.corrections import (
    Correction,
    CorrectionKind,
    CorrectionObjection,
    breach_to_be_judged_by,
    confirmations_due,
    objections_to_correction,
    overdue,
)
from rundbord.sharing.rules.policy import CAUTIOUS
from tests.sharing.cases.case import WORDS

FRIDAY = datetime(2026, 11, 20, 14, 0, tzinfo=DENMARK)
RECALL = Correction(kind=CorrectionKind.RECALLED, by="politi", sender="politi", reason=WORDS)
PUT_RIGHT = replace(RECALL, kind=CorrectionKind.CORRECTED, new_wording="Det var en anden dag.")


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (RECALL, []),
        (PUT_RIGHT, []),
        (replace(RECALL, kind=CorrectionKind.ERASED, reason=""), []),
        (replace(RECALL, kind=CorrectionKind.WITHDRAWN, reason=""), []),
        (replace(RECALL, by="ssp"), [CorrectionObjection.NOT_THE_SENDER]),
        (replace(RECALL, reason="Fejl"), [CorrectionObjection.NO_REASON]),
        (replace(PUT_RIGHT, new_wording="  "), [CorrectionObjection.NO_NEW_WORDING]),
        (replace(RECALL, is_erased=True), [CorrectionObjection.RECALLED_ALREADY]),
        (
            replace(PUT_RIGHT, by="ssp", reason="", new_wording="", is_erased=True),
            list(CorrectionObjection),
        ),
    ],
    ids=[
        "the police recall what they told",
        "the police put a date right",
        "the time is up",
        "the consent is withdrawn",
        "the recipient recalls",
        "one word is no reason",
        "nothing stands in its place",
        "it is gone already",
        "all at once",
    ],
)
def test_only_the_sender_puts_right_and_says_why(correction: Correction, expected: list[CorrectionObjection]) -> None:
    assert objections_to_correction(correction, fewest_letters=30) == expected


def test_everybody_who_was_told_confirms_also_those_told_by_others() -> None:
    onward = {"ssp": ["skole"], "skole": ["ssp", "klub"]}

    due = confirmations_due(CorrectionKind.CORRECTED, told=["ssp", "job"], onward=onward, at=FRIDAY, policy=CAUTIOUS)

    assert [each.recipient for each in due] == ["ssp", "job", "skole", "klub"]
    assert {each.by_day for each in due} == {date(2026, 11, 27)}
    assert not any(each.erases for each in due)


@pytest.mark.parametrize("kind", [CorrectionKind.RECALLED, CorrectionKind.ERASED, CorrectionKind.WITHDRAWN])
def test_what_must_go_is_gone_on_the_next_working_day(kind: CorrectionKind) -> None:
    [due] = confirmations_due(kind, told=["ssp"], onward={}, at=FRIDAY, policy=CAUTIOUS)

    assert (due.by_day, due.erases) == (date(2026, 11, 23), True)


def test_a_day_is_a_day_in_denmark() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=DENMARK)

    [due] = confirmations_due(CorrectionKind.RECALLED, told=["ssp"], onward={}, at=late, policy=CAUTIOUS)

    assert due.by_day == date(2026, 11, 23)


def test_silence_shows_by_itself_once_the_day_is_over() -> None:
    due = confirmations_due(CorrectionKind.RECALLED, told=["ssp", "skole"], onward={}, at=FRIDAY, policy=CAUTIOUS)

    assert overdue(due, confirmed=frozenset(), today=date(2026, 11, 23)) == []
    assert [each.recipient for each in overdue(due, confirmed=frozenset({"ssp"}), today=date(2026, 11, 24))] == [
        "skole"
    ]


def test_christmas_is_no_working_time() -> None:
    assert working_days_after(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert working_days_after(date(2026, 12, 23), 0) == date(2026, 12, 23)


def test_what_should_never_have_been_told_is_judged_within_seventy_two_hours() -> None:
    assert breach_to_be_judged_by(CorrectionKind.RECALLED, FRIDAY) == FRIDAY + timedelta(hours=72)
    assert breach_to_be_judged_by(CorrectionKind.CORRECTED, FRIDAY) is None
