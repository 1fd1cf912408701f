"""What can be done with files on young people."""

from rundbord.concerns.actions.assign_file import assign_file, end_assignment, hand_over_file
from rundbord.concerns.actions.attachments import (
    attach_file,
    fetch_attachment,
    forget_attachments,
    name_attachment_readers,
    remove_attachment,
    show_attachment,
)
from rundbord.concerns.actions.bring_forward import bring_forward
from rundbord.concerns.actions.change_concern import change_level, change_role
from rundbord.concerns.actions.check_archive import check_archive
from rundbord.concerns.actions.close_concern import ClosingWords, close_concern, note_journaled, print_journal_note
from rundbord.concerns.actions.consents import record_consent, withdraw_consent, withdraw_left_over
from rundbord.concerns.actions.disclose_facts import Asked, ask_others, disclose_facts
from rundbord.concerns.actions.forget_facts import forget_facts
from rundbord.concerns.actions.forget_files import call_in_copies_of_files, forget_files
from rundbord.concerns.actions.forget_look_ups import forget_look_ups
from rundbord.concerns.actions.identity import put_identity_right, reveal_cpr
from rundbord.concerns.actions.keep_as_adult import keep_as_adult
from rundbord.concerns.actions.look_up import find_before_opening, find_by_cpr, find_by_name
from rundbord.concerns.actions.move_away import MovingWords, move_away
from rundbord.concerns.actions.name_readers import confirm_fact, name_readers
from rundbord.concerns.actions.narrow_file import narrow_file
from rundbord.concerns.actions.nominate_file import nominate_file
from rundbord.concerns.actions.put_before_name import put_before_name
from rundbord.concerns.actions.raise_concern import Origin, Worry, add_concern, raise_concern
from rundbord.concerns.actions.read_file import read_file, read_list
from rundbord.concerns.actions.remind_of_files import remind_of_files
from rundbord.concerns.actions.remind_of_last_days import remind_of_last_days
from rundbord.concerns.actions.set_next_step import set_next_step
from rundbord.concerns.actions.state_safeguard import Stated, state_safeguard
from rundbord.concerns.actions.tell_family import approve_deferral, tell_family
from rundbord.concerns.actions.write_fact import correct_fact, withdraw_fact, write_fact

__all__ = [
    "Asked",
    "ClosingWords",
    "MovingWords",
    "Origin",
    "Stated",
    "Worry",
    "add_concern",
    "approve_deferral",
    "ask_others",
    "assign_file",
    "attach_file",
    "bring_forward",
    "call_in_copies_of_files",
    "change_level",
    "change_role",
    "check_archive",
    "close_concern",
    "confirm_fact",
    "correct_fact",
    "disclose_facts",
    "end_assignment",
    "fetch_attachment",
    "find_before_opening",
    "find_by_cpr",
    "find_by_name",
    "forget_attachments",
    "forget_facts",
    "forget_files",
    "forget_look_ups",
    "hand_over_file",
    "keep_as_adult",
    "move_away",
    "name_attachment_readers",
    "name_readers",
    "narrow_file",
    "nominate_file",
    "note_journaled",
    "print_journal_note",
    "put_before_name",
    "put_identity_right",
    "raise_concern",
    "read_file",
    "read_list",
    "record_consent",
    "remind_of_files",
    "remind_of_last_days",
    "remove_attachment",
    "reveal_cpr",
    "set_next_step",
    "show_attachment",
    "state_safeguard",
    "tell_family",
    "withdraw_consent",
    "withdraw_fact",
    "withdraw_left_over",
    "write_fact",
]
