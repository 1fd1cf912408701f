"""Tables of the partnership, one file per aggregate."""

from rundbord.partnership.models.agreement import Agreement, AgreementExtension, ChairTerm, FocusPoint
from rundbord.partnership.models.area import Area, AreaAssessment, AreaStreet
from rundbord.partnership.models.forum import Forum, ForumSeat, StandardItem
from rundbord.partnership.models.hand_over import HandOverStep
from rundbord.partnership.models.partnership import FoldingRule, Partnership, Party, ReportingDuty
from rundbord.partnership.models.plan import (
    Activity,
    Goal,
    Measure,
    MeasuredValue,
    Plan,
)
from rundbord.partnership.models.renewal import PersonEffort, Renewal, RenewalVote
from rundbord.partnership.models.residents import (
    ClubOffer,
    Gathering,
    Promise,
    PublishedPromise,
    WalkObservation,
)
from rundbord.partnership.models.signing import BudgetLine, Signature

__all__ = [
    "Activity",
    "Agreement",
    "AgreementExtension",
    "Area",
    "AreaAssessment",
    "AreaStreet",
    "BudgetLine",
    "ChairTerm",
    "ClubOffer",
    "FocusPoint",
    "FoldingRule",
    "Forum",
    "ForumSeat",
    "Gathering",
    "Goal",
    "HandOverStep",
    "Measure",
    "MeasuredValue",
    "Partnership",
    "Party",
    "PersonEffort",
    "Plan",
    "Promise",
    "PublishedPromise",
    "Renewal",
    "RenewalVote",
    "ReportingDuty",
    "Signature",
    "StandardItem",
    "WalkObservation",
]
