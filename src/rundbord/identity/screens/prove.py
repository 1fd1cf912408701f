"""Prove — bekræft: the second step of signing in, and once more before what protects the account is changed."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.identity import actions, queries
from rundbord.identity.middleware import set_sign_in_cookie
from rundbord.identity.models import SignIn
from rundbord.identity.passkeys import LONGEST_ANSWER
from rundbord.identity.screens.returning import address_of, elsewhere, where_to
from rundbord.identity.screens.second_factor_forms import CodeForm, PasswordForm
from rundbord.identity.vocabulary import NextStep, Proof
from rundbord.web import PublicRequest, page, public


@public(writes=True)
def prove(request: PublicRequest) -> HttpResponse:
    """Ask for a passkey, a code or, where there is neither, the password; go on to where the user was."""
    sign_in = session_of(request)
    if sign_in is None:
        return HttpResponseRedirect(reverse("identity:sign_in"))
    if Proof(sign_in.proof).is_of_provider:
        return _by_provider(request, sign_in)
    held = queries.factors_of(sign_in.user_id)
    form: forms.Form = (CodeForm if held.count else PasswordForm)(request.POST if _is_typed(request) else None)
    refusal = ""
    if request.method == "POST":
        try:
            if token := _token(request, sign_in, form):
                return _go_on(request, token)
        except Refused as refused:  # no savepoint: the vain try itself must stay noted
            refusal = str(refused)
    context = {
        "form": form,
        "refusal": refusal,
        "factors": held,
        "where": where_to(request),
        "elsewhere": elsewhere(request),
        "is_pending": is_pending(request),
        "one_click": settings.IS_DEMO and not held.count,
    }
    return page(request, "identity/prove.html", context)


@public(writes=True)
def ask_for_signature(request: PublicRequest) -> HttpResponse:
    """Give the page what a passkey is to sign; does not exist for whoever is not on the way in."""
    sign_in = session_of(request)
    if sign_in is None or request.method != "POST":
        raise Http404
    return JsonResponse(actions.challenge_to_sign(sign_in))


def _by_provider(request: PublicRequest, sign_in: SignIn) -> HttpResponse:
    """Offer the way back to the provider that vouched; nothing is proved here."""
    context = {
        "provider": queries.provider_of(sign_in),
        "is_pending": is_pending(request),
        "ask_href": f"{reverse('identity:ask_anew')}?{urlencode({'videre': where_to(request)})}",
    }
    return page(request, "identity/prove_by_provider.html", context)


def session_of(request: PublicRequest) -> SignIn | None:
    """Give the session behind a request, whether it may do everything already or must prove itself first."""
    found = getattr(request, "sign_in", None) or getattr(request, "pending", None)
    return cast("SignIn | None", found)


def is_pending(request: PublicRequest) -> bool:
    """Tell whether the session may do nothing yet."""
    return getattr(request, "pending", None) is not None


def _is_typed(request: PublicRequest) -> bool:
    return request.method == "POST" and not request.POST.get("answer") and "demo" not in request.POST


def way_in(request: PublicRequest) -> str:
    """Give the address of what somebody does first who is not all the way in, and who then comes back here."""
    pending = cast("SignIn | None", getattr(request, "pending", None))
    if pending is None:
        return reverse("identity:sign_in")
    is_enrolling = queries.standing_of(pending).next_step is NextStep.ENROL
    return f"{reverse('identity:set_up' if is_enrolling else 'identity:prove')}?{urlencode({'videre': request.path})}"


def _token(request: PublicRequest, sign_in: SignIn, form: forms.Form) -> str:
    """Give the session's new token; empty where the form was not filled in."""
    address = address_of(request)
    if answer := request.POST.get("answer", ""):
        return actions.prove_by_passkey(sign_in, answer[:LONGEST_ANSWER], address=address)
    if "demo" in request.POST and settings.IS_DEMO:
        return actions.prove_in_demo(sign_in)
    if not form.is_valid():
        return ""
    if isinstance(form, CodeForm):
        return actions.prove_by_code(sign_in, form.cleaned_data["code"], address=address)
    return actions.prove_by_password(sign_in, form.cleaned_data["password"], address=address)


def _go_on(request: PublicRequest, token: str) -> HttpResponse:
    response = HttpResponseRedirect(where_to(request))
    set_sign_in_cookie(response, token)
    return response
