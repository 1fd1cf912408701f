"""Choose conflict — føj til konflikt: from an incident's page to the conflict that it belongs to, or to a new one."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import queries
from rundbord.conflicts.screens.form_parts import passed_on
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.EDIT_CONFLICTS)
def choose_conflict(request: SignedInRequest) -> HttpResponse:
    """List the open conflicts, those of the incident's own area first."""
    listed = queries.conflicts_to_choose(area_id=request.GET.get("omraade", ""))
    context = {"rows": listed, "passed": passed_on(request), "heading": request.GET.get("overskrift", "")}
    return page(request, "conflicts/choose_conflict.html", context)
