"""What follows a disclosure: its conditions, the end of the copy, and the day on which the act is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.gang_facts import BANNER
from rundbord.sharing.rules.handling import handling_of
from rundbord.sharing.vocabulary import Condition, Giver, InformationClass, LegalBasis, PersonRole
from tests.sharing.cases.case import DAY, TODAY, about, consent, fact
from tests.sharing.cases.children import NETWORK_COUNCIL
from tests.sharing.cases.consents import CONSENT
from tests.sharing.cases.outsiders import ANONYMOUS
from tests.sharing.cases.procedure_act import GANG, KSP, SSP


def test_a_copy_ends_by_its_basis() -> None:
    assert handling_of(SSP, LegalBasis.SSP).ends_on == TODAY + timedelta(days=180)


def test_a_copy_about_a_child_ends_when_it_turns_eighteen() -> None:
    nearly = about(SSP, 17, PersonRole.SUSPECTED)

    assert handling_of(nearly, LegalBasis.SSP).ends_on == date(2027, 3, 9)


def test_a_copy_about_an_adult_has_no_birthday_to_wait_for() -> None:
    assert handling_of(KSP, LegalBasis.KSP).ends_on == TODAY + timedelta(days=365)


def test_nobody_knows_the_birthday_and_the_basis_alone_counts() -> None:
    unknown = about(KSP, None, PersonRole.CONVICTED)

    assert handling_of(unknown, LegalBasis.KSP).ends_on == TODAY + timedelta(days=365)


def test_a_copy_ends_with_the_consent() -> None:
    brief = replace(CONSENT, consent=consent(Giver.PERSON, valid_until=TODAY + 20 * DAY))

    assert handling_of(brief, LegalBasis.CONSENT).ends_on == TODAY + 20 * DAY
    assert handling_of(brief, LegalBasis.SSP).ends_on == TODAY + 180 * DAY


def test_a_copy_outlives_none_of_its_facts() -> None:
    brief = replace(SSP, facts=(*SSP.facts, fact(InformationClass.PRIVATE, keep_until=TODAY + 3 * DAY)))

    assert handling_of(brief, LegalBasis.SSP).ends_on == TODAY + 3 * DAY


def test_a_copy_about_a_gang_ends_when_the_police_must_confirm_it_again() -> None:
    older = replace(GANG, facts=(fact(InformationClass.GANG, confirmed_on=TODAY - 80 * DAY),))

    assert handling_of(older, LegalBasis.GANG).ends_on == TODAY + 10 * DAY


def test_affiliation_travels_under_a_banner_and_never_onward() -> None:
    handling = handling_of(GANG, LegalBasis.GANG)

    assert handling.banner == BANNER
    assert {Condition.SECRECY, Condition.NAMED_READERS, Condition.NEVER_ONWARD} <= set(handling.conditions)
    assert handling_of(SSP, LegalBasis.SSP).banner == ""


def test_a_network_council_is_due_seven_days_after_the_documentation() -> None:
    assert handling_of(NETWORK_COUNCIL, LegalBasis.NETWORK_COUNCIL).due_on == TODAY + 5 * DAY
    assert handling_of(replace(NETWORK_COUNCIL, documented_on=None), LegalBasis.NETWORK_COUNCIL).due_on is None


def test_talk_of_nobody_leaves_no_copy() -> None:
    handling = handling_of(ANONYMOUS, LegalBasis.ANONYMOUS)

    assert handling.ends_on is None
    assert handling.conditions == ()


@pytest.mark.parametrize(
    "basis",
    [LegalBasis.SSP, LegalBasis.PSP, LegalBasis.KSP, LegalBasis.GANG, LegalBasis.OFFENCES, LegalBasis.CONSENT_EXIT],
)
def test_what_passes_for_prevention_says_that_it_is_not_for_investigation(basis: LegalBasis) -> None:
    assert Condition.PREVENTION_ONLY in BASES[basis].conditions
