"""Reads of the day."""

from rundbord.today.queries.day import Day, day_of

__all__ = ["Day", "day_of"]
