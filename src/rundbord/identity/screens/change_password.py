"""Change password — skift adgangskode: by whoever knows the one that holds."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity import actions
from rundbord.identity.screens.new_password_form import NewPasswordForm
from rundbord.identity.screens.own_account import own_sign_in
from rundbord.identity.screens.returning import address_of
from rundbord.web import SignedInRequest, page, screen, show_refusal


class ChangePasswordForm(NewPasswordForm):
    """The old password, and the new one twice."""

    field_order = ("old_password", "password", "password_again")

    old_password = forms.CharField(
        label="Nuværende adgangskode",
        strip=False,
        max_length=400,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def change_password(request: SignedInRequest) -> HttpResponse:
    """Ask for both, and go back to the account; other sessions are over then."""
    form = ChangePasswordForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.change_password(
                own_sign_in(request), typed["old_password"], typed["password"], address=address_of(request)
            )
            return HttpResponseRedirect(reverse("identity:own_account"))
        except Refused as refusal:  # no savepoint: the vain try itself must stay noted
            show_refusal(form, refusal)
    return page(request, "identity/change_password.html", {"form": form})
