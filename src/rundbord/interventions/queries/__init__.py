"""Reads of interventions, within the reader's reach."""

from rundbord.interventions.queries.course import around, course_of, safety_of
from rundbord.interventions.queries.figures import unit_figures
from rundbord.interventions.queries.finding import (
    intervention_of,
    joint_visit_of,
    kind_of,
    own_offer_of,
    step_of,
    step_taken_of,
)
from rundbord.interventions.queries.first_contact import clocks_of
from rundbord.interventions.queries.joint_visits import (
    interventions_to_tie,
    joint_visit_page,
    joint_visits_waiting,
    own_interventions_of,
    units_to_go_with,
    visit_row,
)
from rundbord.interventions.queries.lists import (
    due_page,
    interventions_of,
    open_kinds_of,
    open_of,
    overdue_interventions,
)
from rundbord.interventions.queries.names import is_adult_today, name_of, names_of, who_in_words
from rundbord.interventions.queries.offers import offer_page, places_to_take
from rundbord.interventions.queries.sheet import Sheet, done_step, sheet_of
from rundbord.interventions.queries.two_visits import FittingRound, fitting_rounds, plan_at_home

__all__ = [
    "FittingRound",
    "Sheet",
    "around",
    "clocks_of",
    "course_of",
    "done_step",
    "due_page",
    "fitting_rounds",
    "intervention_of",
    "interventions_of",
    "interventions_to_tie",
    "is_adult_today",
    "joint_visit_of",
    "joint_visit_page",
    "joint_visits_waiting",
    "kind_of",
    "name_of",
    "names_of",
    "offer_page",
    "open_kinds_of",
    "open_of",
    "overdue_interventions",
    "own_interventions_of",
    "own_offer_of",
    "places_to_take",
    "plan_at_home",
    "safety_of",
    "sheet_of",
    "step_of",
    "step_taken_of",
    "unit_figures",
    "units_to_go_with",
    "visit_row",
    "who_in_words",
]
