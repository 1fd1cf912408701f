"""Reads of street work, shaped for screens and for other apps."""

from rundbord.streetwork.queries.area_quarters import QuarterRow, quarters_of_area
from rundbord.streetwork.queries.gang_free import Declaring
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
from rundbord.streetwork.queries.waiting import count_waiting_for

__all__ = [
    "MARKS",
    "Declaring",
    "MappedArea",
    "QuarterMapping",
    "QuarterRow",
    "Voice",
    "activity_collection",
    "area_to_map",
    "count_waiting_for",
    "mapped_area",
    "mapping_of",
    "newest_sentence_number",
    "quarter_in_focus",
    "quarters_of_area",
    "views_in",
]
