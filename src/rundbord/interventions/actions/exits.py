"""What can be done with exit cases."""

from rundbord.interventions.actions.exit_consent import ByLetter, Signer, give_consent, withdraw_consent
from rundbord.interventions.actions.exit_coordinators import name_deputy, take_over
from rundbord.interventions.actions.exit_copies import (
    acknowledge_exit_copy,
    confirm_gone,
    erase_exit_copies,
    read_exit_copies,
    read_exit_copy,
    read_exit_told,
)
from rundbord.interventions.actions.exit_deleting import delete_gone_cases
from rundbord.interventions.actions.exit_enquiry import open_enquiry
from rundbord.interventions.actions.exit_letters import ask_back, note_delivery, print_letter, read_letter, write_letter
from rundbord.interventions.actions.exit_moving import move_case, prolong_case
from rundbord.interventions.actions.exit_reading import read_exit_case, read_exit_cases
from rundbord.interventions.actions.exit_recalling import Putting, put_right, recall_told
from rundbord.interventions.actions.exit_telling import tell_coordinators
from rundbord.interventions.actions.exit_writing import finish_exit_step, note_contact, plan_exit_step, write_note

__all__ = [
    "ByLetter",
    "Putting",
    "Signer",
    "acknowledge_exit_copy",
    "ask_back",
    "confirm_gone",
    "delete_gone_cases",
    "erase_exit_copies",
    "finish_exit_step",
    "give_consent",
    "move_case",
    "name_deputy",
    "note_contact",
    "note_delivery",
    "open_enquiry",
    "plan_exit_step",
    "print_letter",
    "prolong_case",
    "put_right",
    "read_exit_case",
    "read_exit_cases",
    "read_exit_copies",
    "read_exit_copy",
    "read_exit_told",
    "read_letter",
    "recall_told",
    "take_over",
    "tell_coordinators",
    "withdraw_consent",
    "write_letter",
    "write_note",
]
