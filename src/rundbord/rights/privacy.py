"""What is kept of requests, how long, and which class of information each column holds (table A.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_FORGOTTEN = "Et halvt år efter svaret; så destrueres anmodningens nøgle, og det samlede slettes."
_HANDED_OUT = "Udleveres til den, der har bedt om indsigt, som det er afgjort i anmodningen."

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="rights.RightsRequest",
        about=About.CITIZENS,
        purpose="Hvem der har bedt om indsigt, rettelse eller sletning, hvornår der skal svares, og hvordan det endte.",
        kept=f"{_FORGOTTEN} At der blev svaret og hvornår, slettes fem år efter svaret.",
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
    Declaration(
        model="rights.GatheredItem",
        about=About.CITIZENS,
        purpose="Hvad myndigheden har om den, der spørger, samlet til svaret, og hvad der er afgjort.",
        kept=f"{_FORGOTTEN} Slettes det, som det er en kopi af, slettes kopien samme nat, når den ikke er udleveret og"
        " fristen for svaret ikke løber (databeskyttelsesforordningens artikel 15 og artikel 17, stk. 3, litra e).",
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
    Declaration(
        model="rights.Remedy",
        about=About.CITIZENS,
        purpose="At det, der er afgjort efter en anmodning, gennemføres i sagen, og hvornår det skete.",
        kept="Et halvt år efter svaret på anmodningen, når det er gennemført; ordene destrueres med sagen.",
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
    Declaration(
        model="rights.SenderQuestion",
        about=About.CITIZENS,
        purpose="At spørge den myndighed, der gav en oplysning videre, om den må udleveres.",
        kept="Et halvt år efter svaret på anmodningen; nøglen destrueres hos den spurgte.",
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
)

_STANDING = Class.PRIVATE

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "RightsRequest": {
            **dict.fromkeys(("name", "cpr", "asker_name"), Class.IDENTITY),
            **dict.fromkeys(("words", "outcome_words", "id", "authority", "data_key", "kind", "regime"), _STANDING),
            **dict.fromkeys(("asker", "channel", "identity_check", "mandate_check", "received_on"), _STANDING),
            **dict.fromkeys(("answer_by", "new_answer_by", "delay_why", "delay_told_at"), _STANDING),
            **dict.fromkeys(("registered_at", "registered_by", "registered_label", "gathered_at"), _STANDING),
            **dict.fromkeys(("outcome", "routed_to", "closed_at", "closed_label", "forget_on"), _STANDING),
            **dict.fromkeys(("forgotten_at", "delete_on"), _STANDING),
        },
        # A copy of whatever the authority holds, as private as the most private of it.
        "GatheredItem": {
            **dict.fromkeys(("body", "redacted", "attached"), Class.PROTECTED),
            **dict.fromkeys(("id", "authority", "request", "group", "source_model", "attached_form"), _STANDING),
            **dict.fromkeys(("source_id", "root_id", "sender", "disclosure_id", "on", "needs_eyes"), _STANDING),
            "is_uncertain": _STANDING,
            **dict.fromkeys(("decision", "basis", "decided_at", "decided_by", "decided_label"), _STANDING),
        },
        "Remedy": {
            "words": Class.PRIVATE,
            "stood": Class.IDENTITY,
            **dict.fromkeys(("id", "authority", "request", "person_id", "unit", "kind", "ordered_at"), _STANDING),
            **dict.fromkeys(("due_on", "how", "told", "done_at", "done_by", "done_label"), _STANDING),
        },
        "SenderQuestion": {
            "words": Class.PROTECTED,
            **dict.fromkeys(("id", "authority", "asking", "partnership", "request_id"), _STANDING),
            **dict.fromkeys(("disclosure_id", "data_key_id", "asked_at", "asked_by", "asked_label"), _STANDING),
            **dict.fromkeys(("answer_by", "answer", "basis", "answered_at", "answered_by"), _STANDING),
            "answered_label": _STANDING,
        },
    }
)
