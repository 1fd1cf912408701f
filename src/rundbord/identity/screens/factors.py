"""Factors — andet trin: setting up passkeys and a code app, taking them away, making recovery codes."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.safestring import mark_safe

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity import actions, code_apps, queries
from rundbord.identity.drafts import draft_initial
from rundbord.identity.middleware import set_sign_in_cookie
from rundbord.identity.models import SignIn
from rundbord.identity.screens.own_account import own_sign_in
from rundbord.identity.screens.returning import elsewhere, where_to
from rundbord.identity.screens.second_factor_forms import NewCodeAppForm, NewPasskeyForm
from rundbord.identity.vocabulary import Proof
from rundbord.web import SignedInRequest, attempt, page, screen

TOO_OLD = "Siden var for gammel. Scan den nye kode herunder."


@screen(Permission.SEE_DAY, enrols=True)
def set_up(request: SignedInRequest) -> HttpResponse:
    """Offer both ways to set up a second factor, and say why it is asked for."""
    own = _own(request)
    back = f"?{urlencode({'videre': where_to(request)})}"
    context = {
        "must_have": queries.standing_of(own).must_have,
        "passkey_href": reverse("identity:add_passkey") + back,
        "app_href": reverse("identity:add_code_app") + back,
    }
    return page(request, "identity/set_up.html", context)


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True, enrols=True)
def add_passkey(request: SignedInRequest) -> HttpResponse:
    """Ask for a name, let the browser make a key, and keep its public half."""
    own = _own(request)
    form = NewPasskeyForm(request.POST or None, initial=draft_initial(request))
    if form.is_valid():
        fields = form.cleaned_data
        added = attempt(form, lambda: actions.add_passkey(own, fields["name"], fields["answer"]))
        if added:
            return _added(request, added)
    context = {"form": form, "where": where_to(request), "elsewhere": elsewhere(request)}
    return page(request, "identity/add_passkey.html", context)


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True, enrols=True)
def ask_for_new_key(request: SignedInRequest) -> HttpResponse:
    """Give the page what the browser is to make."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("identity:add_passkey"))
    return JsonResponse(actions.challenge_to_register(_own(request)))


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True, enrols=True)
def add_code_app(request: SignedInRequest) -> HttpResponse:
    """Show a new secret as QR code and text, and ask for the first code; the secret is kept only when that is right."""
    own = _own(request)
    form = NewCodeAppForm(request.POST or None)
    secret = _secret_in(form.data.get("sealed", ""), own)
    if request.method == "POST" and secret is None:
        form.add_error("code", TOO_OLD)
    if form.is_valid() and secret is not None:
        kept = secret
        added = attempt(form, lambda: actions.add_code_app(own, kept, form.cleaned_data["code"]))
        if added:
            return _added(request, added)
    return _shown_secret(request, form, secret or code_apps.new_secret(), own)


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def remove_passkey(request: SignedInRequest, passkey_id: UUID) -> HttpResponse:
    """Ask whether to take a passkey away, and do so."""
    own = _own(request)
    passkey = queries.own_passkey(own.user_id, passkey_id)
    if passkey is None:
        raise Http404
    return _removed(request, passkey.name, lambda: actions.remove_passkey(own, passkey))


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def remove_code_app(request: SignedInRequest) -> HttpResponse:
    """Ask whether to take the code app away, and do so."""
    own = _own(request)
    if queries.factors_of(own.user_id).code_app is None:
        raise Http404
    return _removed(request, "kodeappen", lambda: actions.remove_code_app(own))


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def make_recovery_codes(request: SignedInRequest) -> HttpResponse:
    """Make new recovery codes and show them this once; loading the page again shows none."""
    own = _own(request)
    if request.method != "POST" or not queries.factors_of(own.user_id).count:
        return HttpResponseRedirect(reverse("identity:own_account"))
    codes = actions.make_recovery_codes(own)
    return page(request, "identity/recovery_codes.html", {"codes": codes, "where": reverse("identity:own_account")})


def _own(request: SignedInRequest) -> SignIn:
    """Give the session; what proves users of the authority's own provider is kept there, and there is nothing here."""
    own = own_sign_in(request)
    if Proof(own.proof).is_of_provider:
        raise Http404
    return own


def _added(request: SignedInRequest, added: actions.Added) -> HttpResponse:
    """Hand over the new token; the first factor comes with its recovery codes."""
    where = where_to(request)
    if where == "/" and not added.recovery_codes:
        where = reverse("identity:own_account")
    actions.discard_draft(request.path, by=request.actor)
    if added.recovery_codes:
        response = page(request, "identity/recovery_codes.html", {"codes": added.recovery_codes, "where": where})
    else:
        response = HttpResponseRedirect(where)
    set_sign_in_cookie(response, added.token)
    return response


def _removed(request: SignedInRequest, name: str, remove: Callable[[], None]) -> HttpResponse:
    refusal = ""
    if request.method == "POST":
        try:
            remove()
        except Refused as refused:
            refusal = str(refused)
        else:
            return HttpResponseRedirect(reverse("identity:own_account"))
    return page(request, "identity/remove_factor.html", {"name": name, "refusal": refusal})


def _shown_secret(request: SignedInRequest, form: NewCodeAppForm, secret: str, own: SignIn) -> HttpResponse:
    address = code_apps.address_of(secret, name=f"{own.user.sign_in_name}@{own.user.authority.code}")
    context = {
        "form": form,
        "where": where_to(request),
        # Drawn by the library from bytes: nothing that anybody typed stands in it as text.
        "picture": mark_safe(code_apps.picture_of(address)),  # noqa: S308
        "secret": code_apps.in_fours(secret),
        "sealed": code_apps.in_a_form(code_apps.seal(secret, bound_to=_bound_to(own))),
    }
    return page(request, "identity/add_code_app.html", context)


def _secret_in(sealed: str, own: SignIn) -> str | None:
    return code_apps.unseal(code_apps.from_a_form(sealed), bound_to=_bound_to(own)) if sealed else None


def _bound_to(own: SignIn) -> str:
    """A secret on a page is of this session alone: nobody can hand somebody else one that they know."""
    return f"page:{own.pk}"
