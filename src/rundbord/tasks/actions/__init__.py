"""What can be done with tasks: decide one, say what became of it, and remind a unit whose deadline has passed."""

from rundbord.tasks.actions.decide import Decision, decide
from rundbord.tasks.actions.finish_task import finish_task
from rundbord.tasks.actions.remind_of_overdue import remind_of_overdue

__all__ = ["Decision", "decide", "finish_task", "remind_of_overdue"]
