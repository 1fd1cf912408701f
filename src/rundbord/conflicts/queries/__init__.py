"""Reads of conflicts, shaped for screens and for other apps."""

from rundbord.conflicts.queries.cards import card_of
from rundbord.conflicts.queries.files import (
    ConflictFile,
    conflict_file,
    conflict_of,
    groups_of,
    part_of,
    revisions_of,
)
from rundbord.conflicts.queries.groups import access_of, clearances_of, group_of, requests_of
from rundbord.conflicts.queries.lists import (
    ConflictRow,
    conflict_page,
    conflicts_of_area,
    conflicts_to_choose,
    counts,
)
from rundbord.conflicts.queries.readers import change_of_readers
from rundbord.conflicts.queries.telling import ToldConflict, told_in_picture
from rundbord.conflicts.queries.timeline import LONG, SHORT, Course, Moment, course_of

__all__ = [
    "LONG",
    "SHORT",
    "ConflictFile",
    "ConflictRow",
    "Course",
    "Moment",
    "ToldConflict",
    "access_of",
    "card_of",
    "change_of_readers",
    "clearances_of",
    "conflict_file",
    "conflict_of",
    "conflict_page",
    "conflicts_of_area",
    "conflicts_to_choose",
    "counts",
    "course_of",
    "group_of",
    "groups_of",
    "part_of",
    "requests_of",
    "revisions_of",
    "told_in_picture",
]
