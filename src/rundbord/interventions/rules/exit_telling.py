"""What may be told of an exit case: what stands in it, each with how it is known, and to whom a consent still lets it.

Whether it may be told at all is judged by `sharing.rules`; these rules say what is put to them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from rundbord.interventions.exit_vocabulary import ExitNoteKind, ExitRecallCause
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade

# An agreement and a ban stand in a document; the rest is what the coordinator has seen or heard.
GRADES: Mapping[ExitNoteKind, SourceGrade] = MappingProxyType(
    {
        ExitNoteKind.SUITABILITY: SourceGrade.SEEN,
        ExitNoteKind.AGREEMENT: SourceGrade.DOCUMENTED,
        ExitNoteKind.CRISIS: SourceGrade.SEEN,
        ExitNoteKind.BAN: SourceGrade.DOCUMENTED,
        ExitNoteKind.THREAT: SourceGrade.SEEN,
        ExitNoteKind.PROLONGED: SourceGrade.SEEN,
    }
)
ROLES = (PersonRole.CONCERN, PersonRole.CONVICTED, PersonRole.SUSPECTED)
# What a signed declaration of exit covers.
AGREED_CLASSES = frozenset({InformationClass.IDENTITY, InformationClass.PRIVATE, InformationClass.EXIT})
BY_HAND = (ExitRecallCause.WRONG, ExitRecallCause.UNLAWFUL)
FEWEST_LETTERS = 10
# Where in the form of telling an objection can be mended; the others stand on top of it.
_FIELDS = {
    ObjectionKind.NO_RECIPIENTS: "readers",
    ObjectionKind.NO_FACTS: "parts",
    ObjectionKind.NECESSITY_MISSING: "necessity",
    ObjectionKind.NECESSITY_COPIED: "necessity",
}


def objections_by_field(proposal: Proposal) -> dict[str, list[str]]:
    """Say all that stands against a proposal where it can be mended, each with its paragraph and what to do instead."""
    found: dict[str, list[str]] = {}
    for each in objections_to(proposal):
        ways = [way.sentence for way in each.alternatives if way.basis is None]
        found.setdefault(_FIELDS.get(each.kind, ""), []).append(
            " ".join([f"{each.sentence} ({each.paragraph})", *ways])
        )
    return found


def is_beyond(reader: UUID, expires_on: date, *, named: Collection[UUID], until: date) -> bool:
    """Tell whether a copy goes beyond a consent: it does not name the reader, or ends before the copy does."""
    return reader not in named or expires_on > until


def objections_to_putting_right(*, wording: str, before: str, reason: str, is_taken_back: bool) -> dict[str, list[str]]:
    """Give every reason why something cannot be put right so."""
    found: dict[str, list[str]] = {}
    if is_taken_back:
        found[""] = ["Det er allerede rettet eller kaldt tilbage."]
    if not wording.strip():
        found["wording"] = ["Skriv, hvad der skal stå i stedet."]
    elif wording.strip() == before.strip():
        found["wording"] = ["Der står det samme som før."]
    if len(reason.strip()) < FEWEST_LETTERS:
        found["reason"] = ["Skriv, hvad der var galt, så modtageren kan bruge det."]
    return found
