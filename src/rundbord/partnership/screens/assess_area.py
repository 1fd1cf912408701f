"""Assess area — vurder område: the own side's word, with a reason."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership import actions, queries
from rundbord.partnership.vocabulary import AreaStatus
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class AssessAreaForm(GuardedForm):
    """A status and its reason."""

    guarded = ("reason",)
    status = forms.TypedChoiceField(label="Status", coerce=AreaStatus, choices=AreaStatus.choices, widget=ChoiceButtons)
    reason = forms.CharField(
        label="Begrundelse",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hvad bygger vurderingen på? Skriv om stedet, ikke om personer.",
    )


@screen(Permission.ASSESS_AREA, writes=True)
def assess_area(request: SignedInRequest, area_id: UUID) -> HttpResponse:
    """Say how the area stands, for the own side."""
    area = queries.area(area_id)
    draft = restored_draft(request)
    form = AssessAreaForm(request.POST or None, initial=draft.initial, places=queries.place_names())
    if form.is_valid():
        attempt(
            form,
            lambda: actions.assess_area(area, **form.cleaned_data, overridden=form.overridden, by=request.actor),
        )
    if form.is_valid():
        return redirect("partnership:show_area", area.pk)
    context = {"form": form, "area": area, "standing": queries.standing_of(area), "saved_at": draft.saved_at}
    return page(request, "partnership/assess_area.html", context)
