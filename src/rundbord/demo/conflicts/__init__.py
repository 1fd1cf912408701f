"""Conflicts with their course, written back in time: one that burns, one forgotten, one gone quiet, one closed."""

from rundbord.demo.conflicts.shapes import Quarrel
from rundbord.demo.conflicts.teller import QUARRELS, tell_conflicts

__all__ = ["QUARRELS", "Quarrel", "tell_conflicts"]
