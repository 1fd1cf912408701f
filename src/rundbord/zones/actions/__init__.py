"""What can be done with zones and coming events."""

from rundbord.zones.actions.cancel_coming_event import cancel_coming_event
from rundbord.zones.actions.correct_zones import correct_decision, correct_place
from rundbord.zones.actions.count_bans import count_bans
from rundbord.zones.actions.decide_zones import Answer, end_zone, establish_zone, prolong_zone
from rundbord.zones.actions.registering import Place, Ruling
from rundbord.zones.actions.remind_of_expiry import remind_of_expiry
from rundbord.zones.actions.write_coming_event import EventTerms, add_coming_event, change_coming_event

__all__ = [
    "Answer",
    "EventTerms",
    "Place",
    "Ruling",
    "add_coming_event",
    "cancel_coming_event",
    "change_coming_event",
    "correct_decision",
    "correct_place",
    "count_bans",
    "end_zone",
    "establish_zone",
    "prolong_zone",
    "remind_of_expiry",
]
