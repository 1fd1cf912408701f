"""What can be done with what is passed on: tell, ask, read, confirm, correct, answer, erase."""

from rundbord.sharing.actions.answer_request import answer_request
from rundbord.sharing.actions.answer_threshold import answer_threshold
from rundbord.sharing.actions.ask_for_information import ask_for_information
from rundbord.sharing.actions.ask_without_name import QuestionTerms, ask_without_name
from rundbord.sharing.actions.correct_disclosure import Righting, correct_disclosure
from rundbord.sharing.actions.decide_threshold import decide_threshold
from rundbord.sharing.actions.deliver_outside import note_delivery, print_letter, read_told
from rundbord.sharing.actions.disclose import Addressee, Told, disclose
from rundbord.sharing.actions.erase_copies import confirm_correction, erase_expired
from rundbord.sharing.actions.name_readers import name_readers
from rundbord.sharing.actions.read_received import acknowledge, read_received, show_cpr
from rundbord.sharing.actions.remind_of_thresholds import remind_of_thresholds

__all__ = [
    "Addressee",
    "QuestionTerms",
    "Righting",
    "Told",
    "acknowledge",
    "answer_request",
    "answer_threshold",
    "ask_for_information",
    "ask_without_name",
    "confirm_correction",
    "correct_disclosure",
    "decide_threshold",
    "disclose",
    "erase_expired",
    "name_readers",
    "note_delivery",
    "print_letter",
    "read_received",
    "read_told",
    "remind_of_thresholds",
    "show_cpr",
]
