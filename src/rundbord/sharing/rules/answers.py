"""A request for information and its answer; nobody is obliged to share, or to say why not (§ 115 stk. 4)."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.identity.vocabulary import Channel
from rundbord.letters import letters_in
from rundbord.sharing.rules.capacities import AUTHORITIES
from rundbord.sharing.vocabulary import Answer, Capacity
from rundbord.vocabulary import Term

# What the asker is told; a refusal and an empty drawer read alike, so that a "no" says nothing about the person.
TOLD = {
    Answer.SHARE: "I får, hvad I har bedt om.",
    Answer.PARTLY: "I får det, der deles.",
    Answer.DECLINE: "Der er ikke noget, der deles. Det siger intet om, hvorvidt der er oplysninger.",
    Answer.REFER: "Spørg hos en anden. Det siger intet om, hvorvidt der er oplysninger.",
}


class RequestObjection(Term):
    """Request objection — indsigelse mod en anmodning; the label is the sentence."""

    ASKER_OUTSIDE = "asker_outside", "Kun myndigheder og institutioner, der deltager, kan bede om oplysninger."
    ASKER_INVESTIGATES = "asker_investigates", "Efterforskning kan ikke bede om oplysninger her (§ 115, stk. 2)."
    NOT_IN_CHANNEL = "not_in_channel", "Begge enheder skal deltage i samarbejdet."
    NO_REASON = "no_reason", "Skriv, hvorfor oplysningerne er nødvendige for jeres opgave (forvaltningslovens § 32)."


class AnswerObjection(Term):
    """Answer objection — indsigelse mod et svar; the label is the sentence."""

    NOTHING_SHARED = "nothing_shared", "Der er svaret ja, men intet er givet videre."
    SOMETHING_SHARED = "something_shared", "Der er svaret nej, men noget er givet videre."
    REFERRED_NOWHERE = "referred_nowhere", "Vælg, hvem der henvises til."
    REFERRED_BACK = "referred_back", "Man kan ikke henvise til den, der spørger, eller til sig selv."
    ANSWERED_ALREADY = "answered_already", "Anmodningen er allerede besvaret."


@dataclass(frozen=True, kw_only=True)
class Request:
    """Somebody asks; `reason` is in the asker's own words. It names a person only to the one who is asked.

    `channel` is empty where the basis belongs to no form of co-operation.
    """

    asker: Capacity
    channel: Channel | None
    asker_channels: frozenset[Channel]
    asked_channels: frozenset[Channel]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """An answer: units by any key; `disclosures` counts those made in answer. Reasons have no field on purpose."""

    answer: Answer
    asker: str
    asked: str
    disclosures: int = 0
    referred_to: str = ""
    is_answered: bool = False


def objections_to_request(request: Request, *, fewest_letters: int) -> list[RequestObjection]:
    """Give every reason why a request cannot be put."""
    letters = letters_in(request.reason)
    is_investigation = request.asker == Capacity.INVESTIGATION
    checks = {
        RequestObjection.ASKER_OUTSIDE: request.asker not in AUTHORITIES and not is_investigation,
        RequestObjection.ASKER_INVESTIGATES: is_investigation,
        RequestObjection.NOT_IN_CHANNEL: request.channel is not None
        and request.channel not in request.asker_channels & request.asked_channels,
        RequestObjection.NO_REASON: letters < fewest_letters,
    }
    return [objection for objection, applies in checks.items() if applies]


def objections_to_reply(reply: Reply) -> list[AnswerObjection]:
    """Give every reason why an answer cannot stand; a "no" needs none of its own."""
    says_yes = reply.answer in {Answer.SHARE, Answer.PARTLY}
    refers = reply.answer == Answer.REFER
    checks = {
        AnswerObjection.NOTHING_SHARED: says_yes and reply.disclosures == 0,
        AnswerObjection.SOMETHING_SHARED: not says_yes and reply.disclosures > 0,
        AnswerObjection.REFERRED_NOWHERE: refers and not reply.referred_to,
        AnswerObjection.REFERRED_BACK: refers and reply.referred_to in {reply.asker, reply.asked},
        AnswerObjection.ANSWERED_ALREADY: reply.is_answered,
    }
    return [objection for objection, applies in checks.items() if applies]


def goes_on(answer: Answer) -> bool:
    """Tell whether the asker may ask again elsewhere at once; a "no" goes to no leader and no meeting by itself."""
    return answer == Answer.REFER
