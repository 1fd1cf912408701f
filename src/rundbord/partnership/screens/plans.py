"""Plan — udmøntningsplan: what the parties will do in a year, and how far they are."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Plan
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm


class PlanForm(GuardedForm):
    """Which year, where and for whom."""

    guarded = ("focus_places", "target_groups")
    year = forms.IntegerField(label="År", min_value=2010, max_value=2100)
    focus_places = forms.CharField(
        label="Hvor",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Områder og steder, der er i fokus i år.",
    )
    target_groups = forms.CharField(
        label="For hvem",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Målgrupper med ord: alder og livssituation, aldrig personer.",
    )


class ChangePlanForm(SeenForm, PlanForm):
    """Where and for whom; the year stays."""

    year = None  # type: ignore[assignment]


@screen(Permission.SEE_OVERVIEW)
def plans(request: SignedInRequest) -> HttpResponse:
    """Show this year's plan, or the newest one; without any, say so."""
    listed = queries.plans()
    this_year = timezone.localdate().year
    current = next((each for each in listed if each.year <= this_year), next(iter(listed), None))
    return _shown(request, current, listed)


@screen(Permission.SEE_OVERVIEW)
def show_plan(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    """Show one year's plan."""
    return _shown(request, queries.plan(plan_id), queries.plans())


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def make_plan(request: SignedInRequest) -> HttpResponse:
    """Begin a plan."""
    draft = restored_draft(request)
    initial = {"year": timezone.localdate().year, **draft.initial}
    form = PlanForm(request.POST or None, initial=initial, places=queries.place_names())
    if form.is_valid() and (
        plan := attempt(
            form, lambda: actions.make_plan(**form.cleaned_data, overridden=form.overridden, by=request.actor)
        )
    ):
        return redirect("partnership:show_plan", plan.pk)
    return page(request, "partnership/make_plan.html", {"form": form, "saved_at": draft.saved_at})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def change_plan(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    """Change where and for whom."""
    plan = queries.plan(plan_id)
    draft = restored_draft(request)
    current = {"focus_places": plan.focus_places, "target_groups": plan.target_groups}
    form = ChangePlanForm(request.POST or None, current=current, initial=draft.initial, places=queries.place_names())
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in current}
        attempt(form, lambda: actions.change_plan(plan, **words, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_plan", plan.pk)
    return page(request, "partnership/change_plan.html", {"form": form, "plan": plan, "saved_at": draft.saved_at})


def _shown(request: SignedInRequest, plan: Plan | None, listed: list[Plan]) -> HttpResponse:
    context = {
        "plan": plan,
        "plans": listed,
        "measures": queries.measures_of(plan) if plan else [],
        "goals": [row for row in queries.goals() if row.goal.closed_on is None],
        "governs": request.actor.may(Permission.GOVERN_PARTNERSHIP),
    }
    return page(request, "partnership/show_plan.html", context)
