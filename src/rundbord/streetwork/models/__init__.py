"""Tables of street work, one file per aggregate."""

from rundbord.streetwork.models.activity import ActivityView, AgreedSentence, GangFreeStatement

__all__ = [
    "ActivityView",
    "AgreedSentence",
    "GangFreeStatement",
]
