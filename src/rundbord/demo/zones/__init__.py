"""Zones that the police have decided, numbers of bans, and what lies ahead: all of it invented."""

from rundbord.demo.zones.ahead import EVENTS
from rundbord.demo.zones.decided import ZONES
from rundbord.demo.zones.shapes import Ahead, Decided
from rundbord.demo.zones.writing import decide_zones

__all__ = ["EVENTS", "ZONES", "Ahead", "Decided", "decide_zones"]
