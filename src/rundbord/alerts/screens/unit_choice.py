"""Choosing units: check boxes grouped by authority, with the rows behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area


def offer_units(field: forms.Field, units: Iterable[Unit]) -> dict[str, Unit]:
    """Fill the field with units by authority; give the units by their key."""
    listed = list(units)
    groups: dict[str, list[tuple[str, str]]] = {}
    for unit in listed:
        groups.setdefault(unit.authority.name, []).append((str(unit.pk), unit.name))
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — a field of choices by declaration
    field.choices = list(groups.items())
    return {str(unit.pk): unit for unit in listed}


def offer_areas(field: forms.Field, areas: Iterable[Area]) -> dict[str, Area]:
    """Fill the field with areas; give the areas by their key."""
    listed = list(areas)
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — a field of choices by declaration
    field.choices = [("", "Intet bestemt område"), *((str(area.pk), area.name) for area in listed)]
    return {str(area.pk): area for area in listed}


def chosen(rows: dict[str, Any], keys: Collection[str]) -> list[Any]:
    """Give the rows of the chosen keys, in the order that they were offered."""
    return [row for key, row in rows.items() if key in keys]
