"""Tables of street work: shifts, what the own authority keeps of them, and the quarterly mapping."""

from rundbord.streetwork.models.activity import ActivityView, AgreedSentence, GangFreeStatement
from rundbord.streetwork.models.safety import TeamMember
from rundbord.streetwork.models.shift import RouteArea, Shift, ShiftSheet
from rundbord.streetwork.models.trace import AreaVisit, PassedNeed, ShiftReport

__all__ = [
    "ActivityView",
    "AgreedSentence",
    "AreaVisit",
    "GangFreeStatement",
    "PassedNeed",
    "RouteArea",
    "Shift",
    "ShiftReport",
    "ShiftSheet",
    "TeamMember",
]
