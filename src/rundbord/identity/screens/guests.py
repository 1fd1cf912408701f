"""Guests — gæster: users of other authorities with a duty here, and invitations to some."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.identity import actions, queries
from rundbord.identity.screens.choices import UnitAndRoleForm
from rundbord.web import SignedInRequest, attempt, page, screen


class InviteGuestForm(UnitAndRoleForm):
    """Whom, where and as what."""

    full_sign_in_name = forms.CharField(
        label="Gæstens hele brugernavn",
        max_length=120,
        help_text="For eksempel koordinator@gladsaxe. Spørg gæsten, hvis du er i tvivl.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    field_order = ("full_sign_in_name", "unit", "role")


@screen(Permission.ADMINISTER_USERS, writes=True)
def guests(request: SignedInRequest) -> HttpResponse:
    """List guests and invitations, and invite another; the answer is the same whether the name exists."""
    form = InviteGuestForm(request.POST or None, actor=request.actor, but=frozenset({Role.ADMINISTRATOR}))
    if form.is_valid():
        attempt(form, lambda: actions.invite_guest(**form.cleaned_data, by=request.actor))
    if form.is_valid():
        return redirect("identity:guests")
    found = queries.guests()
    return page(
        request,
        "identity/guests.html",
        {
            "form": form,
            "duties": [(duty, Role(duty.role).label) for duty in found.duties],
            "invitations": [(invitation, Role(invitation.role).label) for invitation in found.invitations],
        },
    )


@screen(Permission.ADMINISTER_USERS, writes=True)
def withdraw_invitation(request: SignedInRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    invitation = queries.invitation(invitation_id)
    if request.method == "POST":
        actions.withdraw_invitation(invitation, by=request.actor)
    return redirect("identity:guests")
