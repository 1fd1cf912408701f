"""Goals — mål: indicator, baseline and target, and what was measured."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


def _number(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=12, decimal_places=2, localize=True)


class GoalForm(GuardedForm):
    """What is aimed at."""

    guarded = ("title", "indicator", "source")
    title = forms.CharField(label="Mål", max_length=160)
    indicator = forms.CharField(
        label="Indikator", max_length=200, help_text="Det tal, der viser, om målet nås. For eksempel andel utrygge."
    )
    measured_in = forms.CharField(label="Målt i", required=False, max_length=40, help_text="For eksempel procent.")
    counts_persons = forms.BooleanField(
        label="Tallet tæller personer", required=False, help_text="Så vises det ikke, når det er under fem."
    )
    baseline = _number("Udgangspunkt")
    baseline_on = forms.DateField(label="Udgangspunktet gælder for", widget=DayInput)
    target = _number("Skal være")
    target_on = forms.DateField(label="Senest", widget=DayInput)
    source = forms.CharField(label="Kilde", max_length=160, help_text="Hvor tallet kommer fra.")


class ValueForm(GuardedForm):
    """What was measured."""

    guarded = ("source",)
    value = _number("Målt værdi")
    first = forms.DateField(label="Perioden begynder", widget=DayInput)
    last = forms.DateField(label="Perioden slutter", widget=DayInput)
    source = forms.CharField(label="Kilde", max_length=160)


@screen(Permission.SEE_OVERVIEW)
def show_goal(request: SignedInRequest, goal_id: UUID) -> HttpResponse:
    """Show a goal with everything measured."""
    row = queries.goal(goal_id)
    is_open = row.goal.closed_on is None
    context = {
        "row": row,
        "may_note": is_open and request.actor.may(Permission.DECIDE),
        "governs": is_open and request.actor.may(Permission.GOVERN_PARTNERSHIP),
    }
    return page(request, "partnership/show_goal.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def set_goal(request: SignedInRequest) -> HttpResponse:
    """Set a goal."""
    form = GoalForm(request.POST or None, initial={"baseline_on": timezone.localdate()}, places=queries.place_names())
    if form.is_valid() and (
        goal := attempt(
            form,
            lambda: actions.set_goal(
                actions.GoalTerms(**form.cleaned_data), overridden=form.overridden, by=request.actor
            ),
        )
    ):
        return redirect("partnership:show_goal", goal.pk)
    return page(request, "partnership/set_goal.html", {"form": form})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def close_goal(request: SignedInRequest, goal_id: UUID) -> HttpResponse:
    """Stop following a goal."""
    row = queries.goal(goal_id)
    back = reverse("partnership:show_goal", args=[goal_id])
    return one_tap(request, lambda: actions.close_goal(row.goal, by=request.actor), back=back)


@screen(Permission.DECIDE, writes=True)
def note_value(request: SignedInRequest, goal_id: UUID) -> HttpResponse:
    """Note a measurement."""
    row = queries.goal(goal_id)
    form = ValueForm(request.POST or None, initial={"source": row.goal.source}, places=queries.place_names())
    if form.is_valid():
        terms = actions.ValueTerms(**form.cleaned_data)
        attempt(form, lambda: actions.note_value(row.goal, terms, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_goal", goal_id)
    return page(request, "partnership/note_value.html", {"form": form, "row": row})
