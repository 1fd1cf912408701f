"""Create user — opret bruger: with a first duty."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity import actions
from rundbord.identity.drafts import draft_initial
from rundbord.identity.models import Authority, User
from rundbord.identity.screens.choices import PeriodForm, UnitAndRoleForm
from rundbord.web import SignedInRequest, attempt, page, screen

_PLAIN = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}


class CreateUserForm(PeriodForm, UnitAndRoleForm):
    """Who, where and as what."""

    name = forms.CharField(
        label="Navn eller funktion", max_length=120, help_text="Det, kolleger ser, for eksempel »SSP-konsulent, Nord«."
    )
    sign_in_name = forms.CharField(label="Brugernavn", max_length=60, widget=forms.TextInput(attrs=_PLAIN))
    email = forms.EmailField(
        label="Mailadresse", required=False, help_text="Til beskeder uden indhold, for eksempel at billedet er udgivet."
    )
    field_order = ("name", "sign_in_name", "email", "unit", "role", "starts_on", "ends_on")


@screen(Permission.ADMINISTER_USERS, writes=True)
def create_user(request: SignedInRequest) -> HttpResponse:
    """Ask for the user, create them, and lead to their page."""
    initial = {"starts_on": timezone.localdate(), **draft_initial(request)}
    form = CreateUserForm(request.POST or None, initial=initial, actor=request.actor)
    code = Authority.objects.get(pk=request.actor.authority_id).code
    form.fields["sign_in_name"].help_text = f"Uden @{code}. Små bogstaver, tal, punktum og bindestreg."
    if form.is_valid() and (user := attempt(form, lambda: _create(request, form))):
        return redirect("identity:show_user", user.pk)
    return page(request, "identity/create_user.html", {"form": form})


def _create(request: SignedInRequest, form: CreateUserForm) -> User:
    fields = form.cleaned_data
    new = actions.NewUser(sign_in_name=fields["sign_in_name"].lower(), name=fields["name"], email=fields["email"])
    terms = actions.DutyTerms(
        unit=fields["unit"], role=fields["role"], starts_on=fields["starts_on"], ends_on=fields["ends_on"]
    )
    return actions.create_user(new, duty=terms, by=request.actor)
