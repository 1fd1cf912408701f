"""Cancel coming event — aflys en kommende begivenhed, with the reason."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.zones import actions, queries
from rundbord.zones.models import ComingEvent


class CancelForm(GuardedForm):
    """Why it does not take place."""

    guarded: ClassVar[tuple[str, ...]] = ("reason",)

    reason = forms.CharField(label="Hvorfor aflyses den?", max_length=300, help_text="Ingen personer.")


@screen(Permission.EDIT_COMING_EVENTS, writes=True)
def cancel_coming_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Call the event off."""
    draft = restored_draft(request)
    is_sent = request.method == "POST"
    event = queries.coming_event_to_change(event_id) if is_sent else queries.coming_event(event_id)
    form = CancelForm(request.POST if is_sent else None, initial=draft.initial, places=place_names())
    if form.is_valid():
        attempt(form, lambda: _act(form, event, request))
    if form.is_valid():
        return redirect("zones:coming_events")
    return page(request, "zones/cancel_coming_event.html", {"form": form, "draft": draft, "event": event})


def _act(form: CancelForm, event: ComingEvent, request: SignedInRequest) -> None:
    actions.cancel_coming_event(event, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor)
