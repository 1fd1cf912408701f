"""What was done and read, by whom, for which authority and purpose: append-only, written in the act's transaction."""

from rundbord.audit.entries import Entry, own_entries
from rundbord.audit.events import Event
from rundbord.audit.overriding import record_overriding
from rundbord.audit.reading_budget import ReadingStopped
from rundbord.audit.record import record, record_at_the_door

__all__ = ["Entry", "Event", "ReadingStopped", "own_entries", "record", "record_at_the_door", "record_overriding"]
