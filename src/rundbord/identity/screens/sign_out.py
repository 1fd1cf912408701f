"""Sign out — log ud."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.identity import actions
from rundbord.identity.screens.prove import session_of
from rundbord.web import PublicRequest, public


@public(writes=True)
def sign_out(request: PublicRequest) -> HttpResponse:
    """End the session here and in the browser; asked by GET it only leads to the start."""
    response = HttpResponseRedirect(reverse("identity:sign_in"))
    sign_in = session_of(request)
    if request.method == "POST" and sign_in is not None:
        actions.sign_out(sign_in)
        response.delete_cookie(settings.SIGN_IN_COOKIE)
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response
