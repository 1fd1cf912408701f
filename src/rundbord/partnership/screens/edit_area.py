"""Edit area — tegn eller ret område: name, kind, municipality, outline and streets."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.identity.models import Authority
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Area
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import AreaKind
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import OutlineField
from rundbord.web.seen import SeenForm

_MOST_IN_STREET = 120


def _municipality_field() -> forms.ModelChoiceField[Authority]:
    return forms.ModelChoiceField(Authority.objects.none(), label="Ligger i", empty_label="Vælg kommune")


class AreaForm(SeenForm):
    """What an area is, and where."""

    name = forms.CharField(label="Navn", max_length=120)
    kind = forms.ChoiceField(label="Type", choices=[("", "Vælg type"), *AreaKind.choices()])
    authority = _municipality_field()
    outline = OutlineField(
        label="Omrids som GeoJSON",
        required=False,
        help_text="Udfyldes af kortet. Du kan også indsætte et omrids her.",
    )
    streets = forms.CharField(
        label="Gader",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Én gade pr. linje, uden husnumre. Står gaden i en indberetning, placeres den her.",
    )

    def clean_streets(self) -> tuple[str, ...]:
        """Take one street a line, each once."""
        names = [" ".join(line.split()) for line in self.cleaned_data["streets"].splitlines() if line.strip()]
        if too_long := [name for name in names if len(name) > _MOST_IN_STREET]:
            raise forms.ValidationError(f"»{too_long[0][:40]}…« er for langt til at være et gadenavn.")
        return tuple({street_key(name): name for name in names}.values())


@screen(Permission.EDIT_AREAS, writes=True)
def create_area(request: SignedInRequest) -> HttpResponse:
    """Draw a new area."""
    draft = restored_draft(request)
    own = {"authority": request.actor.authority_id}
    form = AreaForm(request.POST or None, current={}, initial={**own, **draft.initial})
    form.fields["authority"].queryset = queries.municipalities()  # type: ignore[attr-defined]
    if form.is_valid() and (area := attempt(form, lambda: actions.create_area(_terms(form), by=request.actor))):
        return redirect("partnership:show_area", area.pk)
    context = {"form": form, "others": queries.area_collection(), "saved_at": draft.saved_at}
    return page(request, "partnership/create_area.html", context)


@screen(Permission.EDIT_AREAS, writes=True)
def change_area(request: SignedInRequest, area_id: UUID) -> HttpResponse:
    """Change an area."""
    area = queries.area(area_id)
    draft = restored_draft(request)
    form = AreaForm(request.POST or None, current=_current(area), initial=draft.initial)
    form.fields["authority"].queryset = queries.municipalities()  # type: ignore[attr-defined]
    if form.is_valid():
        attempt(form, lambda: actions.change_area(area, _terms(form), by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_area", area.pk)
    others = queries.area_collection(queries.areas().exclude(pk=area.pk))
    context = {"form": form, "area": area, "others": others, "saved_at": draft.saved_at}
    return page(request, "partnership/change_area.html", context)


@screen(Permission.EDIT_AREAS, writes=True)
def close_area(request: SignedInRequest, area_id: UUID) -> HttpResponse:
    """Close an area."""
    area = queries.area(area_id)
    if request.method != "POST":
        return redirect("partnership:show_area", area.pk)
    actions.close_area(area, by=request.actor)
    return redirect("partnership:areas")


def _terms(form: AreaForm) -> actions.AreaTerms:
    fields = form.cleaned_data
    return actions.AreaTerms(
        name=" ".join(fields["name"].split()),
        kind=fields["kind"],
        authority=fields["authority"],
        outline=fields["outline"],
        streets=fields["streets"],
    )


def _current(area: Area) -> dict[str, Any]:
    return {
        "name": area.name,
        "kind": area.kind,
        "authority": area.authority_id,
        "outline": json.dumps(area.outline) if area.outline else "",
        "streets": "\n".join(street.name for street in queries.streets_of(area)),
    }
