"""Choices and fields that several screens of administration offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.identity import queries
from rundbord.identity.models import Unit
from rundbord.identity.rules import roles_of
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.ui.forms import DayInput


def unit_choices(units: Iterable[Unit]) -> list[tuple[str, str]]:
    """Offer units by name."""
    return [(str(unit.pk), f"{unit.name} (lukket)" if unit.closed_at else unit.name) for unit in units]


def role_choices(actor: Actor, *, but: frozenset[Role] = frozenset()) -> list[tuple[str, str]]:
    """Offer the roles that exist in the actor's kind of authority."""
    roles = roles_of(AuthorityKind(actor.authority_kind))
    return [("", "Vælg rolle"), *((role.value, role.label) for role in roles if role not in but)]


def unit_field(label: str = "Enhed") -> forms.ModelChoiceField[Unit]:
    """Ask for one unit; the form fills in the actor's own open ones."""
    return forms.ModelChoiceField(Unit.objects.none(), label=label, empty_label="Vælg enhed")


class UnitAndRoleForm(forms.Form):
    """Where somebody works, and as what."""

    unit = unit_field()
    role = forms.TypedChoiceField(label="Rolle", coerce=Role)

    def __init__(self, *args: Any, actor: Actor, but: frozenset[Role] = frozenset(), **options: Any) -> None:
        """Offer own units and roles."""
        super().__init__(*args, **options)
        self.fields["unit"].queryset = queries.open_units(actor)  # type: ignore[attr-defined]
        self.fields["role"].choices = role_choices(actor, but=but)  # type: ignore[attr-defined]


class PeriodForm(forms.Form):
    """First and last day."""

    starts_on = forms.DateField(label="Første dag", widget=DayInput)
    ends_on = forms.DateField(
        label="Sidste dag",
        required=False,
        widget=DayInput,
        help_text="Lad feltet stå tomt, hvis der ingen slutdato er.",
    )
