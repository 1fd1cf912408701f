"""What can be done with conflicts: open and change them, tell, judge, weigh, look ahead, review, close, name, clear."""

from rundbord.conflicts.actions.change_conflict import Facts, change_conflict
from rundbord.conflicts.actions.change_readers import change_readers
from rundbord.conflicts.actions.clear_readers import (
    Grounds,
    ask_clearance,
    clear_asker,
    clear_unit,
    refuse_clearance,
    withdraw_clearance,
)
from rundbord.conflicts.actions.close_conflict import close_conflict, reopen_conflict
from rundbord.conflicts.actions.look_ahead import (
    Danger,
    Risk,
    end_window,
    is_ours_alone,
    name_risk,
    open_window,
    remove_risk,
    take_step,
)
from rundbord.conflicts.actions.name_groups import (
    add_group,
    name_group,
    read_identities,
    relabel_group,
    unname_group,
)
from rundbord.conflicts.actions.open_conflict import Opening, open_conflict
from rundbord.conflicts.actions.remind_of_conflicts import remind_of_conflicts
from rundbord.conflicts.actions.review_conflict import review_conflict
from rundbord.conflicts.actions.set_tension import set_tension
from rundbord.conflicts.actions.tell_event import Told, confirm_event, tell_event, withdraw_event
from rundbord.conflicts.actions.weigh_motives import (
    Found,
    Sureness,
    add_evidence,
    drop_hypothesis,
    state_hypothesis,
    weigh_hypothesis,
)

__all__ = [
    "Danger",
    "Facts",
    "Found",
    "Grounds",
    "Opening",
    "Risk",
    "Sureness",
    "Told",
    "add_evidence",
    "add_group",
    "ask_clearance",
    "change_conflict",
    "change_readers",
    "clear_asker",
    "clear_unit",
    "close_conflict",
    "confirm_event",
    "drop_hypothesis",
    "end_window",
    "is_ours_alone",
    "name_group",
    "name_risk",
    "open_conflict",
    "open_window",
    "read_identities",
    "refuse_clearance",
    "relabel_group",
    "remind_of_conflicts",
    "remove_risk",
    "reopen_conflict",
    "review_conflict",
    "set_tension",
    "state_hypothesis",
    "take_step",
    "tell_event",
    "unname_group",
    "weigh_hypothesis",
    "withdraw_clearance",
    "withdraw_event",
]
