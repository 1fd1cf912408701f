"""An area over time — området over tid: pictures first, the same facts as tables."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.insight.queries.area_over_time import area_over_time as area_over_time_of
from rundbord.insight.rules.columns import columns_of
from rundbord.insight.rules.heat import BLOCKS
from rundbord.partnership.queries import area, area_collection
from rundbord.partnership.vocabulary import AreaStatus
from rundbord.situation.vocabulary import Category, UnusualVerdict
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@screen(Permission.SEE_OVERVIEW)
def area_over_time(request: SignedInRequest, area_id: UUID) -> HttpResponse:
    """Show a year of one area."""
    shown = area(area_id)
    told = area_over_time_of(shown, actor=request.actor)
    counts = [(_MONTHS[month.first.month - 1], month.count) for month in told.months]
    context = {
        "told": told,
        "area": shown,
        "lanes": told.lanes,
        "blocks": BLOCKS,
        "columns": columns_of(counts),
        "months": [(f"{_MONTHS[month.first.month - 1]} {month.first.year}", month) for month in told.months],
        "total": sum(month.count for month in told.months),
        "assessments": [(each, label_of(AreaStatus, each.status)) for each in told.lately_said],
        "newest": [(incident, label_of(Category, incident.category)) for incident in told.newest],
        "unusual": [(found, label_of(UnusualVerdict, found.verdict)) for found in told.unusual],
        "collection": area_collection([shown]),
    }
    return page(request, "insight/area_over_time.html", context)
