"""What may be withheld, on which basis, and when a request is ready to be answered.

Only a recorded decision withholds. What another authority has told is asked about first: whoever told it knows what
harm handing it out could do (retshåndhævelsesloven §§ 4, 6; law-and-practice B.3.4).
"""

from __future__ import annotations

from rundbord.identity.vocabulary import Regime
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, SenderAnswer, WithholdBasis

_BY_REGIME = {
    Regime.GDPR: (WithholdBasis.PRIVATE, WithholdBasis.PREVENTION, WithholdBasis.OTHERS),
    Regime.LAW_ENFORCEMENT: (WithholdBasis.LIMITED, WithholdBasis.SILENT),
}
_OF_GROUP = {ItemGroup.GANG: (WithholdBasis.GANG,), ItemGroup.RECEIVED: (WithholdBasis.SILENT,)}
ASKED_FIRST = frozenset({ItemGroup.RECEIVED, ItemGroup.GANG})


def bases_for(group: ItemGroup, regime: Regime) -> list[WithholdBasis]:
    """Give the bases that can be chosen, the own regime's first."""
    return list(dict.fromkeys((*_BY_REGIME[regime], *_OF_GROUP.get(group, ()))))


def proposed(group: ItemGroup, regime: Regime) -> tuple[ItemDecision, WithholdBasis] | None:
    """Give what the form proposes to whoever decides: who told something is not named (forvaltningslovens § 15 b)."""
    if group is not ItemGroup.NOTIFIER:
        return None
    return ItemDecision.WITHHOLD, WithholdBasis.OTHERS if regime is Regime.GDPR else WithholdBasis.LIMITED


def objections_to_decision(
    decision: ItemDecision,
    basis: WithholdBasis | None,
    *,
    group: ItemGroup,
    redacted: str,
    has_sender: bool,
    sender_says: SenderAnswer | None,
) -> dict[str, list[str]]:
    """Say why a decision on an item cannot stand; by field."""
    if has_sender and group in ASKED_FIRST and sender_says is None:
        return {"decision": ["Spørg først den myndighed, oplysningen kom fra."]}
    if sender_says is SenderAnswer.NOT and decision is not ItemDecision.WITHHOLD:
        return {"decision": ["Afsenderen har svaret, at oplysningen ikke må udleveres."]}
    if decision is not ItemDecision.GIVE and basis is None:
        return {"basis": ["Vælg, efter hvilken regel der undtages."]}
    if decision is ItemDecision.PART and not redacted.strip():
        return {"redacted": ["Skriv teksten, som den skal udleveres."]}
    return {}


def objections_to_sender_answer(answer: SenderAnswer, basis: WithholdBasis | None) -> dict[str, list[str]]:
    """Say why an answer to another desk cannot stand: a no names its rule."""
    if answer is SenderAnswer.NOT and basis is None:
        return {"basis": ["Vælg, efter hvilken regel det ikke må udleveres."]}
    return {}


def objections_to_answering(*, has_been_gathered: bool, undecided: int, is_closed: bool) -> list[str]:
    """Say why a request cannot be answered yet."""
    checks = {
        "Anmodningen er allerede afsluttet.": is_closed,
        "Oplysningerne er ikke samlet endnu. Prøv igen om et øjeblik.": not has_been_gathered,
        f"{undecided} oplysninger mangler en afgørelse.": undecided > 0,
    }
    return [sentence for sentence, applies in checks.items() if applies]
