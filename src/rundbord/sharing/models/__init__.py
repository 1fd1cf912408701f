"""Tables of what is passed on."""

from rundbord.sharing.models.corrections import Confirmation, CorrectionCopy, DisclosureCorrection
from rundbord.sharing.models.disclosure import Disclosure, OutsideDelivery
from rundbord.sharing.models.received import Receipt, ReceivedDisclosure

__all__ = [
    "Confirmation",
    "CorrectionCopy",
    "Disclosure",
    "DisclosureCorrection",
    "OutsideDelivery",
    "Receipt",
    "ReceivedDisclosure",
]
