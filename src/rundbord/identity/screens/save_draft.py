"""Save draft — gem kladde: what the page sends by itself while the user types."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity import actions
from rundbord.web import SignedInRequest, screen


@screen(Permission.SEE_DAY, writes=True)
def save_draft(request: SignedInRequest) -> HttpResponse:
    """Keep the fields under the address of the form they were typed in."""
    address = request.POST.get("draft_key", "")
    if request.method != "POST" or not address.startswith("/"):
        return JsonResponse({"saved_at": ""}, status=400)
    actions.save_draft(address, dict(request.POST.lists()), by=request.actor)
    return JsonResponse({"saved_at": timezone.localtime().strftime("%H.%M")})
