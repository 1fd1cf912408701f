"""A request, what was found for it, what is done about it, and what those who once told it say."""

from rundbord.rights.models.item import GatheredItem
from rundbord.rights.models.question import SenderQuestion
from rundbord.rights.models.remedy import Remedy
from rundbord.rights.models.request import RightsRequest

__all__ = ["GatheredItem", "Remedy", "RightsRequest", "SenderQuestion"]
