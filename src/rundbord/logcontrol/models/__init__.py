"""Models of the control and of how many persons may be read about."""

from rundbord.logcontrol.models.control import (
    Control,
    ControlAnswer,
    ControlItem,
    ControlJudgement,
    ControlSignature,
)
from rundbord.logcontrol.models.reading import ReadingLift, ReadingLimit, ReadingStop

__all__ = [
    "Control",
    "ControlAnswer",
    "ControlItem",
    "ControlJudgement",
    "ControlSignature",
    "ReadingLift",
    "ReadingLimit",
    "ReadingStop",
]
