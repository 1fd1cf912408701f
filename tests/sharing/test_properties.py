"""What is true of every proposal, lawful or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rundbord.identity.vocabulary import Channel, Regime
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.judging import findings_on, objections_to
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.rules.proposals import Fact, Proposal, Recipient, Sender, Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    OffenceGround,
    PersonRole,
    ReleaseGroup,
    Requirement,
    SourceGrade,
)
from tests.sharing.cases import CASES
from tests.sharing.cases.case import (
    ABROAD,
    DISTRICT,
    GLADSAXE,
    HERLEV,
    IN_FORCE,
    TODAY,
    WORDS,
    consent,
    recipient,
    sender,
    told_to,
)

LAWFUL = {case.basis: case.proposal for case in reversed(CASES) if not case.refused and case.basis}
AUTHORITIES = [DISTRICT, HERLEV, GLADSAXE, ABROAD]
ABOUT_FACTS_AS_A_WHOLE = {ObjectionKind.NO_FACTS, ObjectionKind.NO_GANG_FACT, ObjectionKind.NO_OFFENCE_FACT}

days = st.integers(-200, 200).map(lambda number: TODAY + timedelta(days=number))
channels = st.frozensets(st.sampled_from(Channel))
recipients = st.builds(
    Recipient,
    name=st.sampled_from(["A", "B", "C", "D"]),
    capacity=st.sampled_from(Capacity),
    authority=st.sampled_from([*AUTHORITIES, None]),
    regime=st.sampled_from([*Regime, None]),
    channels=channels,
    readers=st.frozensets(st.sampled_from(["x", "y"])),
    cleared_for=st.frozensets(st.sampled_from(InformationClass)),
    is_exit_coordinator=st.booleans(),
    is_notifier=st.booleans(),
)
told = st.builds(
    Fact,
    name=st.sampled_from(["1", "2", "3", "4"]),
    information_class=st.sampled_from(InformationClass),
    grade=st.sampled_from(SourceGrade),
    observed_on=st.none() | days,
    keep_until=st.none() | days,
    confirmed_on=st.none() | days,
    received_under=st.none() | st.sampled_from(LegalBasis),
    owner_agrees=st.booleans(),
    holds_address=st.booleans(),
    names_others=st.booleans(),
)
proposals = st.builds(
    Proposal,
    today=st.just(TODAY),
    basis=st.none() | st.sampled_from(LegalBasis),
    purpose=st.sampled_from(DisclosurePurpose),
    necessity=st.sampled_from(["", WORDS]),
    former_necessity=st.sampled_from(["", WORDS]),
    sender=st.builds(
        Sender,
        capacity=st.sampled_from(Capacity),
        authority=st.sampled_from(AUTHORITIES),
        regime=st.sampled_from(Regime),
        channels=channels,
        is_exit_coordinator=st.booleans(),
    ),
    recipients=st.lists(recipients, max_size=3, unique_by=lambda each: each.name).map(tuple),
    subject=st.none()
    | st.builds(
        Subject,
        born_on=st.none() | st.integers(0, 40).map(lambda years: TODAY - timedelta(days=366 * years)),
        role=st.sampled_from(PersonRole),
        release=st.none() | st.sampled_from(ReleaseGroup),
        has_protected_address=st.booleans(),
    ),
    facts=st.lists(told, max_size=4, unique_by=lambda each: each.name).map(tuple),
    agreement=st.sampled_from([IN_FORCE, None]),
    consent=st.sampled_from([None, consent(Giver.PERSON), consent(*Giver, recipients=frozenset({"A"}))]),
    honour=st.sampled_from(HonourScreening),
    present=st.frozensets(st.sampled_from(Requirement)),
    offence_ground=st.none() | st.sampled_from(OffenceGround),
    special_is_approved=st.booleans(),
    documented_on=st.none() | days,
    meetings_held=st.integers(0, 3),
)


def _mixed(lawful: Proposal, other: Proposal, names: set[str]) -> Proposal:
    return replace(lawful, **{name: getattr(other, name) for name in names})


# One or two things of a lawful proposal changed at random: what chance alone makes is hardly ever lawful.
nearly_lawful = st.builds(
    _mixed,
    lawful=st.sampled_from(list(LAWFUL.values())),
    other=proposals,
    names=st.sets(st.sampled_from([field.name for field in fields(Proposal) if field.name != "today"]), max_size=2),
)
anything = proposals | nearly_lawful


@given(purpose=st.text().filter(lambda text: text not in set(DisclosurePurpose)))
def test_a_purpose_outside_the_vocabulary_makes_no_proposal(purpose: str) -> None:
    with pytest.raises(ValueError, match="is not a valid DisclosurePurpose"):
        replace(LAWFUL[LegalBasis.SSP], purpose=purpose)  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["investigation", "efterforskning", "INVESTIGATION", "prosecution", "evidence"])
def test_investigation_cannot_be_said(word: str) -> None:
    told = {term.value for term in DisclosurePurpose} | {term.name for term in DisclosurePurpose}

    assert word not in told
    with pytest.raises(ValueError, match="is not a valid DisclosurePurpose"):
        DisclosurePurpose(word)
    assert not any("forsk" in term.label.casefold() for term in DisclosurePurpose)


def test_no_basis_serves_a_purpose_that_is_not_its_own() -> None:
    for (basis, lawful), purpose in product(LAWFUL.items(), DisclosurePurpose):
        kinds = {finding.kind for finding in findings_on(replace(lawful, purpose=purpose))}

        assert (ObjectionKind.PURPOSE_OUTSIDE in kinds) is (purpose not in BASES[basis].purposes), (basis, purpose)


def test_no_basis_leads_to_investigators_or_to_those_who_never_read() -> None:
    for lawful, capacity in product(LAWFUL.values(), (Capacity.INVESTIGATION, Capacity.OVERSIGHT, Capacity.OTHER)):
        is_open = lawful.basis is LegalBasis.ANONYMOUS and capacity is not Capacity.INVESTIGATION

        assert (findings_on(told_to(lawful, capacity)) == []) is is_open, (lawful.basis, capacity)


def test_every_pair_of_sender_and_recipient_is_on_a_route_or_refused() -> None:
    route_kinds = {
        *(ObjectionKind.SENDER_OUTSIDE, ObjectionKind.RECIPIENT_OUTSIDE),
        *(ObjectionKind.RECIPIENT_INVESTIGATES, ObjectionKind.RECIPIENT_NEVER_READS),
    }
    for (basis, lawful), teller, told in product(LAWFUL.items(), Capacity, Capacity):
        tried = replace(lawful, sender=sender(teller), recipients=(recipient(told),))
        on_route = any(teller in route.senders and told in route.recipients for route in BASES[basis].routes)
        refusals = route_kinds & {finding.kind for finding in findings_on(tried)}

        assert bool(refusals) is not on_route, (basis, teller, told)


def test_every_basis_keeps_the_ages_of_the_law() -> None:
    for (basis, lawful), years in product(LAWFUL.items(), range(41)):
        row = BASES[basis]
        if lawful.subject is not None and row.has_age_limit:
            aged = replace(lawful.subject, born_on=TODAY.replace(year=TODAY.year - years))
            kinds = {finding.kind for finding in findings_on(replace(lawful, subject=aged))}

            assert (ObjectionKind.AGE_OUTSIDE in kinds) is not row.covers_age(years), (basis, years)


def test_every_requirement_that_is_taken_away_is_asked_for() -> None:
    for basis, lawful in LAWFUL.items():
        for requirement in BASES[basis].needs:
            lacking = replace(lawful, present=lawful.present - {requirement})

            assert requirement.label in {finding.about for finding in findings_on(lacking)}, (basis, requirement)


@given(proposal=nearly_lawful)
@settings(deadline=None)
def test_whatever_is_accepted_keeps_the_hard_refusals(proposal: Proposal) -> None:
    assume(not findings_on(proposal))
    assert proposal.basis is not None
    row = BASES[proposal.basis]

    assert proposal.purpose in row.purposes
    assert proposal.sender.capacity in row.senders
    assert proposal.facts
    assert proposal.recipients
    assert all(each.capacity is not Capacity.INVESTIGATION for each in proposal.recipients)
    assert {fact.information_class for fact in proposal.facts} <= row.classes | {InformationClass.AREA}
    assert not any(fact.grade is SourceGrade.RUMOUR or fact.names_others for fact in proposal.facts)
    if proposal.holds(InformationClass.GANG):
        assert proposal.sender.capacity is Capacity.POLICE
        assert all(each.readers for each in proposal.recipients)
    if proposal.age is not None:
        assert row.covers_age(proposal.age)


@given(proposal=anything, data=st.data())
@settings(deadline=None)
def test_removing_a_fact_adds_no_objection_but_that_there_is_too_little(
    proposal: Proposal, data: st.DataObject
) -> None:
    assume(proposal.facts)
    removed = data.draw(st.sampled_from(proposal.facts))
    kept = tuple(fact for fact in proposal.facts if fact != removed)

    added = set(findings_on(replace(proposal, facts=kept))) - set(findings_on(proposal))

    assert removed.name not in {finding.about for finding in added}
    assert {finding.kind for finding in added} <= ABOUT_FACTS_AS_A_WHOLE


@given(proposal=anything, added=recipients)
@settings(deadline=None)
def test_adding_a_recipient_never_lessens_the_objections(proposal: Proposal, added: Recipient) -> None:
    assume(added.name not in {each.name for each in proposal.recipients})
    before = set(findings_on(proposal))

    after = set(findings_on(replace(proposal, recipients=(*proposal.recipients, added))))

    # "Nobody is told" is the one objection that a recipient answers.
    assert {finding for finding in before if finding.kind is not ObjectionKind.NO_RECIPIENTS} <= after


@given(proposal=anything)
@settings(deadline=None, max_examples=50)
def test_objections_are_the_same_each_time_and_in_one_order(proposal: Proposal) -> None:
    objections = objections_to(proposal)
    order = list(ObjectionKind)
    places = [order.index(objection.kind) for objection in objections]

    assert objections == objections_to(replace(proposal))
    assert places == sorted(places)
    assert len({(objection.kind, objection.about) for objection in objections}) == len(objections)
    assert all(objection.alternatives for objection in objections)


@given(proposal=anything)
@settings(deadline=None, max_examples=50)
def test_the_order_of_recipients_changes_no_judgement(proposal: Proposal) -> None:
    turned = replace(proposal, recipients=proposal.recipients[::-1], facts=proposal.facts[::-1])

    assert set(findings_on(turned)) == set(findings_on(proposal))


@pytest.mark.parametrize(
    "twice",
    [lambda lawful: {"facts": lawful.facts * 2}, lambda lawful: {"recipients": lawful.recipients * 2}],
    ids=["the same fact twice", "the same recipient twice"],
)
def test_what_cannot_be_told_apart_cannot_be_judged(twice: Callable[[Proposal], dict[str, Any]]) -> None:
    lawful = LAWFUL[LegalBasis.SSP]

    with pytest.raises(ValueError, match="not unique"):
        replace(lawful, **twice(lawful))
