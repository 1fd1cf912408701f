"""Change user — ret bruger: name and mail address."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.seen import SeenForm


class ChangeUserForm(SeenForm):
    """Name and mail address."""

    name = forms.CharField(label="Navn eller funktion", max_length=120)
    email = forms.EmailField(label="Mailadresse", required=False)


@screen(Permission.ADMINISTER_USERS, writes=True)
def change_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Ask for the new words, and lead back to the user."""
    user = queries.own_user(user_id)
    form = ChangeUserForm(request.POST or None, current={"name": user.name, "email": user.email})
    if form.is_valid():
        fields = form.cleaned_data
        attempt(form, lambda: actions.change_user(user, name=fields["name"], email=fields["email"], by=request.actor))
        if form.is_valid():
            return redirect("identity:show_user", user.pk)
    return page(request, "identity/change_user.html", {"form": form, "user": user})
