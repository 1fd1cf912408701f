"""Establish zone — registrér zone: a new zone with its borders and its first decision."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import area_collection, areas, place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.zones import actions
from rundbord.zones.models import Zone
from rundbord.zones.screens.deciders import must_decide_zones
from rundbord.zones.screens.zone_forms import EstablishForm


@screen(Permission.DECIDE_ZONES, writes=True)
def establish_zone(request: SignedInRequest) -> HttpResponse:
    """Register the zone."""
    must_decide_zones(request.actor)
    draft = restored_draft(request)
    form = EstablishForm(
        request.POST if request.method == "POST" else None,
        initial=draft.initial,
        areas=list(areas()),
        places=place_names(),
    )
    if form.is_valid() and (zone := attempt(form, lambda: _act(form, request))):
        return redirect("zones:show_zone", zone.pk)
    context = {"form": form, "draft": draft, "others": area_collection(), "shows_areas": bool(form["areas"].errors)}
    return page(request, "zones/establish_zone.html", context)


def _act(form: EstablishForm, request: SignedInRequest) -> Zone:
    return actions.establish_zone(form.place, form.ruling, overridden=form.overridden, by=request.actor)
