"""What can be done with programmes: plan courses, let somebody take part, note who was there; and keep training."""

from rundbord.programmes.actions.forget_participants import forget_participants
from rundbord.programmes.actions.keep_training import end_training, note_training, remind_of_training
from rundbord.programmes.actions.plan import CohortTerms, add_course_day, close_cohort, open_programme, plan_cohort
from rundbord.programmes.actions.take_part import (
    Joining,
    add_participant,
    end_participation,
    note_consent,
    note_presence,
    read_participants,
)

__all__ = [
    "CohortTerms",
    "Joining",
    "add_course_day",
    "add_participant",
    "close_cohort",
    "end_participation",
    "end_training",
    "forget_participants",
    "note_consent",
    "note_presence",
    "note_training",
    "open_programme",
    "plan_cohort",
    "read_participants",
    "remind_of_training",
]
