"""Units — enheder: the authority's own, with kind, regime and channels."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity import actions, queries
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Channel, Regime, UnitKind
from rundbord.ui.forms import ChoiceButtons, ChoiceChips
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.seen import SeenForm


class UnitForm(SeenForm):
    """What a unit is."""

    name = forms.CharField(label="Navn", max_length=120)
    kind = forms.ChoiceField(label="Type", choices=[("", "Vælg type"), *UnitKind.choices()])
    regime = forms.ChoiceField(
        label="Lov om personoplysninger",
        choices=Regime.choices,
        widget=ChoiceButtons,
        help_text="Politi og kriminalforsorg følger retshåndhævelsesloven, når de forebygger lovovertrædelser.",
    )
    channels = forms.MultipleChoiceField(
        label="Samarbejder (retsplejelovens § 115)", required=False, choices=Channel.choices, widget=ChoiceChips
    )


@screen(Permission.ADMINISTER_USERS)
def units(request: SignedInRequest) -> HttpResponse:
    """List units by name."""
    listed = [(unit, *_labels(unit)) for unit in queries.own_units(request.actor)]
    return page(request, "identity/units.html", {"units": listed})


@screen(Permission.ADMINISTER_USERS, writes=True)
def create_unit(request: SignedInRequest) -> HttpResponse:
    """Create a unit."""
    is_police = request.actor.authority_kind == AuthorityKind.POLICE
    regime = Regime.LAW_ENFORCEMENT if is_police else Regime.GDPR
    form = UnitForm(request.POST or None, current={}, initial={"regime": regime.value})
    if form.is_valid():
        attempt(form, lambda: actions.create_unit(_terms(form), by=request.actor))
    if form.is_valid():
        return redirect("identity:units")
    return page(request, "identity/create_unit.html", {"form": form})


@screen(Permission.ADMINISTER_USERS, writes=True)
def change_unit(request: SignedInRequest, unit_id: UUID) -> HttpResponse:
    """Change a unit."""
    unit = queries.own_unit(unit_id, request.actor)
    form = UnitForm(request.POST or None, current=_current(unit))
    if form.is_valid():
        attempt(form, lambda: actions.change_unit(unit, _terms(form), by=request.actor))
    if form.is_valid():
        return redirect("identity:units")
    return _unit_page(request, unit, form)


@screen(Permission.ADMINISTER_USERS, writes=True)
def close_unit(request: SignedInRequest, unit_id: UUID) -> HttpResponse:
    """Close a unit, or say why it must stay open."""
    unit = queries.own_unit(unit_id, request.actor)
    if request.method == "POST":
        try:
            actions.close_unit(unit, by=request.actor)
        except Refused as refusal:
            return _unit_page(request, unit, UnitForm(current=_current(unit)), reasons=refusal.reasons[""])
    return redirect("identity:units")


@screen(Permission.ADMINISTER_USERS, writes=True)
def reopen_unit(request: SignedInRequest, unit_id: UUID) -> HttpResponse:
    """Open a closed unit again."""
    unit = queries.own_unit(unit_id, request.actor)
    if request.method == "POST":
        actions.reopen_unit(unit, by=request.actor)
    return redirect("identity:units")


def _unit_page(
    request: SignedInRequest, unit: Unit, form: UnitForm, *, reasons: list[str] | None = None
) -> HttpResponse:
    context = {"form": form, "unit": unit, "reasons": reasons or [], "bearers": queries.bearers_of(unit)}
    return page(request, "identity/change_unit.html", context)


def _current(unit: Unit) -> dict[str, Any]:
    return {"name": unit.name, "kind": unit.kind, "regime": unit.regime, "channels": list(unit.channels)}


def _terms(form: UnitForm) -> actions.UnitTerms:
    fields = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    return actions.UnitTerms(**{**fields, "name": fields["name"].strip()})


def _labels(unit: Unit) -> tuple[str, str, list[str]]:
    channels = [label_of(Channel, channel) for channel in unit.channels]
    return label_of(UnitKind, unit.kind), label_of(Regime, unit.regime), channels
