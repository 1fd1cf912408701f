"""What can be done in the first hours, and with safety notices."""

from rundbord.alerts.actions.answer_call import answer_call
from rundbord.alerts.actions.close_event import close_event, reopen_event
from rundbord.alerts.actions.decide_step import decide_step
from rundbord.alerts.actions.raise_event import Raised, raise_event
from rundbord.alerts.actions.recall_notice import recall_notice
from rundbord.alerts.actions.receive_notice import receive_notice
from rundbord.alerts.actions.see_event import see_event
from rundbord.alerts.actions.send_notice import Warned, send_notice
from rundbord.alerts.actions.write_line import settle_line, write_line

__all__ = [
    "Raised",
    "Warned",
    "answer_call",
    "close_event",
    "decide_step",
    "raise_event",
    "recall_notice",
    "receive_notice",
    "reopen_event",
    "see_event",
    "send_notice",
    "settle_line",
    "write_line",
]
