"""Conflicts, what happened in them, what may lie behind them, what is done, and who the groups are."""

from rundbord.conflicts.models.conflict import Conflict, ConflictArea, ConflictRevision
from rundbord.conflicts.models.course import ConflictEvent, ReaderChange, Review, StatusChange, TensionChange
from rundbord.conflicts.models.group import Clearance, ClearanceRequest, ConflictGroup, GroupIdentity
from rundbord.conflicts.models.motive import Evidence, Hypothesis, Weighing
from rundbord.conflicts.models.risk import ConflictStep, RetaliationWindow, RiskPoint

__all__ = [
    "Clearance",
    "ClearanceRequest",
    "Conflict",
    "ConflictArea",
    "ConflictEvent",
    "ConflictGroup",
    "ConflictRevision",
    "ConflictStep",
    "Evidence",
    "GroupIdentity",
    "Hypothesis",
    "ReaderChange",
    "RetaliationWindow",
    "Review",
    "RiskPoint",
    "StatusChange",
    "TensionChange",
    "Weighing",
]
