"""Land — grundkort: the municipalities' outlines, fetched by every map."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse

from rundbord.access.permissions import Permission
from rundbord.partnership import queries
from rundbord.web import SignedInRequest, screen


@screen(Permission.SEE_DAY, keeps_awake=False)
def land(request: SignedInRequest) -> HttpResponse:
    """Give GeoJSON."""
    return JsonResponse(queries.land_of_parties())
