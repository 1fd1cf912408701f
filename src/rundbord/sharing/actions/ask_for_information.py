"""Ask for information — anmod: a name is told so that another can answer; a disclosure, judged like any other."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.sharing.actions.disclose import Told, disclose
from rundbord.sharing.models import Disclosure
from rundbord.sharing.rules.answers import Request, RequestObjection, objections_to_request
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import InformationClass


def ask_for_information(proposal: Proposal, told: Told, *, by: Actor) -> list[Disclosure]:
    """Ask every recipient; who it is about is all that they are told."""
    if not told.asks:
        raise Refused({"asks": ["Vælg, hvad I spørger om."]})
    if any(fact.information_class != InformationClass.IDENTITY for fact in proposal.facts) or told.content.lines:
        raise ValueError("a request tells who it is about and nothing else")
    if objections := _objections(proposal, told):
        raise Refused([each.label for each in objections])
    return disclose(proposal, told, by=by)


def _objections(proposal: Proposal, told: Told) -> list[RequestObjection]:
    """Ask the rules of a request for each who is asked; without a channel nobody has to take part in one."""
    channel = BASES[proposal.basis].channel if proposal.basis else None
    found: dict[RequestObjection, None] = {}
    for each in told.addressees:
        asked = Request(
            asker=proposal.sender.capacity,
            channel=channel,
            asker_channels=proposal.sender.channels,
            asked_channels=each.recipient.channels,
            reason=proposal.necessity,
        )
        found |= dict.fromkeys(objections_to_request(asked, fewest_letters=proposal.policy.fewest_letters))
    return list(found)
