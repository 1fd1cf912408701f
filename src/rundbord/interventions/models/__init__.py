"""Tables of interventions."""

from rundbord.interventions.models.intervention import Intervention, InterventionEnd, PlannedStep, StepTaken
from rundbord.interventions.models.joint_visit import JointAnswer, JointVisit
from rundbord.interventions.models.offer import Offer

__all__ = [
    "Intervention",
    "InterventionEnd",
    "JointAnswer",
    "JointVisit",
    "Offer",
    "PlannedStep",
    "StepTaken",
]
