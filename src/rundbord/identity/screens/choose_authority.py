"""Choose authority — vælg myndighed: one seat for one session."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpResponse, HttpResponseRedirect

from rundbord.identity import actions, queries
from rundbord.identity.middleware import set_sign_in_cookie
from rundbord.identity.models import SignIn
from rundbord.identity.screens.prove import way_in
from rundbord.web import PublicRequest, page, public


@public(writes=True)
def choose_authority(request: PublicRequest) -> HttpResponse:
    """Show the user's seats, and begin a new session in the one chosen."""
    sign_in = cast("SignIn | None", getattr(request, "sign_in", None))
    if sign_in is None:
        return HttpResponseRedirect(way_in(request))
    seats = queries.seats_of(sign_in.user_id)
    if request.method != "POST":
        return page(request, "identity/choose_authority.html", {"seats": seats, "sign_in": sign_in})
    chosen = next((seat for seat in seats if seat.key == request.POST.get("seat")), None)
    if chosen is None:
        raise Http404
    response = HttpResponseRedirect("/")
    set_sign_in_cookie(response, actions.switch_seat(sign_in, chosen))
    return response
