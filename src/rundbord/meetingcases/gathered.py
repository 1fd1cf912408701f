"""How cases at meetings are gathered for an answer to the person."""

from __future__ import annotations

from rundbord.access.gathering import Gathered, Gathering, Shown
from rundbord.meetingcases.vocabulary import CaseDecision

GATHERED: tuple[Gathering, ...] = (
    Gathered(
        model="meetingcases.MeetingCase",
        heading="Sag på et møde",
        by="person_id",
        on="put_at",
        shown=(
            Shown(column="decision", label="Beslutning", words=CaseDecision),
            Shown(column="due_on", label="Senest"),
            Shown(column="decided_at", label="Besluttet"),
        ),
    ),
)
