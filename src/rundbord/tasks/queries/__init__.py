"""Reads of decisions and tasks: lists, the register, one with its history, and what the picture tells of them."""

from rundbord.tasks.queries.climbing import climbing, has_leader, reminders_of, told_of, waiting_for_agenda
from rundbord.tasks.queries.forums import authorities_at_table, forums_of_all_parties
from rundbord.tasks.queries.lists import (
    OpenCounts,
    TaskPage,
    decided_lately,
    due_tasks,
    open_counts,
    open_tasks,
    task_page,
    told_in_picture,
)
from rundbord.tasks.queries.one import dissents_from, history_of, reviews_of, task_of
from rundbord.tasks.queries.register import Wanted, register_page, register_rows
from rundbord.tasks.queries.rows import TaskRow

__all__ = [
    "OpenCounts",
    "TaskPage",
    "TaskRow",
    "Wanted",
    "authorities_at_table",
    "climbing",
    "decided_lately",
    "dissents_from",
    "due_tasks",
    "forums_of_all_parties",
    "has_leader",
    "history_of",
    "open_counts",
    "open_tasks",
    "register_page",
    "register_rows",
    "reminders_of",
    "reviews_of",
    "task_of",
    "task_page",
    "told_in_picture",
    "told_of",
    "waiting_for_agenda",
]
