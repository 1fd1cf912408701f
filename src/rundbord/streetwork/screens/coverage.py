"""Coverage — dækning: which areas were visited how often, at which hours, in the last four weeks."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.streetwork import queries
from rundbord.streetwork.rules.coverage import WEEKS, DayPart
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_SHIFTS)
def coverage(request: SignedInRequest) -> HttpResponse:
    """Show the areas, the most visited first, those that nobody visited last."""
    areas = queries.coverage(request.actor)
    visited = [each for each in areas if each.shifts]
    context = {
        "visited": visited,
        "parts": list(DayPart),
        "weeks": WEEKS,
        "never": [each for each in areas if not each.shifts],
        "is_empty": not visited,
        "now": timezone.now(),
    }
    return page(request, "streetwork/coverage.html", context)
