"""Duties — funktioner: giving, moving, substituting and ending them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.identity import actions, queries
from rundbord.identity.models import Duty, User
from rundbord.identity.screens.choices import PeriodForm, UnitAndRoleForm, unit_field
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen


class GiveDutyForm(PeriodForm, UnitAndRoleForm):
    """Where, as what and when."""

    field_order = ("unit", "role", "starts_on", "ends_on")


class MoveUserForm(forms.Form):
    """Where to."""

    unit = unit_field("Flyt til")

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        """Offer own units."""
        super().__init__(*args, **options)
        self.fields["unit"].queryset = queries.open_units(actor)  # type: ignore[attr-defined]


class SubstituteForm(PeriodForm):
    """Who stands in, and when."""

    user = forms.ModelChoiceField(User.objects.none(), label="Vikar", empty_label="Vælg bruger")
    field_order = ("user", "starts_on", "ends_on")

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer open own users; a substitute's last day must be known."""
        super().__init__(*args, **options)
        self.fields["user"].queryset = queries.own_users().filter(closed_at=None)  # type: ignore[attr-defined]
        self.fields["ends_on"].required = True
        self.fields["ends_on"].help_text = ""


class EndDutyForm(forms.Form):
    """The last day."""

    last_day = forms.DateField(
        label="Sidste dag", widget=DayInput, help_text="Vælg datoen i går for at afslutte funktionen med det samme."
    )


@screen(Permission.ADMINISTER_USERS, writes=True)
def give_duty(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Give a user another duty."""
    user = queries.own_user(user_id)
    form = GiveDutyForm(request.POST or None, initial={"starts_on": timezone.localdate()}, actor=request.actor)
    if form.is_valid():
        attempt(form, lambda: actions.give_duty(user, actions.DutyTerms(**form.cleaned_data), by=request.actor))
    if form.is_valid():
        return redirect("identity:show_user", user.pk)
    return page(request, "identity/give_duty.html", {"form": form, "user": user})


@screen(Permission.ADMINISTER_USERS, writes=True)
def move_user(request: SignedInRequest, duty_id: UUID) -> HttpResponse:
    """Move a user's duty to another unit."""
    duty = queries.own_duty(duty_id)
    user = queries.own_user(duty.user_id)
    form = MoveUserForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        attempt(form, lambda: actions.move_user(user, duty, to=form.cleaned_data["unit"], by=request.actor))
    if form.is_valid():
        return redirect("identity:show_user", user.pk)
    return page(request, "identity/move_user.html", {"form": form, "user": user, **_about(duty)})


@screen(Permission.ADMINISTER_USERS, writes=True)
def substitute(request: SignedInRequest, duty_id: UUID) -> HttpResponse:
    """Let somebody stand in for a duty's bearer."""
    duty = queries.own_duty(duty_id)
    form = SubstituteForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    if form.is_valid() and (made := attempt(form, lambda: _substitute(duty, form.cleaned_data, by=request.actor))):
        return redirect("identity:show_user", made.user_id)
    return page(request, "identity/substitute.html", {"form": form, **_about(duty)})


@screen(Permission.ADMINISTER_USERS, writes=True)
def end_duty(request: SignedInRequest, duty_id: UUID) -> HttpResponse:
    """End a duty, a guest's too."""
    duty = queries.own_duty(duty_id)
    is_guest = not queries.own_users().filter(pk=duty.user_id).exists()
    form = EndDutyForm(request.POST or None, initial={"last_day": timezone.localdate()})
    if form.is_valid():
        attempt(form, lambda: actions.end_duty(duty, last_day=form.cleaned_data["last_day"], by=request.actor))
    if form.is_valid():
        return redirect("identity:guests") if is_guest else redirect("identity:show_user", duty.user_id)
    return page(request, "identity/end_duty.html", {"form": form, "is_guest": is_guest, **_about(duty)})


def _substitute(duty: Duty, fields: dict[str, Any], *, by: Actor) -> Duty:
    terms = actions.DutyTerms(
        unit=duty.unit, role=Role(duty.role), starts_on=fields["starts_on"], ends_on=fields["ends_on"]
    )
    return actions.give_duty(fields["user"], terms, substitutes=duty, by=by)


def _about(duty: Duty) -> dict[str, Any]:
    return {"duty": duty, "role": Role(duty.role).label}
