"""How an exit case may move, and what must be there first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rundbord.interventions.exit_vocabulary import ExitNoteKind, ExitState

CONSENT_ENDED = "Samtykket gælder ikke længere. Få et nyt skriftligt samtykke, før du skriver eller deler mere."
CONSENT_FIRST = "Skriftligt samtykke først. Indtil da må der kun stå fornavn, kontakt og hvad henvendelsen gælder."
OVER = "Exit-forløbet er slut. Der kan ikke skrives mere i det."

_S = ExitState
_ONWARD: Mapping[ExitState, tuple[ExitState, ...]] = MappingProxyType(
    {
        _S.ENQUIRY: (),
        _S.CONSENT: (_S.VISITATION,),
        _S.VISITATION: (_S.AGREEMENT,),
        _S.AGREEMENT: (_S.ACTIVE,),
        _S.ACTIVE: (_S.AFTERCARE, _S.COMPLETED),
        _S.AFTERCARE: (_S.ACTIVE, _S.COMPLETED),
    }
)
_WANTED: Mapping[ExitState, tuple[tuple[ExitNoteKind, str], ...]] = MappingProxyType(
    {
        _S.AGREEMENT: ((ExitNoteKind.SUITABILITY, "Skriv først, hvad visitationen viste om motivation og egnethed."),),
        _S.ACTIVE: (
            (ExitNoteKind.AGREEMENT, "Skriv først exit-aftalen ind."),
            (ExitNoteKind.CRISIS, "Skriv først en kriseplan: hvad gør I, hvis det brænder på?"),
        ),
    }
)


@dataclass(frozen=True, kw_only=True)
class Course:
    """Where a case stands: its state, whether a consent holds today, and what has been written."""

    state: ExitState
    has_consent: bool
    notes: Collection[str] = ()


def next_states(state: ExitState) -> tuple[ExitState, ...]:
    """List where a case may go by a coordinator's word; withdrawal is an act of its own, and so is consent."""
    return () if state.is_over else (*_ONWARD.get(state, ()), ExitState.BROKEN_OFF)


def objections_to_move(course: Course, to: ExitState) -> list[str]:
    """Give every reason not to move it there; breaking off wants no consent."""
    if course.state.is_over:
        return [OVER]
    if to not in next_states(course.state):
        return [CONSENT_FIRST if course.state is ExitState.ENQUIRY else "Forløbet kan ikke gå dertil herfra."]
    if to is ExitState.BROKEN_OFF:
        return []
    missing = [sentence for kind, sentence in _WANTED.get(to, ()) if kind not in course.notes]
    return missing if course.has_consent else [CONSENT_ENDED, *missing]


def objections_to_writing(course: Course) -> list[str]:
    """Give every reason not to write about the person: consent comes first, and ends."""
    if course.state.is_over:
        return [OVER]
    if course.state is ExitState.ENQUIRY:
        return [CONSENT_FIRST]
    return [] if course.has_consent else [CONSENT_ENDED]
