"""What can be done in a control: draw, answer, judge, sign, remind; and with a reader whose budget is used up."""

from rundbord.logcontrol.actions.answer import answer
from rundbord.logcontrol.actions.draw import draw
from rundbord.logcontrol.actions.judge import judge
from rundbord.logcontrol.actions.lift_stop import lift_stop
from rundbord.logcontrol.actions.remind import remind
from rundbord.logcontrol.actions.set_limit import set_limit
from rundbord.logcontrol.actions.sign import sign
from rundbord.logcontrol.actions.stop_reading import stop_reading

__all__ = ["answer", "draw", "judge", "lift_stop", "remind", "set_limit", "sign", "stop_reading"]
