"""Provider — log ind: where the authority's own users sign in, what its rights mean, and who comes from there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.identity import actions, queries
from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers import certificates_of, must_be_renewed, speaks_saml
from rundbord.identity.rules import ProviderTerms
from rundbord.identity.screens.addresses import addresses_of_oidc, addresses_of_saml
from rundbord.identity.screens.choices import UnitAndRoleForm
from rundbord.identity.screens.provider_form import ProviderForm
from rundbord.identity.vocabulary import LocalSignIn
from rundbord.ui.tags.danish import moment_short
from rundbord.web import SignedInRequest, attempt, page, screen


class PrivilegeForm(UnitAndRoleForm):
    """What the provider calls a right, and what it gives here."""

    value = forms.CharField(
        label="Rettigheden, som jeres log ind skriver den",
        max_length=300,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("value", "unit", "role")


class SubjectForm(forms.Form):
    """By which name the provider knows a user."""

    subject = forms.CharField(
        label="Brugerens id i jeres log ind",
        max_length=255,
        help_text="Det faste id, som jeres log ind sender. Aldrig navn eller mailadresse: dem får den næste ansatte.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )


@screen(Permission.ADMINISTER_USERS)
def provider(request: SignedInRequest) -> HttpResponse:
    """Show the provider, its rights, and its users a page at a time."""
    return _shown(request)


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def change_provider(request: SignedInRequest) -> HttpResponse:
    """Ask where the authority's users sign in."""
    held = queries.own_provider(request.actor)
    form = ProviderForm(request.POST or None, initial=_current(held))
    if form.is_valid():
        attempt(form, lambda: actions.set_provider(_terms(form), by=request.actor))
        if form.is_valid():
            return redirect("identity:provider")
    return page(
        request,
        "identity/change_provider.html",
        {"form": form, "addresses": addresses_of_oidc(queries.code_of(request.actor))},
    )


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def add_privilege(request: SignedInRequest) -> HttpResponse:
    """Ask what a right of the provider gives."""
    form = PrivilegeForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        fields = form.cleaned_data
        attempt(
            form,
            lambda: actions.set_privilege(fields["value"], unit=fields["unit"], role=fields["role"], by=request.actor),
        )
        if form.is_valid():
            return redirect("identity:provider")
    return page(request, "identity/add_privilege.html", {"form": form})


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def strike_privilege(request: SignedInRequest, privilege_id: UUID) -> HttpResponse:
    """Let a right mean nothing more."""
    privilege = queries.own_privilege(privilege_id)
    if request.method == "POST":
        actions.strike_privilege(privilege, by=request.actor)
    return redirect("identity:provider")


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def make_line_token(request: SignedInRequest) -> HttpResponse:
    """Make the key of the authority's user administration and show it this once."""
    if request.method != "POST":
        return redirect("identity:provider")
    try:
        token = actions.make_line_token(by=request.actor)
    except Refused as refusal:
        return _shown(request, refusal=str(refusal))
    return _shown(request, token=token)


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def strike_line_token(request: SignedInRequest) -> HttpResponse:
    """Close the line of the authority's user administration."""
    if request.method == "POST":
        try:
            actions.strike_line_token(by=request.actor)
        except Refused as refusal:
            return _shown(request, refusal=str(refusal))
    return redirect("identity:provider")


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def bind_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Ask by which name the provider knows a user."""
    user = queries.own_user(user_id)
    form = SubjectForm(request.POST or None)
    if form.is_valid():
        attempt(form, lambda: actions.bind_identity(user, form.cleaned_data["subject"], by=request.actor))
        if form.is_valid():
            return redirect("identity:show_user", user.pk)
    return page(request, "identity/bind_user.html", {"form": form, "user": user})


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def release_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Let nobody at the provider be the user any more."""
    user = queries.own_user(user_id)
    if request.method == "POST":
        actions.release_identity(user, by=request.actor)
    return redirect("identity:show_user", user.pk)


def _shown(request: SignedInRequest, *, token: str = "", refusal: str = "") -> HttpResponse:
    held = queries.own_provider(request.actor)
    context: dict[str, Any] = {"provider": held, "token": token, "refusal": refusal}
    if held is not None:
        certificates = certificates_of(held) if speaks_saml(held) else []
        found = queries.bound_users(held, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
        context |= {
            "is_saml": speaks_saml(held),
            "addresses": (addresses_of_saml if speaks_saml(held) else addresses_of_oidc)(held.authority.code),
            "certificates": certificates,
            "has_own_key": any(each.is_ours for each in certificates),
            "must_renew": speaks_saml(held) and must_be_renewed(held),
            "local": LocalSignIn(held.local_sign_in).label,
            "privileges": [(each, Role(each.role).label) for each in queries.own_privileges(request.actor)],
            "bound": found,
            "summary": f"{found.count} {'bruger' if found.count == 1 else 'brugere'} efter navn, "
            f"{moment_short(timezone.localtime())}",
            "newer": f"?{urlencode({'foer': found.page.before})}" if found.page.before else "",
            "older": f"?{urlencode({'efter': found.page.after})}" if found.page.after else "",
        }
    return page(request, "identity/provider.html", context)


def _current(held: IdentityProvider | None) -> dict[str, Any]:
    if held is None or speaks_saml(held):
        return {
            "subject_claim": "sub",
            "level_claim": "acr",
            "substantial_value": "Substantial",
            "high_value": "High",
        }
    return {name: getattr(held, name) for name in ProviderForm.base_fields}


def _terms(form: ProviderForm) -> ProviderTerms:
    fields = form.cleaned_data
    return ProviderTerms(**{**fields, "local_sign_in": LocalSignIn(fields["local_sign_in"])})
