"""Reads of street work, shaped for screens and for other apps."""

from rundbord.streetwork.queries.area_quarters import QuarterRow, quarters_of_area
from rundbord.streetwork.queries.coverage import AreaStay, coverage, stays_in_area
from rundbord.streetwork.queries.finding import member_of_team, own_shift_of, shift_of
from rundbord.streetwork.queries.gang_free import Declaring
from rundbord.streetwork.queries.lists import ShiftRow, coming_shifts, out_tonight, shift_page
from rundbord.streetwork.queries.mapped_areas import (
    MARKS,
    MappedArea,
    Voice,
    area_to_map,
    mapped_area,
    newest_sentence_number,
    views_in,
)
from rundbord.streetwork.queries.mapping import QuarterMapping, activity_collection, mapping_of, quarter_in_focus
from rundbord.streetwork.queries.now import OwnShiftNow, overdue_staff, own_shift_now
from rundbord.streetwork.queries.said import quarter_before
from rundbord.streetwork.queries.sheet import Sheet, sheet_of
from rundbord.streetwork.queries.waiting import areas_waiting_for

__all__ = [
    "MARKS",
    "AreaStay",
    "Declaring",
    "MappedArea",
    "OwnShiftNow",
    "QuarterMapping",
    "QuarterRow",
    "Sheet",
    "ShiftRow",
    "Voice",
    "activity_collection",
    "area_to_map",
    "areas_waiting_for",
    "coming_shifts",
    "coverage",
    "mapped_area",
    "mapping_of",
    "member_of_team",
    "newest_sentence_number",
    "out_tonight",
    "overdue_staff",
    "own_shift_now",
    "own_shift_of",
    "quarter_before",
    "quarter_in_focus",
    "quarters_of_area",
    "sheet_of",
    "shift_of",
    "shift_page",
    "stays_in_area",
    "views_in",
]
