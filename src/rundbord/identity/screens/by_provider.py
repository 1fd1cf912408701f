"""By provider — gennem din myndighed: to the authority's own sign-in and back, and sessions that it says are over."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.identity import actions, queries
from rundbord.identity.middleware import set_sign_in_cookie
from rundbord.identity.models import IdentityProvider, SignIn
from rundbord.identity.providers import (
    ProviderSilent,
    Question,
    new_question,
    published_by,
    question_in,
    sealed,
    speaks_saml,
    where_to_ask,
    where_to_leave,
)
from rundbord.identity.rules import REQUEST_LASTS
from rundbord.identity.screens.prove import session_of
from rundbord.identity.screens.returning import address_of, where_to
from rundbord.web import PublicRequest, called_by_machine, page, public

SILENT = "Din myndigheds log ind svarer ikke. Prøv igen om lidt."
LOST = "Det tog for lang tid, eller du begyndte i en anden browser. Prøv igen herfra."
# Of the state, so that two tabs on their way do not take each other's cookie.
_SIGNS_OF_STATE = 12
_SALT_OF_LEAVING = "rundbord.identity.leaving"


@public()
def ask_provider(request: PublicRequest, code: str) -> HttpResponse:
    """Send a visitor to the authority's own sign-in; a link, since browsers let no form end elsewhere."""
    return sent(request, provider_at(code), new_question(code, where=where_to(request)))


@public()
def ask_anew(request: PublicRequest) -> HttpResponse:
    """Send a user back to the provider that vouched for the session, to prove themselves once more."""
    sign_in = session_of(request)
    provider = queries.provider_of(sign_in) if sign_in else None
    if sign_in is None or provider is None:
        return HttpResponseRedirect(reverse("identity:sign_in"))
    code = provider.authority.code
    return sent(request, provider, new_question(code, where=where_to(request), sign_in=str(sign_in.pk)))


@public()
def provider_answer(request: PublicRequest, code: str) -> HttpResponse:
    """Take what the visitor brings back: a new session, or a proof for the one there is."""
    return answered(request, code, state=request.GET.get("state", ""), told=request.GET.dict())


@called_by_machine("POST")
def provider_logout(request: PublicRequest, code: str) -> HttpResponse:
    """End the sessions that the provider says are over there (OpenID Connect Back-Channel Logout)."""
    try:
        actions.end_sessions_there(request.POST.get("logout_token", ""), provider_at(code))
    except Refused:
        return HttpResponse(status=400)
    return HttpResponse(status=200)


@public()
def leave_provider(request: PublicRequest, code: str) -> HttpResponse:
    """Lead a visitor who has signed out here to where they sign out there, and back to the sign-in page."""
    provider = provider_at(code)
    back = settings.ORIGIN + reverse("identity:sign_in")
    if speaks_saml(provider):
        return HttpResponseRedirect(_where_to_leave(provider, request.GET.get("session", "")) or back)
    try:
        endpoint = published_by(provider).end_session_endpoint
    except ProviderSilent:
        endpoint = ""
    told = urlencode({"client_id": provider.client_id, "post_logout_redirect_uri": back})
    return HttpResponseRedirect(f"{endpoint}{'&' if '?' in endpoint else '?'}{told}" if endpoint else back)


def left_session(sign_in: SignIn) -> str:
    """Write which session was left, for the link that leads to where one signs out at the provider too."""
    return signing.dumps(str(sign_in.pk), salt=_SALT_OF_LEAVING)


def _where_to_leave(provider: IdentityProvider, left: str) -> str:
    try:
        sign_in_id = UUID(signing.loads(left, salt=_SALT_OF_LEAVING, max_age=REQUEST_LASTS))
        session = queries.session_that_left(sign_in_id, provider.authority_id)
        return where_to_leave(provider, session) if session else ""
    except (signing.BadSignature, ProviderSilent):
        return ""


def sent(request: PublicRequest, provider: IdentityProvider, question: Question) -> HttpResponse:
    """Send the browser to the provider, with a cookie by which its answer is known."""
    try:
        response = HttpResponseRedirect(where_to_ask(provider, question))
    except ProviderSilent:
        return _refused(request, provider, SILENT, question)
    is_posted = speaks_saml(provider)
    response.set_cookie(
        _cookie(question.state),
        sealed(question),
        max_age=REQUEST_LASTS,
        # A SAML answer is posted from another site, which no other cookie than this one follows.
        secure=is_posted or settings.SIGN_IN_COOKIE_SECURE,
        httponly=True,
        samesite="None" if is_posted else "Lax",
        path="/",
    )
    return response


def answered(request: PublicRequest, code: str, *, state: str, told: Mapping[str, str]) -> HttpResponse:
    """Take an answer to the question that this browser asked, and no other."""
    provider = provider_at(code)
    question = question_in(request.COOKIES.get(_cookie(state), ""), state=state) if state else None
    if question is None or question.code != code:
        return _refused(request, provider, LOST)
    try:
        response = _let_in(request, question, provider, told)
    except Refused as refusal:
        response = _refused(request, provider, str(refusal), question)
    response.delete_cookie(_cookie(state), path="/", samesite="None" if speaks_saml(provider) else "Lax")
    return response


def _let_in(
    request: PublicRequest, question: Question, provider: IdentityProvider, told: Mapping[str, str]
) -> HttpResponse:
    address = address_of(request)
    where = question.where
    if question.sign_in:
        asked = _asked_session(request, question, provider)
        token = actions.prove_by_provider(asked, question, provider, told, address=address)
    else:
        signed_in = actions.sign_in_by_provider(question, provider, told, address=address)
        token = signed_in.token
        where = reverse("identity:choose_authority") if signed_in.has_choice and where == "/" else where
    response = HttpResponseRedirect(where)
    set_sign_in_cookie(response, token)
    return response


def _asked_session(request: PublicRequest, question: Question, provider: IdentityProvider) -> SignIn:
    """Give the session that was to be proved anew; another one by now is none of this answer's business."""
    is_posted = speaks_saml(provider)
    sign_in = queries.session_that_asked(UUID(question.sign_in)) if is_posted else session_of(request)
    if sign_in is None or sign_in.pk != UUID(question.sign_in):
        raise Refused(LOST)
    return sign_in


def provider_at(code: str) -> IdentityProvider:
    """Find the open provider of the authority with this code, or raise Http404."""
    provider = queries.provider_at_the_door(code)
    if provider is None:
        raise Http404
    return provider


def _refused(
    request: PublicRequest, provider: IdentityProvider, refusal: str, question: Question | None = None
) -> HttpResponse:
    is_anew = question is not None and bool(question.sign_in)
    again = (
        reverse("identity:ask_anew") if is_anew else reverse("identity:ask_provider", args=[provider.authority.code])
    )
    where = urlencode({"videre": question.where if question else where_to(request)})
    context = {"refusal": refusal, "authority": provider.authority, "again": f"{again}?{where}", "is_anew": is_anew}
    response = page(request, "identity/provider_refused.html", context)
    response.status_code = 403
    return response


def _cookie(state: str) -> str:
    plain = "".join(sign for sign in state[:_SIGNS_OF_STATE] if sign.isascii() and sign.isalnum())
    return f"{settings.PROVIDER_COOKIE}-{plain}"
