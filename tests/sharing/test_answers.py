"""A request may be put by participants, and answered with a no that needs no reason."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from rundbord.identity.vocabulary import Channel
from rundbord.sharing.rules.answers import (
    TOLD,
    AnswerObjection,
    Reply,
    Request,
    RequestObjection,
    goes_on,
    objections_to_reply,
    objections_to_request,
)
from rundbord.sharing.vocabulary import Answer, Capacity
from tests.sharing.cases.case import WORDS

SSP = frozenset({Channel.SSP})
REQUEST = Request(asker=Capacity.SSP, channel=Channel.SSP, asker_channels=SSP, asked_channels=SSP, reason=WORDS)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (REQUEST, []),
        (replace(REQUEST, asker=Capacity.SELF_OWNING), []),
        (replace(REQUEST, asker=Capacity.HOUSING), [RequestObjection.ASKER_OUTSIDE]),
        (replace(REQUEST, asker=Capacity.INVESTIGATION), [RequestObjection.ASKER_INVESTIGATES]),
        (replace(REQUEST, asked_channels=frozenset()), [RequestObjection.NOT_IN_CHANNEL]),
        (replace(REQUEST, channel=Channel.KSP), [RequestObjection.NOT_IN_CHANNEL]),
        (replace(REQUEST, reason="Nysgerrighed"), [RequestObjection.NO_REASON]),
    ],
    ids=[
        "SSP asks the police",
        "a youth school asks",
        "a landlord asks",
        "investigators ask",
        "the one asked takes no part",
        "neither takes part in release",
        "somebody is curious",
    ],
)
def test_participants_ask_for_what_their_task_needs(request_: Request, expected: list[RequestObjection]) -> None:
    assert objections_to_request(request_, fewest_letters=30) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(answer=Answer.DECLINE, asker="ssp", asked="politi"), []),
        (Reply(answer=Answer.SHARE, asker="ssp", asked="politi", disclosures=1), []),
        (Reply(answer=Answer.PARTLY, asker="ssp", asked="politi", disclosures=1), []),
        (Reply(answer=Answer.REFER, asker="ssp", asked="politi", referred_to="skolen"), []),
        (Reply(answer=Answer.SHARE, asker="ssp", asked="politi"), [AnswerObjection.NOTHING_SHARED]),
        (Reply(answer=Answer.DECLINE, asker="ssp", asked="politi", disclosures=1), [AnswerObjection.SOMETHING_SHARED]),
        (Reply(answer=Answer.REFER, asker="ssp", asked="politi"), [AnswerObjection.REFERRED_NOWHERE]),
        (
            Reply(answer=Answer.REFER, asker="ssp", asked="politi", referred_to="ssp"),
            [AnswerObjection.REFERRED_BACK],
        ),
        (
            Reply(answer=Answer.DECLINE, asker="ssp", asked="politi", is_answered=True),
            [AnswerObjection.ANSWERED_ALREADY],
        ),
    ],
    ids=[
        "no, and no reason",
        "yes",
        "some of it",
        "ask the school",
        "yes, but nothing was sent",
        "no, but something was sent",
        "ask somebody",
        "ask yourself",
        "answered twice",
    ],
)
def test_nobody_is_obliged_to_share(reply: Reply, expected: list[AnswerObjection]) -> None:
    assert objections_to_reply(reply) == expected


def test_an_answer_has_no_room_for_a_reason() -> None:
    assert not [field.name for field in fields(Reply) if "reason" in field.name or "why" in field.name]


def test_a_no_says_nothing_of_whether_there_was_anything_and_goes_nowhere() -> None:
    assert "siger intet om" in TOLD[Answer.DECLINE]
    assert set(TOLD) == set(Answer)
    assert [answer for answer in Answer if goes_on(answer)] == [Answer.REFER]
