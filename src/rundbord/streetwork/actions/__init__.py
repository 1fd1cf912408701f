"""What can be done in street work: shifts, and the mapping of gang activity."""

from rundbord.streetwork.actions.check_in import check_in
from rundbord.streetwork.actions.check_out import check_out
from rundbord.streetwork.actions.count_contact import count_contact
from rundbord.streetwork.actions.end_shift import Ending, end_shift
from rundbord.streetwork.actions.enter_area import enter_area
from rundbord.streetwork.actions.forget_teams import forget_teams
from rundbord.streetwork.actions.observe_group import Seen, observe_group
from rundbord.streetwork.actions.pass_need import pass_need
from rundbord.streetwork.actions.plan_shift import Plan, plan_shift
from rundbord.streetwork.actions.remind_of_check_in import remind_of_check_in
from rundbord.streetwork.actions.remind_of_mapping import remind_of_mapping
from rundbord.streetwork.actions.start_shift import cancel_shift, start_shift
from rundbord.streetwork.actions.state_activity import ViewTerms, state_activity
from rundbord.streetwork.actions.state_gang_free import state_gang_free
from rundbord.streetwork.actions.tell_episode import Episode, tell_episode, tell_staff_safety
from rundbord.streetwork.actions.write_agreed_sentence import write_agreed_sentence

__all__ = [
    "Ending",
    "Episode",
    "Plan",
    "Seen",
    "ViewTerms",
    "cancel_shift",
    "check_in",
    "check_out",
    "count_contact",
    "end_shift",
    "enter_area",
    "forget_teams",
    "observe_group",
    "pass_need",
    "plan_shift",
    "remind_of_check_in",
    "remind_of_mapping",
    "start_shift",
    "state_activity",
    "state_gang_free",
    "tell_episode",
    "tell_staff_safety",
    "write_agreed_sentence",
]
