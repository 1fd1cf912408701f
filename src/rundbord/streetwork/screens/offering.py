"""Choices that forms of a shift offer, with the rows behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from django import forms

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.streetwork.queries.staff import Colleague

Row = TypeVar("Row")


def offer_areas(field: forms.Field, areas: Iterable[Area], *, empty: str = "") -> dict[str, Area]:
    """Fill the field with areas; `empty` is the first choice of a list to unfold."""
    listed = {str(area.pk): area for area in areas}
    first = [("", empty)] if empty else []
    _fill(field, [*first, *((key, area.name) for key, area in listed.items())])
    return listed


def offer_units(field: forms.Field, units: Iterable[Unit]) -> dict[str, Unit]:
    """Fill the field with units by authority."""
    listed = {str(unit.pk): unit for unit in units}
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, unit in listed.items():
        groups.setdefault(unit.authority.name, []).append((key, unit.name))
    _fill(field, [("", "Vælg enhed"), *groups.items()])
    return listed


def offer_staff(field: forms.Field, staff: Iterable[Colleague]) -> dict[str, Colleague]:
    """Fill the field with colleagues; those of other units with the name of theirs."""
    listed = {str(each.user_id): each for each in staff}
    _fill(
        field,
        [(key, each.label if each.is_own_unit else f"{each.label} ({each.unit_name})") for key, each in listed.items()],
    )
    return listed


def chosen(rows: Mapping[str, Row], keys: Collection[str]) -> list[Row]:
    """Give the rows of the chosen keys, in the order that they were offered."""
    return [row for key, row in rows.items() if key in keys]


def _fill(field: forms.Field, choices: list[Any]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — a field of choices by declaration
    field.choices = choices
