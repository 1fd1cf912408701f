"""Prolong zone — forlæng zone: first whether it is still needed, then for how long and why."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import RestoredDraft, restored_draft
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.zones import actions, queries
from rundbord.zones.models import ZoneDecision
from rundbord.zones.screens.deciders import must_decide_zones
from rundbord.zones.screens.zone_forms import EndForm, ProlongForm


@screen(Permission.DECIDE_ZONES, writes=True)
def prolong_zone(request: SignedInRequest, zone_id: UUID) -> HttpResponse:
    """Prolong the zone; words that another was quicker than are kept."""
    must_decide_zones(request.actor)
    row, draft = queries.zone_row(zone_id), restored_draft(request)
    form = ProlongForm(_given(request), initial=_initial(row, draft), places=place_names())
    if form.is_valid() and attempt(form, lambda: _prolong(form, row, request)) is not None:
        return redirect("zones:show_zone", zone_id)
    return _again(request, "zones/prolong_zone.html", form, draft=draft, zone_id=zone_id)


@screen(Permission.DECIDE_ZONES, writes=True)
def end_zone(request: SignedInRequest, zone_id: UUID) -> HttpResponse:
    """End the zone ahead of its time."""
    must_decide_zones(request.actor)
    row, draft = queries.zone_row(zone_id), restored_draft(request)
    form = EndForm(_given(request), initial=_initial(row, draft), places=place_names())
    if form.is_valid() and attempt(form, lambda: _end(form, row, request)) is not None:
        return redirect("zones:show_zone", zone_id)
    return _again(request, "zones/end_zone.html", form, draft=draft, zone_id=zone_id)


def _given(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _initial(row: queries.ZoneRow, draft: RestoredDraft) -> dict[str, Any]:
    """Begin with the clock time of the last end, and the title that decided then."""
    ends_at = timezone.localtime(row.newest.ends_at)
    newest = {"ends_clock": ends_at.time(), "decided_by": row.newest.decided_by, "after": len(row.registered)}
    return {"decided_on": timezone.localdate(), **newest, **draft.initial}


def _prolong(form: ProlongForm, row: queries.ZoneRow, request: SignedInRequest) -> ZoneDecision:
    return actions.prolong_zone(
        row.zone,
        form.ruling_from(row.newest.ends_at),
        form.answer,
        after=form.cleaned_data["after"],
        overridden=form.overridden,
        by=request.actor,
    )


def _end(form: EndForm, row: queries.ZoneRow, request: SignedInRequest) -> ZoneDecision:
    return actions.end_zone(
        row.zone, form.ruling, after=form.cleaned_data["after"], overridden=form.overridden, by=request.actor
    )


def _again(
    request: SignedInRequest, template: str, form: forms.Form, *, draft: RestoredDraft, zone_id: UUID
) -> HttpResponse:
    """Show the form with the chain as it stands now; what is shown then counts as seen."""
    row = queries.zone_row(zone_id)
    if form.is_bound:
        data = cast(Any, form.data).copy()
        data["after"] = len(row.registered)
        form.data = data
    return page(request, template, {"form": form, "draft": draft, "row": row, "links": queries.links_of(row)})
