"""Every legal basis holds where the law lets it, and is refused where it does not."""

from __future__ import annotations

from collections import Counter

import pytest

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.judging import findings_on, objections_to
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.rules.remedies import REMEDIES
from rundbord.sharing.vocabulary import LegalBasis
from tests.sharing.cases import CASES
from tests.sharing.cases.case import Case


@pytest.mark.parametrize("case", CASES, ids=[f"{case.basis}: {case.says}" for case in CASES])
def test_the_rules_say_what_the_law_says(case: Case) -> None:
    kinds = {objection.kind for objection in objections_to(case.proposal)}

    assert kinds == case.refused


@pytest.mark.parametrize("basis", LegalBasis)
def test_every_basis_has_two_lawful_and_two_unlawful_cases(basis: LegalBasis) -> None:
    cases = Counter(bool(case.refused) for case in CASES if case.basis == basis)

    assert cases[False] >= 2, f"{basis} is allowed in too few cases"
    assert cases[True] >= 2, f"{basis} is refused in too few cases"


@pytest.mark.parametrize("kind", ObjectionKind)
def test_every_objection_is_met_in_a_case(kind: ObjectionKind) -> None:
    assert any(kind in case.refused for case in CASES)


def test_no_two_cases_are_called_the_same() -> None:
    names = Counter(case.says for case in CASES)

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.refused], ids=lambda case: case.says)
def test_every_objection_says_what_by_which_paragraph_and_what_instead(case: Case) -> None:
    for objection in objections_to(case.proposal):
        assert objection.sentence.endswith(".")
        assert "{" not in objection.sentence
        assert objection.paragraph
        assert objection.alternatives
        assert all("{" not in each.sentence and each.sentence.endswith((".", "?")) for each in objection.alternatives)


def test_every_objection_has_its_remedy() -> None:
    assert set(REMEDIES) == set(ObjectionKind)


# As table A.12 of the project's reading of the law names them.
TABLE = """
rpl115_ssp rpl115_psp rpl115_ksp rpl115_gang rpl115a_relative rsl11e_ssd rsl11f_abuse bl133_notify bl135_notify_all
bl132_move bl138_feedback bl130_samraad ukl58 dbl8 consent consent_exit rhl5 abl63d rpl996b fvl27_6 anon
"""


def test_every_row_of_the_table_is_a_basis_and_no_other() -> None:
    assert {basis.value for basis in BASES} == set(TABLE.split())
    assert list(BASES) == list(LegalBasis)


def test_objections_come_in_the_order_of_the_vocabulary() -> None:
    order = list(ObjectionKind)
    for case in CASES:
        places = [order.index(finding.kind) for finding in findings_on(case.proposal)]

        assert places == sorted(places), case.says
