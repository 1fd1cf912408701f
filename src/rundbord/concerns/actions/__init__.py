"""What can be done with files on young people."""

from rundbord.concerns.actions.change_concern import change_level, change_role
from rundbord.concerns.actions.identity import put_identity_right, reveal_cpr
from rundbord.concerns.actions.look_up import find_before_opening, find_by_cpr, find_by_name
from rundbord.concerns.actions.narrow_file import narrow_file
from rundbord.concerns.actions.raise_concern import Origin, Worry, add_concern, raise_concern
from rundbord.concerns.actions.read_file import read_file, read_list
from rundbord.concerns.actions.state_safeguard import Stated, state_safeguard
from rundbord.concerns.actions.write_fact import confirm_fact, correct_fact, name_readers, withdraw_fact, write_fact

__all__ = [
    "Origin",
    "Stated",
    "Worry",
    "add_concern",
    "change_level",
    "change_role",
    "confirm_fact",
    "correct_fact",
    "find_before_opening",
    "find_by_cpr",
    "find_by_name",
    "name_readers",
    "narrow_file",
    "put_identity_right",
    "raise_concern",
    "read_file",
    "read_list",
    "reveal_cpr",
    "state_safeguard",
    "withdraw_fact",
    "write_fact",
]
