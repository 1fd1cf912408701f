"""What can be done with meetings: call, move, cancel, hold and end them, and write at them."""

from rundbord.meetings.actions.call_meeting import MeetingTerms, call_meeting, cancel_meeting, move_meeting
from rundbord.meetings.actions.decide_at_meeting import Taken, decide_at_meeting
from rundbord.meetings.actions.hold_meeting import begin_meeting, end_meeting, go_on, postpone_item
from rundbord.meetings.actions.settle_minutes import answer_minutes, fetch_minutes, fix_minutes
from rundbord.meetings.actions.take_part import add_item, correct_entry, note_presence, write_entry

__all__ = [
    "MeetingTerms",
    "Taken",
    "add_item",
    "answer_minutes",
    "begin_meeting",
    "call_meeting",
    "cancel_meeting",
    "correct_entry",
    "decide_at_meeting",
    "end_meeting",
    "fetch_minutes",
    "fix_minutes",
    "go_on",
    "move_meeting",
    "note_presence",
    "postpone_item",
    "write_entry",
]
