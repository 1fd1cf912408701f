"""Show programme — forløb: its courses, and planning another."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.programmes import actions, queries
from rundbord.programmes.rules import MOST_PLACES
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class CohortForm(GuardedForm):
    """When a course runs, and for how many."""

    guarded = ("name",)

    name = forms.CharField(label="Holdets navn", max_length=120, help_text="For eksempel forår 2027.")
    starts_on = forms.DateField(label="Første dag", widget=DayInput)
    ends_on = forms.DateField(label="Sidste dag", widget=DayInput)
    seat_count = forms.IntegerField(label="Pladser", min_value=1, max_value=MOST_PLACES)


@screen(Permission.SEE_OVERVIEW, writes=True)
def show_programme(request: SignedInRequest, programme_id: UUID) -> HttpResponse:
    """Show the programme, and plan a course where it is the own unit's."""
    programme = queries.programme_of(programme_id)
    may_plan = request.actor.may(Permission.RUN_PROGRAMMES) and programme.unit_id == request.actor.unit_id
    form = CohortForm(request.POST if request.method == "POST" else None, places=place_names())
    if form.is_valid():
        given = form.cleaned_data
        terms = actions.CohortTerms(
            name=given["name"], starts_on=given["starts_on"], ends_on=given["ends_on"], places=given["seat_count"]
        )
        planned = attempt(form, lambda: actions.plan_cohort(programme, terms, by=request.actor))
        if planned is not None:
            return HttpResponseRedirect(reverse("programmes:show_cohort", args=[planned.pk]))
    context = {"programme": programme, "cohorts": queries.cohorts_of(programme), "form": form, "may_plan": may_plan}
    return page(request, "programmes/show_programme.html", context)
