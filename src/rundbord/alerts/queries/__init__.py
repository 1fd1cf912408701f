"""Reads of sudden events and safety notices, shaped for screens, for the picture and for measuring."""

from rundbord.alerts.queries.events import (
    ANSWERED,
    EventFile,
    EventPage,
    EventRow,
    call_of,
    event_file,
    event_of,
    event_page,
    events_since,
    line_of,
    open_events,
    pace_of_event,
)
from rundbord.alerts.queries.notices import (
    NoticePage,
    NoticeRow,
    notice_of,
    notice_page,
    receipts_of,
    state_of_notice,
)
from rundbord.alerts.queries.telling import (
    ToldEvent,
    ToldNotice,
    events_told_in_picture,
    notices_told_in_picture,
)

__all__ = [
    "ANSWERED",
    "EventFile",
    "EventPage",
    "EventRow",
    "NoticePage",
    "NoticeRow",
    "ToldEvent",
    "ToldNotice",
    "call_of",
    "event_file",
    "event_of",
    "event_page",
    "events_since",
    "events_told_in_picture",
    "line_of",
    "notice_of",
    "notice_page",
    "notices_told_in_picture",
    "open_events",
    "pace_of_event",
    "receipts_of",
    "state_of_notice",
]
