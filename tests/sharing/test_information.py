"""Who makes, reads and needs each class of information; gang affiliation; what opens a concern."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rundbord.sharing.rules import gang_facts
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.information import NEEDED, TREATMENT, Readers, is_needed_by, may_create, needed_by
from rundbord.sharing.rules.opening import ConcernGround, Opening, OpeningObjection, objections_to_opening
from rundbord.sharing.rules.policy import CAUTIOUS, LocalPolicy
from rundbord.sharing.vocabulary import Capacity, InformationClass, LegalBasis, PersonRole
from tests.sharing.cases.case import TODAY, fact, facts, recipient

_P = InformationClass
DAY = timedelta(days=1)


@pytest.mark.parametrize("information_class", InformationClass)
def test_every_class_says_who_makes_it_reads_it_and_how_it_crosses(information_class: InformationClass) -> None:
    treatment = TREATMENT[information_class]

    assert treatment.creators
    assert treatment.crosses.endswith(".")


def test_only_the_police_make_a_fact_of_affiliation() -> None:
    makers = {capacity for capacity in Capacity if may_create(capacity, _P.GANG)}

    assert makers == {Capacity.POLICE}
    assert {capacity for capacity in Capacity if gang_facts.may_create(capacity)} == makers
    assert TREATMENT[_P.GANG].readers is Readers.NAMED


def test_affiliation_crosses_by_one_basis_and_a_hidden_address_by_none() -> None:
    by = {each: {basis for basis, row in BASES.items() if each in row.classes} for each in InformationClass}

    assert by[_P.GANG] == {LegalBasis.GANG}
    assert by[_P.EXIT] == {LegalBasis.CONSENT_EXIT}
    assert by[_P.PROTECTED] == set()
    assert [each for each in InformationClass if not TREATMENT[each].may_cross] == [_P.PROTECTED]


@pytest.mark.parametrize(
    ("capacity", "kept"),
    [
        (Capacity.SCHOOL, [_P.AREA, _P.IDENTITY, _P.PRIVATE]),
        (Capacity.CHILD_WELFARE, [_P.AREA, _P.IDENTITY, _P.PRIVATE, _P.OFFENCE, _P.SPECIAL, _P.GANG]),
        (Capacity.MENTOR, [_P.AREA, _P.IDENTITY, _P.PRIVATE]),
        (Capacity.HOUSING, [_P.AREA, _P.IDENTITY, _P.OFFENCE]),
        (Capacity.OVERSIGHT, [_P.AREA]),
        (Capacity.INVESTIGATION, [_P.AREA]),
    ],
)
def test_a_recipient_is_offered_what_it_needs(capacity: Capacity, kept: list[InformationClass]) -> None:
    offered = needed_by(recipient(capacity), facts(*InformationClass))

    assert [each.information_class for each in offered] == kept


def test_a_leader_clears_a_school_for_offences_but_nobody_for_a_hidden_address_or_an_exit() -> None:
    cleared = recipient(Capacity.SCHOOL, cleared_for=frozenset(InformationClass))

    assert is_needed_by(fact(_P.OFFENCE), cleared)
    assert not is_needed_by(fact(_P.PROTECTED), cleared)
    assert not is_needed_by(fact(_P.EXIT), cleared)


def test_a_mentor_cannot_be_cleared_for_more() -> None:
    cleared = recipient(Capacity.MENTOR, cleared_for=frozenset(InformationClass))

    assert not is_needed_by(fact(_P.OFFENCE), cleared)


def test_nobody_needs_a_hidden_address() -> None:
    assert all(_P.PROTECTED not in classes for classes in NEEDED.values())


@pytest.mark.parametrize(
    ("age_in_days", "stands"),
    [(0, True), (90, True), (91, False), (-1, False)],
    ids=["today", "on the last day", "a day later", "dated tomorrow"],
)
def test_the_police_confirm_affiliation_again_or_it_lapses(age_in_days: int, stands: bool) -> None:
    confirmed_on = TODAY - age_in_days * DAY

    assert gang_facts.stands_on(TODAY, confirmed_on=confirmed_on, policy=CAUTIOUS) is stands


def test_a_word_that_was_never_confirmed_does_not_stand() -> None:
    assert not gang_facts.stands_on(TODAY, confirmed_on=None, policy=CAUTIOUS)


def test_an_authority_may_ask_for_a_shorter_time() -> None:
    assert gang_facts.last_day(TODAY, LocalPolicy(gang_fact_days=30)) == TODAY + 30 * DAY


def test_only_named_readers_read_of_affiliation_and_under_a_banner() -> None:
    assert gang_facts.may_read("ssp", named=frozenset({"ssp"}))
    assert not gang_facts.may_read("klasselærer", named=frozenset({"ssp"}))
    assert "tavshedspligt" in gang_facts.BANNER


@pytest.mark.parametrize(
    ("role", "grounds", "expected"),
    [
        (PersonRole.CONCERN, {ConcernGround.OWN_RELATION}, []),
        (PersonRole.SUSPECTED, {ConcernGround.OWN_ACT, ConcernGround.FAMILY_CONVICTION}, []),
        (PersonRole.CONTACT, {ConcernGround.SEEN_AT_EVENT, ConcernGround.OWN_RELATION}, []),
        (PersonRole.CONCERN, {ConcernGround.FAMILY_CONVICTION}, [OpeningObjection.FAMILY_ALONE]),
        (PersonRole.CONCERN, set(), [OpeningObjection.NO_GROUND]),
        (PersonRole.VICTIM, {ConcernGround.WELLBEING}, [OpeningObjection.VICTIM]),
        (PersonRole.CONTACT, {ConcernGround.SEEN_AT_EVENT}, [OpeningObjection.ONLY_MET]),
        (
            PersonRole.VICTIM,
            {ConcernGround.FAMILY_CONVICTION},
            [OpeningObjection.FAMILY_ALONE, OpeningObjection.VICTIM],
        ),
    ],
    ids=[
        "a girl who is drawn towards a group",
        "a boy who hit somebody, whose brother is convicted",
        "a witness who goes about with the group",
        "a little brother and nothing else",
        "a feeling",
        "a boy who was robbed",
        "a girl whom the police met by chance",
        "a little brother who was robbed",
    ],
)
def test_a_concern_is_opened_by_somebody_of_his_own(
    role: PersonRole, grounds: set[ConcernGround], expected: list[OpeningObjection]
) -> None:
    assert objections_to_opening(Opening(role=role, grounds=frozenset(grounds))) == expected
