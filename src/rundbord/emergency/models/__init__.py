"""Models of break-glass."""

from rundbord.emergency.models.access import EmergencyAccess, EmergencyReview, EmergencyRule

__all__ = ["EmergencyAccess", "EmergencyReview", "EmergencyRule"]
