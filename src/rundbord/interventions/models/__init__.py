"""Tables of interventions."""

from rundbord.interventions.models.exit_case import ExitCase, ExitConsent, ExitMove
from rundbord.interventions.models.exit_course import ExitContact, ExitNote, ExitStep
from rundbord.interventions.models.exit_letter import ExitDelivery, ExitLetter
from rundbord.interventions.models.exit_telling import ExitCopy, ExitDisclosure, ExitRecall, ExitReply
from rundbord.interventions.models.intervention import Intervention, InterventionEnd, PlannedStep, StepTaken
from rundbord.interventions.models.joint_visit import JointAnswer, JointVisit
from rundbord.interventions.models.offer import Offer

__all__ = [
    "ExitCase",
    "ExitConsent",
    "ExitContact",
    "ExitCopy",
    "ExitDelivery",
    "ExitDisclosure",
    "ExitLetter",
    "ExitMove",
    "ExitNote",
    "ExitRecall",
    "ExitReply",
    "ExitStep",
    "Intervention",
    "InterventionEnd",
    "JointAnswer",
    "JointVisit",
    "Offer",
    "PlannedStep",
    "StepTaken",
]
