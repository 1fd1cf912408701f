"""Correct zone — ret zone: a decision or a place that was registered wrongly; what stood stays readable beside it."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import area_collection, areas, place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.zones import actions, queries
from rundbord.zones.models import ZoneDecision, ZonePlace
from rundbord.zones.screens.correction_forms import CorrectDecisionForm, CorrectPlaceForm
from rundbord.zones.screens.deciders import must_decide_zones


@screen(Permission.DECIDE_ZONES, writes=True)
def correct_decision(request: SignedInRequest, zone_id: UUID, number: int) -> HttpResponse:
    """Put one link of the chain right; words that another was quicker than are kept."""
    must_decide_zones(request.actor)
    row, draft = queries.zone_row(zone_id), restored_draft(request)
    form = CorrectDecisionForm(
        _posted(request),
        wrong=_link(row, number),
        after=len(row.registered),
        initial=draft.initial,
        places=place_names(),
    )
    if form.is_valid() and attempt(form, lambda: _correct(form, row, number, request)) is not None:
        return redirect("zones:show_zone", zone_id)
    row = _seen(form, queries.zone_row(zone_id))
    context = {"form": form, "draft": draft, "row": row, "links": queries.links_of(row), "number": number}
    return page(request, "zones/correct_decision.html", context)


@screen(Permission.DECIDE_ZONES, writes=True)
def correct_place(request: SignedInRequest, zone_id: UUID) -> HttpResponse:
    """Put right what the zone is and where it lies."""
    must_decide_zones(request.actor)
    row, draft = queries.zone_row(zone_id), restored_draft(request)
    form = CorrectPlaceForm(_posted(request), row=row, initial=draft.initial, areas=list(areas()), places=place_names())
    if form.is_valid() and attempt(form, lambda: _move(form, row, request)) is not None:
        return redirect("zones:show_zone", zone_id)
    row = _seen(form, queries.zone_row(zone_id))
    context = {"form": form, "draft": draft, "row": row, "others": area_collection(), "shows_areas": True}
    return page(request, "zones/correct_place.html", context)


def _posted(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _link(row: queries.ZoneRow, number: int) -> ZoneDecision:
    found = next((link for link in row.chain if link.number == number), None)
    if found is None:
        raise Http404
    return found


def _correct(form: CorrectDecisionForm, row: queries.ZoneRow, number: int, request: SignedInRequest) -> ZoneDecision:
    return actions.correct_decision(
        row.zone,
        number,
        form.ruling(),
        why=form.cleaned_data["corrected_why"],
        happened=form.happened_then,
        after=form.cleaned_data["after"],
        overridden=form.overridden,
        by=request.actor,
    )


def _move(form: CorrectPlaceForm, row: queries.ZoneRow, request: SignedInRequest) -> ZonePlace:
    return actions.correct_place(
        row.zone,
        form.place,
        why=form.cleaned_data["corrected_why"],
        seen=form.cleaned_data["version"],
        overridden=form.overridden,
        by=request.actor,
    )


def _seen(form: forms.Form, row: queries.ZoneRow) -> queries.ZoneRow:
    """Let what is shown now count as seen when the form is sent again."""
    if form.is_bound:
        data = cast(Any, form.data).copy()
        data["after"], data["version"] = len(row.registered), row.place_version
        form.data = data
    return row
