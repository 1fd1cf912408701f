"""Decisions, what became of them, who disagreed, when they were looked at again, and who was reminded."""

from rundbord.tasks.models.after import DecisionReview, Dissent, Outcome, PartOfDecision, Reminder
from rundbord.tasks.models.climb_rule import ClimbRule
from rundbord.tasks.models.proposal import Proposal, ProposalAnswer
from rundbord.tasks.models.task import Task

__all__ = [
    "ClimbRule",
    "DecisionReview",
    "Dissent",
    "Outcome",
    "PartOfDecision",
    "Proposal",
    "ProposalAnswer",
    "Reminder",
    "Task",
]
