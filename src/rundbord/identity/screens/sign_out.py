"""Sign out — log ud."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.identity import actions, queries
from rundbord.identity.middleware import clear_browser
from rundbord.identity.models import SignIn
from rundbord.identity.screens.by_provider import left_session
from rundbord.identity.screens.prove import session_of
from rundbord.web import PublicRequest, public


@public(writes=True)
def sign_out(request: PublicRequest) -> HttpResponse:
    """End the session here and in the browser; asked by GET it only leads to the start."""
    sign_in = session_of(request)
    response = HttpResponseRedirect(reverse("identity:sign_in") + _left(request, sign_in))
    if request.method == "POST" and sign_in is not None:
        actions.sign_out(sign_in)
        response.delete_cookie(settings.SIGN_IN_COOKIE)
        clear_browser(response)
    return response


def _left(request: PublicRequest, sign_in: SignIn | None) -> str:
    """Name the authority whose provider still knows the browser, so that the page can lead there."""
    provider = queries.provider_of(sign_in) if sign_in and sign_in.identity_id and request.method == "POST" else None
    if provider is None or sign_in is None:
        return ""
    return f"?{urlencode({'logget-ud': provider.authority.code, 'session': left_session(sign_in)})}"
