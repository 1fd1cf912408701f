"""Reads of exit cases, for their coordinators."""

from rundbord.interventions.queries.exit_coordinators import coordinators_of
from rundbord.interventions.queries.exit_fellows import fellows_of
from rundbord.interventions.queries.exit_letters import (
    LetterView,
    LetterWish,
    exit_letter_of,
    exit_letter_view,
    letters_of,
    outsiders_named,
    outsiders_of,
)
from rundbord.interventions.queries.exit_lists import due_exits, ended_exits, exit_page
from rundbord.interventions.queries.exit_parts import parts_of
from rundbord.interventions.queries.exit_received import copy_page, exit_copy_of, exit_copy_row, waiting_copies
from rundbord.interventions.queries.exit_sheet import ExitSheet, exit_case_of, exit_sheet, exit_step_of
from rundbord.interventions.queries.exit_telling import ExitWish, fellows_named
from rundbord.interventions.queries.exit_told import exit_told_of, exit_told_view, told_of_case

__all__ = [
    "ExitSheet",
    "ExitWish",
    "LetterView",
    "LetterWish",
    "coordinators_of",
    "copy_page",
    "due_exits",
    "ended_exits",
    "exit_case_of",
    "exit_copy_of",
    "exit_copy_row",
    "exit_letter_of",
    "exit_letter_view",
    "exit_page",
    "exit_sheet",
    "exit_step_of",
    "exit_told_of",
    "exit_told_view",
    "fellows_named",
    "fellows_of",
    "letters_of",
    "outsiders_named",
    "outsiders_of",
    "parts_of",
    "told_of_case",
    "waiting_copies",
]
