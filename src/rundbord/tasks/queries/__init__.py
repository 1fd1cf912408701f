"""Reads of decisions and tasks: lists, the register, one with its history, and what the picture tells of them."""

from rundbord.tasks.queries.climbing import climbing, has_leader, reminders_of, told_of, waiting_for_agenda
from rundbord.tasks.queries.forums import authorities_at_table, forums_of_all_parties
from rundbord.tasks.queries.listed import around_list, with_known
from rundbord.tasks.queries.lists import (
    DayOfTasks,
    OpenCounts,
    TaskPage,
    open_counts,
    open_tasks,
    task_page,
    tasks_of_the_day,
    told_in_picture,
)
from rundbord.tasks.queries.one import dissents_from, history_of, reviews_of, task_of
from rundbord.tasks.queries.proposals import (
    ProposalPage,
    ProposalRow,
    answers_to,
    asked_in,
    ballot_of,
    proposal_of,
    proposal_page,
    run_out,
    waiting_for,
)
from rundbord.tasks.queries.register import Wanted, register_page, register_rows
from rundbord.tasks.queries.rows import TaskRow

__all__ = [
    "DayOfTasks",
    "OpenCounts",
    "ProposalPage",
    "ProposalRow",
    "TaskPage",
    "TaskRow",
    "Wanted",
    "answers_to",
    "around_list",
    "asked_in",
    "authorities_at_table",
    "ballot_of",
    "climbing",
    "dissents_from",
    "forums_of_all_parties",
    "has_leader",
    "history_of",
    "open_counts",
    "open_tasks",
    "proposal_of",
    "proposal_page",
    "register_page",
    "register_rows",
    "reminders_of",
    "reviews_of",
    "run_out",
    "task_of",
    "task_page",
    "tasks_of_the_day",
    "told_in_picture",
    "told_of",
    "waiting_for",
    "waiting_for_agenda",
    "with_known",
]
