"""Invented young people, each followed by one unit; nobody of that name exists, and the numbers are replacement ones."""

from rundbord.demo.young_people.telling import follow_young_people
from rundbord.demo.young_people.told import TOLD, Told

__all__ = ["TOLD", "Told", "follow_young_people"]
