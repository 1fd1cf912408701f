"""What can be done in street work."""

from rundbord.streetwork.actions.remind_of_mapping import remind_of_mapping
from rundbord.streetwork.actions.state_activity import ViewTerms, state_activity
from rundbord.streetwork.actions.state_gang_free import state_gang_free
from rundbord.streetwork.actions.write_agreed_sentence import write_agreed_sentence

__all__ = [
    "ViewTerms",
    "remind_of_mapping",
    "state_activity",
    "state_gang_free",
    "write_agreed_sentence",
]
