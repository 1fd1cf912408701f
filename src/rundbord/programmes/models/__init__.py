"""Programmes, their courses and days; who takes part; and who is trained."""

from rundbord.programmes.models.participant import Participant, Presence
from rundbord.programmes.models.programme import Cohort, CourseDay, Programme
from rundbord.programmes.models.training import Training

__all__ = ["Cohort", "CourseDay", "Participant", "Presence", "Programme", "Training"]
