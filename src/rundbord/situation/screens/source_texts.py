"""Source texts — døgnrapporter: those that the authority has taken in, and what waits for release."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation import queries
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.READ_SOURCE_TEXT)
def source_texts(request: SignedInRequest) -> HttpResponse:
    """List them, newest first; no original is shown here."""
    found = queries.source_texts(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "found": found,
        "newer": f"?{urlencode({'foer': found.before})}" if found.before else "",
        "older": f"?{urlencode({'efter': found.after})}" if found.after else "",
        "days": settings.SOURCE_TEXT_DAYS,
        "now": timezone.now(),
        "may_enter": request.actor.may(Permission.ENTER_SOURCE_TEXT),
    }
    return page(request, "situation/source_texts.html", context)
