"""Readiness — sikkerhed: the authority's own rule on the second factor, and which of its users are ready."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.identity.drafts import draft_initial
from rundbord.identity.rules import introduction_counts, is_about_to_end
from rundbord.ui.tags.danish import moment_short
from rundbord.web import SignedInRequest, attempt, page, screen


class SignInRuleForm(forms.Form):
    """Of whom a second factor is demanded."""

    who = forms.ChoiceField(
        label="Hvem skal bekræfte med et andet trin, når de logger ind?",
        choices=[
            ("persons", "Kun dem, hvis rolle giver adgang til oplysninger om personer"),
            ("everybody", "Alle, der handler for myndigheden"),
        ],
        widget=forms.RadioSelect,
    )


@screen(Permission.ADMINISTER_USERS)
def readiness(request: SignedInRequest) -> HttpResponse:
    """Show the rule, and the own users a page at a time."""
    found = queries.users_page(
        queries.UserFilter(), after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    ready = queries.readiness_of(user.pk for user in found.page.rows)
    today = timezone.localdate()
    rows = [(user, ready[user.pk], _state(ready[user.pk].holds_until, today)) for user in found.page.rows]
    context = {
        "for_everybody": queries.wants_second_factor(request.actor.authority_id),
        "rows": rows,
        "summary": f"{found.count} åbne brugere efter navn, {moment_short(timezone.localtime())}",
        "newer": f"?{urlencode({'foer': found.page.before})}" if found.page.before else "",
        "older": f"?{urlencode({'efter': found.page.after})}" if found.page.after else "",
    }
    return page(request, "identity/readiness.html", context)


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def change_sign_in_rule(request: SignedInRequest) -> HttpResponse:
    """Set of whom a second factor is demanded."""
    now = "everybody" if queries.wants_second_factor(request.actor.authority_id) else "persons"
    form = SignInRuleForm(request.POST or None, initial={"who": now} | draft_initial(request))
    if form.is_valid():
        chosen = form.cleaned_data["who"] == "everybody"
        attempt(form, lambda: actions.set_sign_in_rule(for_everybody=chosen, by=request.actor))
        return redirect("identity:readiness")
    return page(request, "identity/change_sign_in_rule.html", {"form": form})


def _state(holds_until: date | None, today: date) -> str:
    """Say how the introduction stands: missing, over, about to end, passed."""
    if holds_until is None:
        return "missing"
    if not introduction_counts(holds_until, today=today):
        return "over"
    return "ending" if is_about_to_end(holds_until, today=today) else "passed"
