"""The narrowest basis that holds comes first, with why; a refusal shows what could be done instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.objections import Objection, ObjectionKind, Way
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.rules.proposing import propose_basis
from rundbord.sharing.rules.weighing import is_mended_by_filling_in, wrong_with
from rundbord.sharing.vocabulary import (
    Capacity,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    PersonRole,
    ReleaseGroup,
)
from tests.sharing.cases import CASES
from tests.sharing.cases.case import Case, about, consent, facts, told_by, told_to
from tests.sharing.cases.consents import CONSENT, EXIT
from tests.sharing.cases.outsiders import ANONYMOUS, SECRECY
from tests.sharing.cases.procedure_act import GANG, KSP, RELATIVE, SSP

LAWFUL = [case for case in CASES if not case.refused]


def _ways(objection: Objection) -> list[Way]:
    return [each.way for each in objection.alternatives]


def _only(proposal: Proposal) -> Objection:
    [objection] = objections_to(proposal)
    return objection


@pytest.mark.parametrize(
    ("proposal", "first"),
    [
        (SSP, LegalBasis.SSP),
        (GANG, LegalBasis.GANG),
        (KSP, LegalBasis.KSP),
        (RELATIVE, LegalBasis.RELATIVE),
        (EXIT, LegalBasis.CONSENT_EXIT),
        (SECRECY, LegalBasis.IMPOSED_SECRECY),
        (CONSENT, LegalBasis.CONSENT),
        (ANONYMOUS, LegalBasis.ANONYMOUS),
        (replace(SSP, consent=consent(Giver.PERSON, Giver.CUSTODY_HOLDER)), LegalBasis.SSP),
        (told_to(told_by(SSP, Capacity.SSP), Capacity.POLICE), LegalBasis.SSP),
    ],
    ids=[
        "a suspicion to SSP",
        "affiliation to SSP",
        "a release",
        "a mother of a man of nineteen",
        "an exit",
        "a mentor",
        "a boxing club",
        "a pattern at a playground",
        "a consent beside SSP is no cover for what SSP carries",
        "a municipality's word on an offence goes by SSP, and not by the bare § 8",
    ],
)
def test_the_narrowest_basis_that_holds_comes_first(proposal: Proposal, first: LegalBasis) -> None:
    advice = propose_basis(replace(proposal, basis=None))

    assert advice.would_hold[0].basis is first
    assert advice.would_hold[0].holds


@pytest.mark.parametrize("case", LAWFUL, ids=lambda case: case.says)
def test_a_basis_that_is_lawful_is_among_those_proposed(case: Case) -> None:
    advice = propose_basis(case.proposal)

    assert case.basis in {candidate.basis for candidate in advice.would_hold if candidate.holds}
    assert advice.regardless == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_every_basis_is_either_proposed_or_explained(case: Case) -> None:
    advice = propose_basis(case.proposal)

    assert {each.basis for each in (*advice.would_hold, *advice.others)} == set(LegalBasis)
    assert all(candidate.why.endswith((")", ".")) for candidate in (*advice.would_hold, *advice.others))
    assert all(candidate.findings for candidate in advice.others)


def test_a_basis_that_lacks_an_answer_says_which_and_comes_after_those_that_hold() -> None:
    # A man of nineteen: § 115 a needs an effort for him, and a consent needs to be given.
    advice = propose_basis(replace(RELATIVE, present=frozenset(), consent=consent(Giver.PERSON)))

    assert [candidate.basis for candidate in advice.would_hold][:2] == [LegalBasis.CONSENT, LegalBasis.RELATIVE]
    assert "Mangler:" in advice.would_hold[1].why
    assert "indsats for personen" in advice.would_hold[1].why


def test_a_basis_that_does_not_hold_says_why_with_its_paragraph() -> None:
    [ksp] = [candidate for candidate in propose_basis(SSP).others if candidate.basis is LegalBasis.KSP]

    assert "Hjemlen dækker ikke formålet. (Retsplejelovens § 115, stk. 1, nr. 3" in ksp.why


def test_an_ordinary_remand_prisoner_may_agree_himself() -> None:
    objection = _only(about(KSP, 22, PersonRole.SUSPECTED, release=ReleaseGroup.ORDINARY_REMAND))

    assert objection.paragraph == "Retsplejelovens § 115, stk. 1, nr. 3, litra c"
    assert Way.ASK_CONSENT in _ways(objection)
    assert Way.SEND_UNDERRETNING not in _ways(objection)


def test_a_boy_outside_ssp_may_be_helped_by_an_underretning_or_without_his_name() -> None:
    objection = _only(about(SSP, 9, PersonRole.CONCERN))

    assert {Way.SEND_UNDERRETNING, Way.DEIDENTIFY} <= set(_ways(objection))


def test_a_consent_that_is_given_is_shown_as_another_basis() -> None:
    agreed = replace(about(SSP, 24, PersonRole.CONVICTED), consent=consent(Giver.PERSON))

    [objection] = objections_to(agreed)

    assert LegalBasis.CONSENT in {each.basis for each in objection.alternatives}


def test_nobody_is_sent_to_parents_who_may_be_the_danger() -> None:
    girl = replace(about(SSP, 9, PersonRole.CONCERN), honour=HonourScreening.SIGNS)
    woman = replace(about(SSP, 24, PersonRole.CONCERN), honour=HonourScreening.SIGNS)

    assert not {Way.ASK_CONSENT, Way.SCREEN_THEN_ASK} & set(_ways(_only(girl)))
    assert Way.ASK_CONSENT in _ways(_only(woman))


def test_parents_are_asked_only_after_somebody_has_looked_for_signs() -> None:
    boy = replace(about(SSP, 9, PersonRole.CONCERN), honour=HonourScreening.NOT_DONE)

    assert Way.SCREEN_THEN_ASK in _ways(_only(boy))
    assert Way.ASK_CONSENT not in _ways(_only(boy))


def test_a_consent_may_be_asked_for_again_where_it_is_the_basis() -> None:
    expired = replace(CONSENT, consent=consent(Giver.PERSON, is_informed=False))

    assert Way.ASK_CONSENT_AGAIN in _ways(_only(expired))


def test_a_name_in_an_anonymous_talk_is_not_answered_with_anonymity() -> None:
    named = about(ANONYMOUS, 14, PersonRole.CONCERN)

    assert _ways(_only(named)) == [Way.LEAVE_PERSON]


@pytest.mark.parametrize("case", [case for case in CASES if case.refused], ids=lambda case: case.says)
def test_another_basis_is_offered_only_where_it_would_hold(case: Case) -> None:
    for objection in objections_to(case.proposal):
        for alternative in objection.alternatives:
            if alternative.basis is not None:
                left = wrong_with(case.proposal, BASES[alternative.basis])
                assert all(is_mended_by_filling_in(finding) for finding in left)
                assert alternative.basis is not case.basis


def test_a_young_person_told_of_by_two_units_needs_one_basis_for_both() -> None:
    both = told_to(replace(SSP, facts=facts(InformationClass.IDENTITY)), Capacity.SSP, Capacity.HOUSING)

    refusals = [objection for objection in objections_to(both) if objection.kind is ObjectionKind.RECIPIENT_OUTSIDE]

    assert [objection.about for objection in refusals] == ["Boligorganisation"]
