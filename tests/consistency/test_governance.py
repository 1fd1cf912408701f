"""What is said to supervisors is so: every document follows the code, and every test that is named exists."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from rundbord.governance.asvs import BY_CHAPTER, BY_LEVEL, MET, STATUSES, Requirement, requirements
from rundbord.governance.documents import DOCUMENTS, folder
from tests.named import every_test

ROWS = requirements(folder() / "asvs.csv")


def faults_of(rows: list[Requirement]) -> list[str]:
    """Give everything that is wrong with the rows of the matrix."""
    numbers = Counter(row.number for row in rows)
    faults = [f"{number} stands {count} times" for number, count in numbers.items() if count > 1]
    if Counter(row.level for row in rows) != BY_LEVEL:
        faults.append("the levels are not as many as the standard's")
    if [Counter(row.chapter for row in rows)[number] for number in range(1, 18)] != list(BY_CHAPTER):
        faults.append("the chapters are not as long as the standard's")
    for row in rows:
        faults += [f"{row.number} names {test}, which does not exist" for test in row.tests if test not in every_test()]
        if row.status not in STATUSES:
            faults.append(f"{row.number} has no status")
        if row.status == MET and not row.tests:
            faults.append(f"{row.number} is met without a test")
        if not (row.control and row.topic):
            faults.append(f"{row.number} says nothing")
    return faults


def test_every_requirement_stands_once_and_each_that_is_met_names_tests_that_exist() -> None:
    assert faults_of(ROWS) == []


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        (ROWS[1:], "levels"),
        ([*ROWS[1:], ROWS[1]], "stands 2 times"),
        ([replace(ROWS[0], tests=("tests/consistency/test_governance.py::test_of_nothing",)), *ROWS[1:]], "not exist"),
        ([replace(ROWS[0], status=MET, tests=()), *ROWS[1:]], "without a test"),
        ([replace(ROWS[0], status="perhaps"), *ROWS[1:]], "no status"),
        ([replace(ROWS[0], control=""), *ROWS[1:]], "says nothing"),
    ],
)
def test_a_row_that_is_wrong_would_be_found(spoilt: list[Requirement], fault: str) -> None:
    assert any(fault in each for each in faults_of(spoilt))


def test_nothing_of_level_one_is_left_to_chance() -> None:
    """What of level 1 is not met is known by number: one more is a step back."""
    known = {"2.1.1", "5.1.1", "6.1.1", "6.2.4", "14.3.1", "15.1.1", "15.2.1"}

    assert {row.number for row in ROWS if row.level == 1 and row.status == "open"} <= known


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_follows_the_code(name: str) -> None:
    written = (folder() / name).read_text("utf-8")

    assert written == DOCUMENTS[name](), "run ./rundbord manage write_governance"
