"""What is done with a hand-over list: begun, read, filled, answered, a name given, closed, and cleared away."""

from rundbord.handover.actions.add_line import NewLine, add_line
from rundbord.handover.actions.answer_line import answer_line
from rundbord.handover.actions.clear_questions import clear_left_over, clear_questions
from rundbord.handover.actions.close_list import close_list, close_lists_left_open
from rundbord.handover.actions.give_name import forget_given_names, give_name
from rundbord.handover.actions.open_list import open_list, read_list

__all__ = [
    "NewLine",
    "add_line",
    "answer_line",
    "clear_left_over",
    "clear_questions",
    "close_list",
    "close_lists_left_open",
    "forget_given_names",
    "give_name",
    "open_list",
    "read_list",
]
