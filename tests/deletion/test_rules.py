"""Rules of deletion as data: every table about persons has one that something carries out."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from procrastinate.contrib.django import app

from rundbord.access.declarations import About
from rundbord.deletion.rules.aged import AGED, BY_AGE, aged_of
from rundbord.deletion.rules.approving import (
    fingerprint_of,
    is_due,
    objections_to_deciding,
    objections_to_period,
)
from rundbord.deletion.rules.catalogue import CHANGEABLE, RULES, rules_of
from rundbord.deletion.rules.marks import is_marked, mark_of
from rundbord.deletion.rules.rule import Rule
from rundbord.privacy.catalogue import CATALOGUE

TODAY = date(2026, 11, 30)
WHY = "Vi har ikke brug for ordene så længe."


@pytest.mark.parametrize("model", sorted(each.model for each in CATALOGUE if each.about is not About.NOBODY))
def test_every_table_about_persons_has_a_rule(model: str) -> None:
    """Name the table in `deletion/rules/citizens.py` or `staff.py`, by the job or act that carries the rule out."""
    assert rules_of(model), f"{model} has no rule of deletion"


def test_no_rule_is_a_sentence_only() -> None:
    """Each is carried out by a job or an act; what goes by its age stands in the list that the night goes through."""
    assert [rule.key for rule in RULES.values() if not rule.is_carried_out] == []
    by_age = {each.rule: set(aged_of(each.rule)) for each in AGED}
    for rule in RULES.values():
        if BY_AGE[0] in rule.carried_out_by:
            assert set(rule.models) - by_age[rule.key] <= {"identity.User", "identity.Duty"}, rule.key
    assert {each.rule for each in AGED} == {rule.key for rule in RULES.values() if BY_AGE[0] in rule.carried_out_by}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.key)
def test_what_carries_a_rule_out_is_there(rule: Rule) -> None:
    for name in rule.carried_out_by:
        if name not in app.tasks:
            import_module(name)  # an act: raises where there is none


def test_a_rule_names_tables_of_its_kind() -> None:
    """One that is not there yet is named ahead of its app; a misspelt one leaves a table without a rule."""
    about = {each.model: each.about for each in CATALOGUE}

    for rule in RULES.values():
        told = {about.get(model, rule.about) for model in rule.models}
        assert told <= {rule.about, About.NOBODY}, rule.key


def test_periods_are_those_of_the_reference_or_shorter() -> None:
    days = {key: rule.days for key, rule in RULES.items()}

    assert (days["file_no_action"], days["file_no_contact"], days["file_closed"]) == (30, 183, 365)
    assert (days["hand_over"], days["source_text"], days["fact"], days["exit"]) == (0, 14, 90, 365)


@pytest.mark.parametrize(
    ("days", "reason", "field"), [(None, WHY, "days"), (-1, WHY, "days"), (366, WHY, "days"), (200, "kort", "reason")]
)
def test_a_period_is_never_longer_than_the_longest_and_always_has_a_reason(
    days: int | None, reason: str, field: str
) -> None:
    assert list(objections_to_period(RULES["file_closed"], days, now=365, longest=365, reason=reason)) == [field]


def test_a_shorter_period_may_be_proposed_and_a_rule_that_follows_an_event_not() -> None:
    assert not objections_to_period(RULES["file_closed"], 200, now=365, longest=365, reason=WHY)
    assert objections_to_period(RULES["log_like"], 364, now=730, longest=730, reason=WHY)["days"]
    assert objections_to_period(RULES["round"], 1, now=0, longest=0, reason=WHY)
    assert objections_to_period(RULES["file_closed"], 365, now=365, longest=365, reason=WHY)["days"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"decided_by": 1}, ""), ({"is_decided": True}, ""), ({"approves": False, "note": "nej"}, "note")],
)
def test_a_proposal_takes_two_persons_and_one_decision(changes: dict[str, Any], field: str) -> None:
    facts: dict[str, Any] = {"proposed_by": 1, "decided_by": 2, "is_decided": False, "note": "", "approves": True}

    assert not objections_to_deciding(**facts)
    assert list(objections_to_deciding(**{**facts, **changes})) == [field]


def test_an_approval_is_of_these_rules_and_periods_and_stands_a_year() -> None:
    periods = {rule.key: rule.days or 0 for rule in CHANGEABLE}
    seen = fingerprint_of(RULES.values(), periods)

    assert seen != fingerprint_of(RULES.values(), {**periods, "file_closed": 200})
    assert seen != fingerprint_of(list(RULES.values())[1:], periods)
    assert is_due(None, is_same=False, today=TODAY)
    assert is_due(TODAY + timedelta(days=30), is_same=True, today=TODAY)
    assert is_due(TODAY + timedelta(days=300), is_same=False, today=TODAY)
    assert not is_due(TODAY + timedelta(days=300), is_same=True, today=TODAY)


def test_a_number_proves_its_own_record_and_no_other() -> None:
    number, salt = uuid4(), bytes(16)
    mark = mark_of(number, salt)

    assert is_marked(number, salt=salt, mark=mark)
    assert not is_marked(uuid4(), salt=salt, mark=mark)
    assert not is_marked(number, salt=bytes(15) + b"1", mark=mark)
    assert number.bytes not in mark
