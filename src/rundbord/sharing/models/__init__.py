"""Tables of what is passed on."""

from rundbord.sharing.models.corrections import Confirmation, CorrectionCopy, DisclosureCorrection
from rundbord.sharing.models.disclosure import Disclosure, OutsideDelivery
from rundbord.sharing.models.readers import NamedReader, ReaderRequest
from rundbord.sharing.models.received import ErasedCopy, Receipt, ReceivedDisclosure, RequestAnswer
from rundbord.sharing.models.taken import TakenCopy
from rundbord.sharing.models.threshold import ThresholdAnswer, ThresholdQuestion
from rundbord.sharing.models.who_else import (
    CommonKnowledge,
    Nomination,
    NominationMark,
    WhoElseCommitment,
    WhoElseRound,
    WhoElseSize,
)

__all__ = [
    "CommonKnowledge",
    "Confirmation",
    "CorrectionCopy",
    "Disclosure",
    "DisclosureCorrection",
    "ErasedCopy",
    "NamedReader",
    "Nomination",
    "NominationMark",
    "OutsideDelivery",
    "ReaderRequest",
    "Receipt",
    "ReceivedDisclosure",
    "RequestAnswer",
    "TakenCopy",
    "ThresholdAnswer",
    "ThresholdQuestion",
    "WhoElseCommitment",
    "WhoElseRound",
    "WhoElseSize",
]
