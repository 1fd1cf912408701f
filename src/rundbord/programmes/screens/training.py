"""Training — oplæring: who on the street is trained in what, until when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.queries import open_units
from rundbord.partnership.offering import offer_units
from rundbord.programmes import actions, queries
from rundbord.programmes.models import Training
from rundbord.programmes.rules import REMINDED_BEFORE
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen

_TOPICS = ("Kontakt og samtale", "Konflikt og nedtrapning", "Sikkerhed på gaden", "Førstehjælp", "Tavshedspligt")


class TrainingForm(forms.Form):
    """An employee of an own unit, what in, and until when."""

    employee = forms.CharField(label="Medarbejder", max_length=120, help_text="Navn eller funktion. Aldrig en borger.")
    unit = forms.ChoiceField(label="Enhed")
    topic = forms.CharField(label="Oplært i", max_length=120, help_text=f"For eksempel {', '.join(_TOPICS).lower()}.")
    trained_on = forms.DateField(label="Dato", widget=DayInput)
    holds_until = forms.DateField(
        label="Gælder til og med", required=False, widget=DayInput, help_text="Tomt betyder: udløber ikke."
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        """Offer the authority's own units."""
        super().__init__(*args, **options)
        units = list(open_units(actor).select_related("authority"))
        self.units = offer_units(self.fields["unit"], units)


@screen(Permission.FOLLOW_TEAMS, writes=True)
def training(request: SignedInRequest) -> HttpResponse:
    """Show the register, and add a line."""
    form = TrainingForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if form.is_valid() and attempt(form, lambda: _note(form, request)) is not None:
        return HttpResponseRedirect(request.path)
    today = timezone.localdate()
    context = {
        "listed": queries.trainings(request.actor),
        "form": form,
        "today": today,
        "soon": today + REMINDED_BEFORE,
    }
    return page(request, "programmes/training.html", context)


@screen(Permission.FOLLOW_TEAMS, writes=True)
def end_training(request: SignedInRequest, training_id: UUID) -> HttpResponse:
    """Take a line off."""
    line = queries.training_of(training_id, request.actor)
    if request.method == "POST":
        actions.end_training(line, by=request.actor)
    return HttpResponseRedirect(reverse("programmes:training"))


def _note(form: TrainingForm, request: SignedInRequest) -> Training:
    given = form.cleaned_data
    return actions.note_training(
        form.units[given["unit"]],
        given["employee"],
        given["topic"],
        trained_on=given["trained_on"],
        holds_until=given["holds_until"],
        by=request.actor,
    )
