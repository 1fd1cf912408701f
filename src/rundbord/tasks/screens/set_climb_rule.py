"""Set climb rule — ret, hvornår opgaver løftes: working days until leader and agenda."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.tasks import actions, queries
from rundbord.tasks.rules import MOST_DAYS, Climbing
from rundbord.web import SignedInRequest, attempt, page, screen


class ClimbRuleForm(forms.Form):
    """Two numbers of working days."""

    to_leader = forms.IntegerField(
        label="Arbejdsdage fra fristen til lederen",
        min_value=1,
        max_value=MOST_DAYS,
        help_text="Enhedens leder får besked.",
    )
    to_agenda = forms.IntegerField(
        label="Arbejdsdage fra lederen til dagsordenen",
        min_value=1,
        max_value=MOST_DAYS,
        help_text="Opgaven kommer på forummets næste dagsorden.",
    )


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def set_climb_rule(request: SignedInRequest) -> HttpResponse:
    """Show the rule that holds, and set another."""
    form = ClimbRuleForm(
        request.POST if request.method == "POST" else None, initial=vars(queries.climbing(request.actor))
    )
    if form.is_valid():
        wanted = Climbing(**form.cleaned_data)
        if attempt(form, lambda: actions.set_climb_rule(wanted, by=request.actor)) is not None:
            return HttpResponseRedirect(reverse("tasks:register"))
    return page(request, "tasks/set_climb_rule.html", {"form": form})
