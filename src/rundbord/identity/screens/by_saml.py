"""By SAML — gennem din myndighed: what a provider that speaks OIOSAML posts, reads and tells of."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.identity import actions, queries
from rundbord.identity.providers import ProviderSilent, metadata_for, speaks_saml, where_to_answer_logout
from rundbord.identity.screens.by_provider import answered, provider_at
from rundbord.web import PublicRequest, called_by_machine, public

_LONGEST_RELAY = 80


@called_by_machine("POST")
def provider_posts(request: PublicRequest, code: str) -> HttpResponse:
    """Take the answer that the provider lets the browser post: it must fit one question of this browser."""
    if not speaks_saml(provider_at(code)):
        raise Http404
    told = {"SAMLResponse": request.POST.get("SAMLResponse", "")}
    return answered(request, code, state=request.POST.get("RelayState", ""), told=told)


@public()
def provider_leaves(request: PublicRequest, code: str) -> HttpResponse:
    """End the sessions that a signed logout request names, and tell the provider; others are led to sign in."""
    provider = provider_at(code)
    if not speaks_saml(provider):
        raise Http404
    if "SAMLRequest" not in request.GET:
        return HttpResponseRedirect(reverse("identity:sign_in"))
    try:
        asked = actions.end_sessions_by_address(request.META.get("QUERY_STRING", ""), provider)
    except Refused:
        return HttpResponse(status=400)
    relay = request.GET.get("RelayState", "")[:_LONGEST_RELAY]
    try:
        response = HttpResponseRedirect(where_to_answer_logout(provider, asked, relay=relay))
    except ProviderSilent:
        response = HttpResponseRedirect(reverse("identity:sign_in"))
    response.delete_cookie(settings.SIGN_IN_COOKIE)
    return response


@public()
def provider_metadata(request: PublicRequest, code: str) -> HttpResponse:
    """Show what the authority's provider must know of us; anybody may."""
    provider = queries.provider_in_metadata(code)
    if provider is None:
        raise Http404
    try:
        return HttpResponse(metadata_for(provider), content_type="application/samlmetadata+xml")
    except ProviderSilent:
        raise Http404 from None
