"""Tables of what is passed on."""

from rundbord.sharing.models.corrections import Confirmation, CorrectionCopy, DisclosureCorrection
from rundbord.sharing.models.disclosure import Disclosure, OutsideDelivery
from rundbord.sharing.models.received import Receipt, ReceivedDisclosure
from rundbord.sharing.models.threshold import ThresholdAnswer, ThresholdQuestion

__all__ = [
    "Confirmation",
    "CorrectionCopy",
    "Disclosure",
    "DisclosureCorrection",
    "OutsideDelivery",
    "Receipt",
    "ReceivedDisclosure",
    "ThresholdAnswer",
    "ThresholdQuestion",
]
