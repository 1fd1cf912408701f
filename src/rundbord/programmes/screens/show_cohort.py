"""Show cohort — hold: its days and places for everybody; adding days and closing it for the unit that runs it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.programmes import actions, queries
from rundbord.programmes.models import Cohort
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class DayForm(GuardedForm):
    """A day, and what it is about."""

    guarded = ("title",)

    day = forms.DateField(label="Dag", widget=DayInput)
    title = forms.CharField(label="Emne", max_length=120, required=False)


@screen(Permission.SEE_OVERVIEW, writes=True)
def show_cohort(request: SignedInRequest, cohort_id: UUID) -> HttpResponse:
    """Show the course; add a day or close it."""
    cohort = queries.cohort_of(cohort_id)
    is_own = request.actor.may(Permission.RUN_PROGRAMMES) and cohort.unit_id == request.actor.unit_id
    closes = "close" in request.POST
    form = DayForm(request.POST if request.method == "POST" and not closes else None, places=place_names())
    if closes or form.is_valid():
        form = form if form.is_bound else DayForm({}, places=place_names())
        form.is_valid()
        if _act(form, cohort, request, closes=closes):
            return HttpResponseRedirect(request.path)
    context = {"cohort": cohort, "days": queries.days_of(cohort), "form": form, "is_own": is_own}
    return page(request, "programmes/show_cohort.html", context)


def _act(form: DayForm, cohort: Cohort, request: SignedInRequest, *, closes: bool) -> bool:
    if closes:
        return attempt(form, lambda: _closed(cohort, request)) is not None
    given = form.cleaned_data
    added = attempt(form, lambda: actions.add_course_day(cohort, given["day"], title=given["title"], by=request.actor))
    return added is not None


def _closed(cohort: Cohort, request: SignedInRequest) -> bool:
    actions.close_cohort(cohort, by=request.actor)
    return True
