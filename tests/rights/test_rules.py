"""The clocks of both regimes, what a request must hold, and what may be withheld."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rundbord.identity.vocabulary import Regime
from rundbord.rights.rules.clocks import answer_by, latest_answer, months_after, objections_to_delay
from rundbord.rights.rules.deciding import bases_for, objections_to_answering, objections_to_decision
from rundbord.rights.rules.registering import Registered, objections_to_registering
from rundbord.rights.vocabulary import (
    Asker,
    ItemDecision,
    ItemGroup,
    MandateCheck,
    RightKind,
    SenderAnswer,
    WithholdBasis,
)

GDPR, LED = Regime.GDPR, Regime.LAW_ENFORCEMENT


@pytest.mark.parametrize(
    ("received", "regime", "due"),
    [
        (date(2026, 11, 30), LED, date(2026, 12, 28)),
        # Four weeks end where they end, Christmas or not.
        (date(2026, 11, 27), LED, date(2026, 12, 25)),
        (date(2026, 11, 30), GDPR, date(2026, 12, 30)),
        # The last day of a shorter month, which is a Sunday: on to Monday.
        (date(2027, 1, 31), GDPR, date(2027, 3, 1)),
        (date(2028, 1, 31), GDPR, date(2028, 2, 29)),
        # Christmas Day, then second Christmas Day, then a Sunday.
        (date(2026, 11, 25), GDPR, date(2026, 12, 28)),
        # Over New Year, and over Easter.
        (date(2026, 12, 31), GDPR, date(2027, 2, 1)),
        (date(2027, 2, 25), GDPR, date(2027, 3, 30)),
    ],
)
def test_the_last_day_for_an_answer(received: date, regime: Regime, due: date) -> None:
    assert answer_by(received, regime) == due


def test_months_end_with_their_last_day() -> None:
    assert months_after(date(2026, 8, 31), 1) == date(2026, 9, 30)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 30), 60) == date(2031, 11, 30)


def test_only_the_regulation_knows_a_last_day_for_a_delay() -> None:
    assert latest_answer(date(2026, 11, 30), LED) is None
    assert latest_answer(date(2026, 11, 30), GDPR) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("new_day", "regime", "today", "is_wrong"),
    [
        (date(2027, 2, 1), GDPR, date(2026, 12, 20), False),
        (date(2026, 12, 30), GDPR, date(2026, 12, 20), True),
        (date(2027, 3, 2), GDPR, date(2026, 12, 20), True),
        # Told too late: the first month is over.
        (date(2027, 2, 1), GDPR, date(2027, 1, 4), True),
        # The police must always tell, also when it is late.
        (date(2027, 6, 1), LED, date(2027, 1, 4), False),
    ],
)
def test_a_delay_is_told_in_time_and_ends(new_day: date, regime: Regime, today: date, *, is_wrong: bool) -> None:
    found = objections_to_delay(new_day, received_on=date(2026, 11, 30), regime=regime, today=today)

    assert bool(found) is is_wrong


def _asked(**changed: object) -> Registered:
    plain = {
        "kind": RightKind.ACCESS,
        "asker": Asker.SELF,
        "mandate": None,
        "has_asker_name": False,
        "words": "",
        "received_on": date(2026, 11, 30),
        "today": date(2026, 11, 30),
    }
    return Registered(**{**plain, **changed})  # type: ignore[arg-type]


def test_what_a_request_must_hold() -> None:
    custody = {"asker": Asker.CUSTODY}

    assert objections_to_registering(_asked()) == {}
    assert set(objections_to_registering(_asked(**custody))) == {"asker_name", "mandate_check"}
    assert objections_to_registering(_asked(**custody, has_asker_name=True, mandate=MandateCheck.CUSTODY)) == {}
    assert set(objections_to_registering(_asked(kind=RightKind.RECTIFY))) == {"words"}
    assert objections_to_registering(_asked(kind=RightKind.RECTIFY, words="Det var ikke mig ved stationen.")) == {}
    assert set(objections_to_registering(_asked(received_on=date(2026, 12, 1)))) == {"received_on"}


def _decide(decision: ItemDecision, basis: WithholdBasis | None = None, **changed: object) -> dict[str, list[str]]:
    plain = {"group": ItemGroup.OWN, "redacted": "", "has_sender": False, "sender_says": None}
    return objections_to_decision(decision, basis, **{**plain, **changed})  # type: ignore[arg-type]


def test_only_a_recorded_basis_withholds() -> None:
    assert _decide(ItemDecision.GIVE) == {}
    assert set(_decide(ItemDecision.WITHHOLD)) == {"basis"}
    assert _decide(ItemDecision.WITHHOLD, WithholdBasis.OTHERS) == {}
    assert set(_decide(ItemDecision.PART, WithholdBasis.OTHERS)) == {"redacted"}
    assert _decide(ItemDecision.PART, WithholdBasis.OTHERS, redacted="Stod ved stationen.") == {}


def test_who_told_it_is_asked_first_and_may_say_no() -> None:
    told: dict[str, Any] = {"group": ItemGroup.RECEIVED, "has_sender": True}

    assert set(_decide(ItemDecision.GIVE, **told)) == {"decision"}
    assert set(_decide(ItemDecision.GIVE, **told, sender_says=SenderAnswer.NOT)) == {"decision"}
    assert _decide(ItemDecision.GIVE, **told, sender_says=SenderAnswer.MAY) == {}
    assert _decide(ItemDecision.WITHHOLD, WithholdBasis.SILENT, **told, sender_says=SenderAnswer.NOT) == {}


def test_the_bases_follow_the_regime_and_the_group() -> None:
    assert WithholdBasis.SILENT not in bases_for(ItemGroup.OWN, GDPR)
    assert WithholdBasis.SILENT in bases_for(ItemGroup.RECEIVED, GDPR)
    assert WithholdBasis.GANG in bases_for(ItemGroup.GANG, GDPR)
    assert bases_for(ItemGroup.OWN, LED)[0] is WithholdBasis.LIMITED
    assert {basis for basis in WithholdBasis if basis.is_silent} == {WithholdBasis.SILENT, WithholdBasis.GANG}


def test_a_request_is_answered_when_all_is_found_and_decided() -> None:
    assert objections_to_answering(has_been_gathered=True, undecided=0, is_closed=False) == []
    assert len(objections_to_answering(has_been_gathered=False, undecided=2, is_closed=True)) == 3
