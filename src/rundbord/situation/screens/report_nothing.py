"""Report nothing — intet at bemærke: one tap, from the form or the start page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.web import SignedInRequest, screen


@screen(Permission.REPORT, writes=True)
def report_nothing(request: SignedInRequest) -> HttpResponse:
    """Save the nil return and show it among the own reports; an address typed by hand leads to the form."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("situation:report"))
    saved = actions.report_nothing(by=request.actor)
    return HttpResponseRedirect(f"{reverse('situation:own_reports')}?{urlencode({'gemt': saved.pk})}")
