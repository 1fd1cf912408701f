"""What can be done with interventions."""

from rundbord.interventions.actions.end_intervention import end_intervention
from rundbord.interventions.actions.own_keys import destroy_printed_words
from rundbord.interventions.actions.plan_step import plan_step
from rundbord.interventions.actions.reading import print_step, read_intervention, read_interventions
from rundbord.interventions.actions.start_intervention import start_intervention
from rundbord.interventions.actions.take_step import Sent, take_step

__all__ = [
    "Sent",
    "destroy_printed_words",
    "end_intervention",
    "plan_step",
    "print_step",
    "read_intervention",
    "read_interventions",
    "start_intervention",
    "take_step",
]
