"""Decisions, what became of them, who disagreed, and when they were looked at again."""

from rundbord.tasks.models.after import DecisionReview, Dissent, Outcome
from rundbord.tasks.models.task import Task

__all__ = ["DecisionReview", "Dissent", "Outcome", "Task"]
