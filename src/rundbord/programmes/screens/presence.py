"""Presence — fremmøde: who was there on a day of a course of the own unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.programmes import actions, queries
from rundbord.programmes.queries import Known
from rundbord.ui.forms import ChoiceChips
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class PresenceForm(forms.Form):
    """Everybody with a consent, by name."""

    there = forms.MultipleChoiceField(label="Hvem var der?", required=False, widget=ChoiceChips)

    def __init__(self, *args: Any, listed: Iterable[Known], **options: Any) -> None:
        """Offer the names."""
        super().__init__(*args, **options)
        names = [(str(each.participant.pk), each.name) for each in listed if each.has_consent]
        self.fields["there"].choices = names  # type: ignore[attr-defined]


@screen(Permission.RUN_PROGRAMMES, reads=Subject.PARTICIPANTS, writes=True)
def presence(request: SignedInRequest, cohort_id: UUID, day_id: UUID) -> HttpResponse:
    """Show the list of a day, and note it."""
    cohort = queries.own_cohort(cohort_id, request.actor)
    day = queries.day_of(day_id, cohort)
    listed = actions.read_participants(cohort, list(queries.taking_part(cohort)), by=request.actor)
    noted = [str(key) for key, was_there in queries.present_on(day).items() if was_there]
    form = PresenceForm(request.POST if request.method == "POST" else None, initial={"there": noted}, listed=listed)
    if form.is_valid():
        there = {UUID(key) for key in form.cleaned_data["there"]}
        if attempt(form, lambda: actions.note_presence(cohort, day, there, by=request.actor)) is not None:
            return HttpResponseRedirect(reverse("programmes:participants", args=[cohort.pk]))
    without = sum(1 for each in listed if not each.has_consent)
    return page(
        request, "programmes/presence.html", {"cohort": cohort, "day": day, "form": form, "without_consent": without}
    )
