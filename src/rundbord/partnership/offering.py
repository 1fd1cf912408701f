"""Fields of a form that offer the units and the areas of a partnership; each function gives the rows by their keys."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area


def offer_units(field: forms.Field, units: Iterable[Unit], *, nothing: str = "Vælg enhed") -> dict[str, Unit]:
    """Let a field offer units, grouped by authority; `nothing` stands first unless it is empty."""
    listed = list(units)
    groups: dict[str, list[tuple[str, str]]] = {}
    for unit in listed:
        groups.setdefault(unit.authority.name, []).append((str(unit.pk), unit.name))
    _choices(field, [*([("", nothing)] if nothing else []), *groups.items()])
    return {str(unit.pk): unit for unit in listed}


def offer_areas(field: forms.Field, areas: Iterable[Area], *, nothing: str = "Intet bestemt område") -> dict[str, Area]:
    """Let a field offer areas; `nothing` stands first unless it is empty."""
    listed = list(areas)
    _choices(field, [*([("", nothing)] if nothing else []), *((str(area.pk), area.name) for area in listed)])
    return {str(area.pk): area for area in listed}


def _choices(field: forms.Field, choices: list[object]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared by the form
    field.choices = choices  # type: ignore[assignment]
