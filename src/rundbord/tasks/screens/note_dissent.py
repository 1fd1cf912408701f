"""Note dissent — notér uenighed: which unit disagreed with a decision, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.identity.models import Unit
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import place_names, units_at_table
from rundbord.tasks import actions, queries
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class DissentForm(GuardedForm):
    """The unit and its reason."""

    guarded = ("text",)

    unit = forms.ChoiceField(label="Hvilken enhed er uenig?")
    text = forms.CharField(
        label="Hvad er enheden uenig i, og hvorfor?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Nævn enheden, aldrig en person.",
    )

    def __init__(self, *args: Any, units: list[Unit], **options: Any) -> None:
        """Offer the units that the user may note it for."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["unit"], units, nothing="")


@screen(Permission.FINISH_TASK, writes=True)
def note_dissent(request: SignedInRequest, task_id: UUID) -> HttpResponse:
    """Show the form, and add what was said."""
    task = queries.task_of(task_id)
    draft = restored_draft(request)
    form = DissentForm(
        request.POST if request.method == "POST" else None,
        initial={"unit": str(request.actor.unit_id), **draft.initial},
        units=_units(request),
        places=place_names(),
    )
    if form.is_valid():
        given = form.cleaned_data
        unit = form.units[given["unit"]]
        said = attempt(
            form,
            lambda: actions.note_dissent(task, unit, text=given["text"], overridden=form.overridden, by=request.actor),
        )
        if said is not None:
            return HttpResponseRedirect(reverse("tasks:show_task", args=[task.pk]))
    return page(request, "tasks/note_dissent.html", {"task": task, "form": form, "draft": draft})


def _units(request: SignedInRequest) -> list[Unit]:
    """Offer every unit to whoever holds the pen at the table, and else the own one alone."""
    units = units_at_table(request.actor)
    if request.actor.may(Permission.DECIDE):
        return units
    return [unit for unit in units if unit.pk == request.actor.unit_id]
