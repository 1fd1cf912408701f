"""Reads of exit cases, for their coordinators."""

from rundbord.interventions.queries.exit_coordinators import coordinators_of, units_to_name
from rundbord.interventions.queries.exit_lists import due_exits, ended_exits, exit_page
from rundbord.interventions.queries.exit_sheet import ExitSheet, exit_case_of, exit_sheet, exit_step_of

__all__ = [
    "ExitSheet",
    "coordinators_of",
    "due_exits",
    "ended_exits",
    "exit_case_of",
    "exit_page",
    "exit_sheet",
    "exit_step_of",
    "units_to_name",
]
