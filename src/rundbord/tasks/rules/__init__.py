"""Deadlines, second looks, what may be said of a decision, how what is overdue climbs, proposals and lists."""

from rundbord.tasks.rules.climbing import MOST_DAYS, Climbing, objections_to_climbing, steps_due
from rundbord.tasks.rules.listed import AroundList, ListedDecision, judged_list, warning_mark
from rundbord.tasks.rules.proposals import Asked, Ballot, objections_to_answer, objections_to_proposal, result_of
from rundbord.tasks.rules.saying import (
    REVIEW_IS_NEAR,
    Deadline,
    deadline_of,
    objections_to_deadline,
    objections_to_decision,
    objections_to_dissent,
    objections_to_effect,
    objections_to_outcome,
    objections_to_review,
)

__all__ = [
    "MOST_DAYS",
    "REVIEW_IS_NEAR",
    "AroundList",
    "Asked",
    "Ballot",
    "Climbing",
    "Deadline",
    "ListedDecision",
    "deadline_of",
    "judged_list",
    "objections_to_answer",
    "objections_to_climbing",
    "objections_to_deadline",
    "objections_to_decision",
    "objections_to_dissent",
    "objections_to_effect",
    "objections_to_outcome",
    "objections_to_proposal",
    "objections_to_review",
    "result_of",
    "steps_due",
    "warning_mark",
]
