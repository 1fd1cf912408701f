"""A reading as the rules see it, and which events are readings of persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rundbord.audit.events import Event

# What shows a person, or looks one up. Lists count: they show names too.
CONTROLLED: frozenset[Event] = frozenset(
    {
        *(Event.YOUNG_PERSON_READ, Event.YOUNG_PERSONS_LISTED, Event.YOUNG_PERSON_SOUGHT, Event.CPR_REVEALED),
        *(Event.ATTACHMENT_SHOWN, Event.ATTACHMENT_FETCHED, Event.JOURNAL_NOTE_PRINTED),
        *(Event.INTERVENTION_READ, Event.INTERVENTION_PRINTED),
        *(Event.DISCLOSURE_SHOWN, Event.DISCLOSURE_READ, Event.RECEIVED_CPR_SHOWN, Event.LETTER_PRINTED),
        *(Event.EXIT_READ, Event.EXIT_TOLD_READ, Event.EXIT_COPY_READ),
        *(Event.HAND_OVER_READ, Event.MEETING_CASES_READ, Event.COMMON_KNOWLEDGE_READ, Event.PARTICIPANTS_READ),
        *(Event.GROUP_IDENTITY_READ, Event.EMERGENCY_READ),
    }
)


@dataclass(frozen=True, kw_only=True)
class Read:
    """One reading: by whom, in which unit's name, of what; `at` is aware, `subject` is the number of a row or empty."""

    id: UUID
    at: datetime
    event: str
    reader: UUID
    unit: UUID | None
    subject_kind: str
    subject: str
