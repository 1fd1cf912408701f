"""The own log as shown: Danish words for what was done, and the names of the own users."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rundbord.access.actor import SYSTEM_USER
from rundbord.access.purposes import Purpose
from rundbord.audit import Entry, Event, own_entries
from rundbord.identity.models import User
from rundbord.vocabulary import label_of

PAGE_SIZE = 50


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """One line of the log; `who` is a name of the own authority, or says that there is none."""

    at: datetime
    what: str
    who: str
    subject: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class LogPage:
    """Lines newest first, and where the older ones begin."""

    lines: list[LogLine]
    older_than: datetime | None


def log_page(*, before: datetime | None, event: str | None) -> LogPage:
    """Give one page of the own authority's log."""
    entries = own_entries(before=before, event=event, limit=PAGE_SIZE + 1)
    shown = entries[:PAGE_SIZE]
    names = {user.pk: user.name for user in User.objects.filter(pk__in={entry.user_id for entry in shown})}
    return LogPage(
        lines=[_line(entry, names.get(entry.user_id, "") if entry.user_id else "") for entry in shown],
        older_than=shown[-1].at if len(entries) > PAGE_SIZE else None,
    )


def _line(entry: Entry, name: str) -> LogLine:
    return LogLine(
        at=entry.at,
        what=label_of(Event, entry.event),
        who=_who(entry, name),
        subject=entry.subject_id or "",
        purpose=label_of(Purpose, entry.purpose) if entry.purpose else "Adgang",
    )


def _who(entry: Entry, name: str) -> str:
    if entry.user_id == SYSTEM_USER:
        return "Rundbord"
    return name or ("Gæst fra en anden myndighed" if entry.user_id else "Ukendt")
