"""What can be done with exit cases."""

from rundbord.interventions.actions.exit_consent import Signer, give_consent, withdraw_consent
from rundbord.interventions.actions.exit_coordinators import name_deputy, take_over
from rundbord.interventions.actions.exit_deleting import delete_gone_cases
from rundbord.interventions.actions.exit_enquiry import open_enquiry
from rundbord.interventions.actions.exit_moving import move_case, prolong_case
from rundbord.interventions.actions.exit_reading import read_exit_case, read_exit_cases
from rundbord.interventions.actions.exit_writing import finish_exit_step, note_contact, plan_exit_step, write_note

__all__ = [
    "Signer",
    "delete_gone_cases",
    "finish_exit_step",
    "give_consent",
    "move_case",
    "name_deputy",
    "note_contact",
    "open_enquiry",
    "plan_exit_step",
    "prolong_case",
    "read_exit_case",
    "read_exit_cases",
    "take_over",
    "withdraw_consent",
    "write_note",
]
