"""Pure decisions of the partnership, one file per thing judged."""

from rundbord.access.sorting import sort_key
from rundbord.partnership.rules.area_status import Standing, Word, objections_to_assessing, side_of
from rundbord.partnership.rules.outlines import Point, centre_of, contains, objection_to_outline, size_of
from rundbord.partnership.rules.streets import street_key, street_keys

__all__ = [
    "Point",
    "Standing",
    "Word",
    "centre_of",
    "contains",
    "objection_to_outline",
    "objections_to_assessing",
    "side_of",
    "size_of",
    "sort_key",
    "street_key",
    "street_keys",
]
