"""What can be done with what is passed on: tell, ask, read, confirm, correct, answer, erase."""

from rundbord.sharing.actions.answer_request import answer_request
from rundbord.sharing.actions.answer_threshold import answer_threshold
from rundbord.sharing.actions.ask_for_information import ask_for_information
from rundbord.sharing.actions.ask_without_name import QuestionTerms, ask_without_name
from rundbord.sharing.actions.call_in_copies import call_in_copies
from rundbord.sharing.actions.close_rounds import (
    close_rounds,
    destroy_keys_of_closed_rounds,
    log_commitments,
    seal_rounds,
    tell_of_closed_rounds,
)
from rundbord.sharing.actions.confirm_correction import confirm_correction
from rundbord.sharing.actions.correct_disclosure import Righting, correct_disclosure
from rundbord.sharing.actions.decide_threshold import decide_threshold
from rundbord.sharing.actions.deliver_outside import note_delivery, print_letter, read_told
from rundbord.sharing.actions.disclose import Addressee, Told, disclose
from rundbord.sharing.actions.erase_copies import erase_expired
from rundbord.sharing.actions.name_readers import name_readers
from rundbord.sharing.actions.nominate import NominationTerms, Nominee, nominate
from rundbord.sharing.actions.open_round import open_round
from rundbord.sharing.actions.read_common_knowledge import read_common_knowledge
from rundbord.sharing.actions.read_received import acknowledge, read_received, show_cpr
from rundbord.sharing.actions.remind_of_thresholds import remind_of_thresholds
from rundbord.sharing.actions.remind_of_unconfirmed import remind_of_unconfirmed
from rundbord.sharing.actions.take_from_copy import Taken, take_from_copy
from rundbord.sharing.actions.withdraw_told import withdraw_told

__all__ = [
    "Addressee",
    "NominationTerms",
    "Nominee",
    "QuestionTerms",
    "Righting",
    "Taken",
    "Told",
    "acknowledge",
    "answer_request",
    "answer_threshold",
    "ask_for_information",
    "ask_without_name",
    "call_in_copies",
    "close_rounds",
    "confirm_correction",
    "correct_disclosure",
    "decide_threshold",
    "destroy_keys_of_closed_rounds",
    "disclose",
    "erase_expired",
    "log_commitments",
    "name_readers",
    "nominate",
    "note_delivery",
    "open_round",
    "print_letter",
    "read_common_knowledge",
    "read_received",
    "read_told",
    "remind_of_thresholds",
    "remind_of_unconfirmed",
    "seal_rounds",
    "show_cpr",
    "take_from_copy",
    "tell_of_closed_rounds",
    "withdraw_told",
]
