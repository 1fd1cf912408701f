"""What is done with cases at a meeting: put one on the own list, take it off, and note what was decided."""

from rundbord.meetingcases.actions.decide_case import decide_case
from rundbord.meetingcases.actions.put_case import put_copy, put_file, take_off
from rundbord.meetingcases.actions.read_cases import read_cases

__all__ = ["decide_case", "put_copy", "put_file", "read_cases", "take_off"]
