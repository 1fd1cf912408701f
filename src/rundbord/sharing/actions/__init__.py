"""What can be done in passing information on."""

from rundbord.sharing.actions.answer_threshold import answer_threshold
from rundbord.sharing.actions.ask_without_name import QuestionTerms, ask_without_name
from rundbord.sharing.actions.decide_threshold import decide_threshold
from rundbord.sharing.actions.remind_of_thresholds import remind_of_thresholds

__all__ = [
    "QuestionTerms",
    "answer_threshold",
    "ask_without_name",
    "decide_threshold",
    "remind_of_thresholds",
]
