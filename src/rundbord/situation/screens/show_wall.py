"""Show wall — vægskærm: a display without user, name or way on; its token leaves the address bar at once."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.partnership.queries import land_of_parties
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.situation.queries.walls import picture_on_wall, wall_actor
from rundbord.situation.screens.edition_view import edition_view
from rundbord.web import PublicRequest, part, public

# A display without script asks again by itself; one with script hears of news at once.
_SECONDS = "300"
_CLOSED = "lukket"
_COOKIE = "__Host-rundbord-vaeg" if settings.SIGN_IN_COOKIE_SECURE else "rundbord-vaeg"


@public()
def enter_wall(request: PublicRequest, token: str) -> HttpResponse:
    """Take the token out of the address, into a cookie that no script reads."""
    wall_actor(token)
    response = HttpResponseRedirect(reverse("situation:show_wall"))
    response.set_cookie(
        _COOKIE, token, secure=settings.SIGN_IN_COOKIE_SECURE, httponly=True, samesite="Strict", path="/"
    )
    return response


@public()
def show_wall(request: PublicRequest) -> HttpResponse:
    """Show the newest picture; closed, expired and unknown displays get the same 404."""
    actor = wall_actor(request.COOKIES.get(_COOKIE, ""))
    with acting_for(actor):
        published = picture_on_wall(actor)
        context = {
            "published": published,
            "now": timezone.now(),
            "signal_url": reverse("situation:wall_signal"),
            "version": version_of(Topic.PICTURE, actor),
            "map_land": land_of_parties(),
            **(edition_view(published.edition) if published else {}),
        }
        response = part(request, "situation/show_wall.html", "wall", context)
        response["Refresh"] = _SECONDS
        return response


@public()
def wall_signal(request: PublicRequest) -> HttpResponse:
    """Tell the display when there is something newer, without content; one that has ended then goes dark."""
    try:
        actor = wall_actor(request.COOKIES.get(_COOKIE, ""))
    except Http404:
        return JsonResponse({"version": _CLOSED})
    with acting_for(actor):
        return JsonResponse({"version": version_of(Topic.PICTURE, actor)})
