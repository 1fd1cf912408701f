"""What can be done with break-glass: open, read, end, judge, remind, and decide who may."""

from rundbord.emergency.actions.end_use import end_use
from rundbord.emergency.actions.open_file import Sought, open_file
from rundbord.emergency.actions.read_file import read_file
from rundbord.emergency.actions.remind import remind
from rundbord.emergency.actions.review import review
from rundbord.emergency.actions.set_rule import set_rule

__all__ = ["Sought", "end_use", "open_file", "read_file", "remind", "review", "set_rule"]
