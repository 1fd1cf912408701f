"""Import areas — indlæs områder: outlines from a GeoJSON file, looked through on a map before they are saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.models import Authority
from rundbord.partnership import actions, queries
from rundbord.partnership.rules.area_files import AreaFile, ProposedArea, UnreadableAreas, area_file, proposed_areas
from rundbord.partnership.vocabulary import AreaKind
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.uploaded_tables import MOST_BYTES

TOO_LARGE = "Filen er for stor. Den må højst fylde 5 MB. Forenkl omridsene, og prøv igen."


def _municipality_field() -> forms.ModelChoiceField[Authority]:
    return forms.ModelChoiceField(Authority.objects.none(), label="Ligger i", empty_label="Vælg kommune")


class ImportAreasForm(forms.Form):
    """A file, which property names the areas, and what they have in common."""

    file = forms.FileField(label="GeoJSON-fil", required=False, help_text="WGS 84 (EPSG:4326), højst 5 MB.")
    authority = _municipality_field()
    kind = forms.ChoiceField(label="Type", choices=AreaKind.choices, initial=AreaKind.DISTRICT.value)
    name_property = forms.ChoiceField(label="Navnet står i", required=False)
    content = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Let the file's text take the place of what was uploaded before."""
        fields = super().clean() or {}
        upload = fields.get("file")
        if upload and upload.size > MOST_BYTES:
            self.add_error("file", TOO_LARGE)
        elif upload:
            fields["content"] = upload.read().decode("utf-8-sig", errors="replace")
        elif not fields.get("content"):
            self.add_error("file", "Vælg en fil.")
        return fields


@screen(Permission.EDIT_AREAS, writes=True)
def import_areas(request: SignedInRequest) -> HttpResponse:
    """Show what would be imported on a map and in a table; import it when asked to."""
    form = ImportAreasForm(request.POST or None, request.FILES or None)
    form.fields["authority"].queryset = queries.municipalities()  # type: ignore[attr-defined]
    file = _read(form, request) if request.method == "POST" else None
    proposed = _proposed(form, file, request) if file else []
    if proposed and "apply" in request.POST and not any(area.errors for area in proposed):
        attempt(form, lambda: actions.import_areas(_terms(proposed, form), by=request.actor))
        if form.is_valid():
            return redirect("partnership:areas")
    context = {"form": form, "proposed": proposed, "wrong": sum(1 for area in proposed if area.errors)}
    return page(request, "partnership/import_areas.html", context | {"collection": _preview(proposed)})


def _read(form: ImportAreasForm, request: SignedInRequest) -> AreaFile | None:
    """Read the file before the form is judged whole: its properties are choices of the form."""
    form.fields["name_property"].choices = [(name, name) for name in request.POST.getlist("name_property")]  # type: ignore[attr-defined]
    if not form.is_valid():
        return None
    try:
        return area_file(form.cleaned_data["content"])
    except UnreadableAreas as error:
        form.add_error("file", str(error))
        return None


def _proposed(form: ImportAreasForm, file: AreaFile, request: SignedInRequest) -> list[ProposedArea]:
    chosen = form.cleaned_data.get("name_property") or file.likely_name_property
    chosen = chosen if chosen in file.properties else file.likely_name_property
    form.fields["name_property"].choices = [(name, name) for name in file.properties]  # type: ignore[attr-defined]
    data = request.POST.copy()
    data["content"], data["name_property"] = form.cleaned_data["content"], chosen
    form.data = data
    return proposed_areas(file, name_property=chosen, existing=queries.outlines_by_name())


def _terms(proposed: list[ProposedArea], form: ImportAreasForm) -> list[actions.AreaTerms]:
    fields = form.cleaned_data
    return [
        actions.AreaTerms(
            name=area.name, kind=fields["kind"], authority=fields["authority"], outline=dict(area.outline or {})
        )
        for area in proposed
    ]


def _preview(proposed: list[ProposedArea]) -> dict[str, Any]:
    features = [
        {"type": "Feature", "geometry": area.outline, "properties": {"label": area.name, "kind": "other"}}
        for area in proposed
        if area.outline and not area.errors
    ]
    return {"type": "FeatureCollection", "features": features}
