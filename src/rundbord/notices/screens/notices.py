"""Notices — beskeder: what waits for the user, newest first."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from rundbord.access.permissions import Permission
from rundbord.notices import actions, queries
from rundbord.web import SignedInRequest, page, part, screen


@screen(Permission.SEE_DAY)
def notices(request: SignedInRequest) -> HttpResponse:
    """List the own notices, a page at a time."""
    before = _moment(request.GET.get("foer", ""))
    shown = queries.notices_of(request.actor, before=before)
    return part(request, "notices/notices.html", "list", {"page": shown, **_ways(shown, is_first=before is None)})


@screen(Permission.SEE_DAY, writes=True)
def read_all(request: SignedInRequest) -> HttpResponse:
    """Mark everything as read."""
    if request.method == "POST":
        actions.mark_all_read(by=request.actor)
    return HttpResponseRedirect(reverse("notices:notices"))


@screen(Permission.SEE_DAY, keeps_awake=False)
def unread_count(request: SignedInRequest) -> HttpResponse:
    """Give the number in the frame again, when the signal says that it may have changed."""
    return page(request, "ui/unread_count.html")


def _ways(shown: queries.NoticePage, *, is_first: bool) -> dict[str, str]:
    here = reverse("notices:notices")
    older = urlencode({"foer": shown.older_than.isoformat()}) if shown.older_than else ""
    return {
        "newest_url": "" if is_first else here,
        "older_url": f"{here}?{older}" if older else "",
        "summary": f"{len(shown.notices)} {'besked' if len(shown.notices) == 1 else 'beskeder'}, nyeste først",
    }


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
