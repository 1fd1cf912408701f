"""Set rule — hvem må bruge nødadgang: the roles that the own authority gives it to."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.emergency import actions
from rundbord.emergency.queries.uses import rule_of
from rundbord.emergency.rules.limits import ELIGIBLE
from rundbord.ui.forms import ChoiceChips
from rundbord.web import SignedInRequest, attempt, page, screen


class RuleForm(forms.Form):
    """The roles."""

    roles = forms.MultipleChoiceField(
        label="Roller med nødadgang",
        required=False,
        choices=[(role.value, role.label) for role in ELIGIBLE],
        widget=ChoiceChips,
        help_text="Vælg så få som muligt. Uden valg har ingen nødadgang.",
    )


@screen(Permission.SIGN_LOG_CONTROL, writes=True, needs_fresh_proof=True)
def set_rule(request: SignedInRequest) -> HttpResponse:
    """Show the choice, and take another from a leader who has just proved who they are."""
    rule = rule_of(request.actor)
    form = RuleForm(
        request.POST if request.method == "POST" else None, initial={"roles": list(rule.roles) if rule else []}
    )
    if form.is_valid() and attempt(form, lambda: _set(form, request)) is not None:
        return HttpResponseRedirect(reverse("emergency:overview"))
    return page(request, "emergency/set_rule.html", {"form": form, "rule": rule})


def _set(form: RuleForm, request: SignedInRequest) -> object:
    return actions.set_rule(form.cleaned_data["roles"], by=request.actor)
