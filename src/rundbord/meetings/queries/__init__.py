"""Reads of meetings, shaped for screens and for other apps."""

from rundbord.meetings.queries.board import Board, BoardItem, board_of, entry_of, item_of, items_of, said_at
from rundbord.meetings.queries.decisions import open_decisions
from rundbord.meetings.queries.meetings import (
    coming_meetings,
    held_meetings,
    last_meeting,
    latest_called,
    meeting_of,
    meetings_today,
)
from rundbord.meetings.queries.version import version_of

__all__ = [
    "Board",
    "BoardItem",
    "board_of",
    "coming_meetings",
    "entry_of",
    "held_meetings",
    "item_of",
    "items_of",
    "last_meeting",
    "latest_called",
    "meeting_of",
    "meetings_today",
    "open_decisions",
    "said_at",
    "version_of",
]
