"""Write coming event — opret eller ret en kommende begivenhed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import areas, place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.zones import actions, queries
from rundbord.zones.models import ComingEvent
from rundbord.zones.screens.event_form import ChangeEventForm, EventForm


@screen(Permission.EDIT_COMING_EVENTS, writes=True)
def add_coming_event(request: SignedInRequest) -> HttpResponse:
    """Add an event."""
    draft = restored_draft(request)
    data = request.POST if request.method == "POST" else None
    form = EventForm(data, initial=draft.initial, areas=list(areas()), places=place_names())
    if form.is_valid() and (event := attempt(form, lambda: _add(form, request))):
        return _to_list(event)
    return page(request, "zones/add_coming_event.html", {"form": form, "draft": draft})


@screen(Permission.EDIT_COMING_EVENTS, writes=True)
def change_coming_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Change an event; of two who do so at once none is overwritten unseen."""
    draft = restored_draft(request)
    is_sent = request.method == "POST"
    event = queries.coming_event_to_change(event_id) if is_sent else queries.coming_event(event_id)
    data = request.POST if is_sent else None
    form = ChangeEventForm(data, event=event, initial=draft.initial, areas=list(areas()), places=place_names())
    if form.is_valid():
        attempt(form, lambda: _change(form, event, request))
    if form.is_valid():
        return _to_list(event)
    return page(request, "zones/change_coming_event.html", {"form": form, "draft": draft, "event": event})


def _add(form: EventForm, request: SignedInRequest) -> ComingEvent:
    audience = Audience(form.cleaned_data["audience"])
    return actions.add_coming_event(form.terms, audience=audience, overridden=form.overridden, by=request.actor)


def _change(form: ChangeEventForm, event: ComingEvent, request: SignedInRequest) -> None:
    actions.change_coming_event(event, form.terms, overridden=form.overridden, by=request.actor)


def _to_list(event: ComingEvent) -> HttpResponseRedirect:
    """Lead to the list in which the event stands."""
    shown = queries.list_of(event)
    return redirect(f"{reverse('zones:coming_events')}?vis={shown}#{event.pk}")
