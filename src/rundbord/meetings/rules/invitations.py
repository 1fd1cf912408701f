"""A meeting as calendars read it (RFC 5545): when, where and a link; never what it is about, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress

TITLE = "Møde i Rundbord"
_PRODUCT = "-//Rundbord//Møder//DA"


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """What a calendar is told; `sequence` grows with each change, `place` is empty where it is private."""

    meeting_id: UUID
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    sequence: int
    is_cancelled: bool
    stamped_at: datetime
    host: str


@dataclass(frozen=True, kw_only=True)
class Mailed:
    """Between which two mail addresses an invitation goes: a reader sees the own one and no other's."""

    sender: str
    reader: str


def as_calendar(invitation: Invitation, mailed: Mailed | None = None) -> bytes:
    """Write the invitation, its newer time, or its cancelling: calendars tell them apart by number and status."""
    event = _event(invitation)
    if mailed:
        _address(event, mailed)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method_of(invitation, mailed))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def method_of(invitation: Invitation, mailed: Mailed | None = None) -> str:
    """Name what is done to the calendar (RFC 5546): a mail asks it to take the meeting in, a file is laid down."""
    if invitation.is_cancelled:
        return "CANCEL"
    return "REQUEST" if mailed else "PUBLISH"


def _address(event: Event, mailed: Mailed) -> None:
    """Name sender and reader; no answer is wanted, since seats are filled at the table and not in calendars."""
    event.add("organizer", vCalAddress(f"mailto:{mailed.sender}"))
    reader = vCalAddress(f"mailto:{mailed.reader}")
    reader.params["RSVP"] = "FALSE"
    event.add("attendee", reader)


def _event(invitation: Invitation) -> Event:
    event = Event()
    event.add("uid", f"{invitation.meeting_id}@{invitation.host}")
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamped_at)
    event.add("dtstart", invitation.starts_at)
    event.add("dtend", invitation.ends_at)
    event.add("summary", TITLE)
    event.add("status", "CANCELLED" if invitation.is_cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("url", invitation.link)
    event.add("description", invitation.link)
    if invitation.place:
        event.add("location", invitation.place)
    return event
