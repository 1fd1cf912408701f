"""Change incident — ret hændelse; and the small changes: confirm, close, open again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import area_collection
from rundbord.situation import actions
from rundbord.situation.models import Incident
from rundbord.situation.queries.incidents import incident_of
from rundbord.situation.queries.proposals import facts_of
from rundbord.situation.screens.incident_form import ChangeIncidentForm
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.TRIAGE, writes=True)
def change_incident(request: SignedInRequest, incident_id: UUID) -> HttpResponse:
    """Correct the facts; whoever was overtaken sees both wordings before saving again."""
    incident = incident_of(request.actor, incident_id)
    draft = restored_draft(request)
    form = ChangeIncidentForm(request.POST or None, base=facts_of(incident), initial=draft.initial)
    if form.is_valid():
        changed = attempt(
            form,
            lambda: actions.change_incident(incident, facts=form.facts(), overridden=form.overridden, by=request.actor),
        )
        if changed is not None:
            return HttpResponseRedirect(_address(incident))
    context = {"form": form, "incident": incident, "areas": area_collection(), "draft_saved_at": draft.saved_at}
    return page(request, "situation/change_incident.html", context)


@screen(Permission.TRIAGE, writes=True)
def confirm_incident(request: SignedInRequest, incident_id: UUID) -> HttpResponse:
    """Confirm, or take the confirmation back."""
    is_confirmed = request.POST.get("bekraeftet") == "ja"
    return _act(
        request, incident_id, lambda row: actions.confirm_incident(row, is_confirmed=is_confirmed, by=request.actor)
    )


@screen(Permission.TRIAGE, writes=True)
def close_incident(request: SignedInRequest, incident_id: UUID) -> HttpResponse:
    """Close the incident."""
    return _act(request, incident_id, lambda row: actions.close_incident(row, by=request.actor))


@screen(Permission.TRIAGE, writes=True)
def reopen_incident(request: SignedInRequest, incident_id: UUID) -> HttpResponse:
    """Open the incident again."""
    return _act(request, incident_id, lambda row: actions.reopen_incident(row, by=request.actor))


def _act(request: SignedInRequest, incident_id: UUID, act: Callable[[Incident], object]) -> HttpResponse:
    incident = incident_of(request.actor, incident_id)
    address = _address(incident)
    if request.method == "POST":
        try:
            with transaction.atomic(using=current_login()):
                act(incident)
        except Refused:
            address = f"{address}?afvist=1"
    return HttpResponseRedirect(address)


def _address(incident: Incident) -> str:
    return reverse("situation:show_incident", args=[incident.pk])
