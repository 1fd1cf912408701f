"""Decide a step — beslut: what is done because of the sudden event, by which unit, and by when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.alerts.models import SuddenEvent
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import place_names, units_at_table
from rundbord.tasks.actions import Decision
from rundbord.tasks.models import Task
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class StepForm(GuardedForm):
    """What, who and by when; why is the event itself."""

    guarded = ("what",)

    what = forms.CharField(
        label="Hvad skal der gøres?", max_length=200, help_text="Én handling, som en enhed kan melde færdig."
    )
    owner = forms.ChoiceField(label="Hvilken enhed gør det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the units at the table."""
        super().__init__(*args, places=place_names(), **options)
        self.units = offer_units(self.fields["owner"], units_at_table(request.actor), nothing="")


@screen(Permission.DECIDE, writes=True)
def decide_step(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Take the decision, and go back to the event."""
    event = queries.event_of(event_id)
    draft = restored_draft(request)
    form = StepForm(
        request.POST if request.method == "POST" else None,
        request=request,
        initial={"due_on": timezone.localdate(), **draft.initial},
    )
    if form.is_valid() and attempt(form, lambda: _act(form, event, request)) is not None:
        return HttpResponseRedirect(reverse("alerts:show_event", args=[event.pk]))
    return page(request, "alerts/decide_step.html", {"form": form, "event": event, "draft": draft})


def _act(form: StepForm, event: SuddenEvent, request: SignedInRequest) -> Task:
    given = form.cleaned_data
    decision = Decision(
        what=given["what"],
        why=event.title,
        owner=form.units[given["owner"]],
        due_on=given["due_on"],
        area=event.area,
    )
    return actions.decide_step(event, decision, overridden=form.overridden, by=request.actor)
