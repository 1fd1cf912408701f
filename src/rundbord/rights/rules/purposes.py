"""What each reading was for, in words for the person who was read about; never who read (issue of the log extract)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.audit.events import Event

_CASE = "behandling af bekymring"
_ANSWER = "anmodning fra dig om indsigt"

# A test holds this against the events that the log control counts as readings of persons.
PURPOSES: Mapping[Event, str] = MappingProxyType(
    {
        Event.YOUNG_PERSON_READ: _CASE,
        Event.YOUNG_PERSON_SOUGHT: "opslag for at finde din sag",
        Event.CPR_REVEALED: "kontrol af, at det er den rigtige person",
        Event.ATTACHMENT_SHOWN: f"{_CASE}: bilag",
        Event.ATTACHMENT_FETCHED: f"{_CASE}: bilag",
        Event.JOURNAL_NOTE_PRINTED: "notat til myndighedens egen journal",
        Event.INTERVENTION_READ: "indsats sammen med dig",
        Event.INTERVENTION_PRINTED: "indsats sammen med dig: side til udlevering",
        Event.DISCLOSURE_SHOWN: "kontrol af, hvad der er givet videre om dig",
        Event.DISCLOSURE_READ: "modtagelse af oplysninger fra en anden myndighed",
        Event.RECEIVED_CPR_SHOWN: "kontrol af, at det er den rigtige person",
        Event.LETTER_PRINTED: "brev med oplysninger til en modtager",
        Event.HAND_OVER_READ: "overleveringsmøde",
        Event.MEETING_CASES_READ: "drøftelse af din sag på et møde",
        Event.COMMON_KNOWLEDGE_READ: "afklaring af, om flere myndigheder hjælper dig",
        Event.PARTICIPANTS_READ: "forløb, som du deltager i",
        Event.EMERGENCY_READ: "nødadgang, som bliver efterkontrolleret",
        Event.REQUEST_READ: _ANSWER,
        Event.REQUEST_LETTER_PRINTED: f"{_ANSWER}: brev",
        Event.REQUEST_EXPORTED: f"{_ANSWER}: udtræk",
    }
)
# Read about somebody, and answered by nobody here: exit is answered in person (ADR 0028), who a group is says nothing
# of a young person's file, and a list of the unit's own files names no single one of them.
NOT_TOLD: frozenset[Event] = frozenset(
    {
        *(Event.EXIT_READ, Event.EXIT_TOLD_READ, Event.EXIT_COPY_READ),
        *(Event.GROUP_IDENTITY_READ, Event.YOUNG_PERSONS_LISTED),
    }
)
