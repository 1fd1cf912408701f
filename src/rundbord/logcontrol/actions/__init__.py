"""What can be done in a control: draw, answer, judge, sign, remind."""

from rundbord.logcontrol.actions.answer import answer
from rundbord.logcontrol.actions.draw import draw
from rundbord.logcontrol.actions.judge import judge
from rundbord.logcontrol.actions.remind import remind
from rundbord.logcontrol.actions.sign import sign

__all__ = ["answer", "draw", "judge", "remind", "sign"]
