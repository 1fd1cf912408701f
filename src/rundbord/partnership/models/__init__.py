"""Tables of the partnership, one file per aggregate."""

from rundbord.partnership.models.agreement import Agreement, AgreementExtension, ChairTerm, FocusPoint
from rundbord.partnership.models.area import Area, AreaAssessment, AreaStreet
from rundbord.partnership.models.forum import Forum, ForumSeat, StandardItem
from rundbord.partnership.models.partnership import FoldingRule, Partnership, Party, ReportingDuty

__all__ = [
    "Agreement",
    "AgreementExtension",
    "Area",
    "AreaAssessment",
    "AreaStreet",
    "ChairTerm",
    "FocusPoint",
    "FoldingRule",
    "Forum",
    "ForumSeat",
    "Partnership",
    "Party",
    "ReportingDuty",
    "StandardItem",
]
