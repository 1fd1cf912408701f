"""Two people or offices outside the system, each by what they are and by name: to be told, or agreed to."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.sharing.rules.outsiders import OUTSIDERS_TO_TELL
from rundbord.sharing.vocabulary import Capacity
from rundbord.web.person_fields import name_field

_NUMBERS = (1, 2)
_KINDS = [("", "Ingen"), *((each.value, each.label) for each in OUTSIDERS_TO_TELL)]


class WithOutsiders(forms.Form):
    """The fields of a form that names outsiders."""

    outside_kind_1 = forms.ChoiceField(label="En uden for Rundbord", required=False, choices=_KINDS)
    outside_name_1 = name_field("Navn", required=False)
    outside_kind_2 = forms.ChoiceField(label="Endnu en uden for Rundbord", required=False, choices=_KINDS)
    outside_name_2 = name_field("Navn", required=False)

    def clean(self) -> dict[str, Any]:
        """Want a name with each outsider, and each only once."""
        given: dict[str, Any] = super().clean() or {}
        for number in _NUMBERS:
            if given.get(f"outside_kind_{number}") and not given.get(f"outside_name_{number}"):
                self.add_error(f"outside_name_{number}", "Skriv, hvem det er.")
            if given.get(f"outside_name_{number}") and not given.get(f"outside_kind_{number}"):
                self.add_error(f"outside_kind_{number}", "Vælg, hvad modtageren er.")
        names = [name for _, name in outsiders_in(given)]
        if len(set(names)) != len(names):
            self.add_error("outside_name_2", "Modtageren står her allerede.")
        return given


def outsiders_in(given: dict[str, Any]) -> tuple[tuple[Capacity, str], ...]:
    """Give the outsiders that were named."""
    told = ((given.get(f"outside_kind_{each}"), given.get(f"outside_name_{each}")) for each in _NUMBERS)
    return tuple((Capacity(kind), name) for kind, name in told if kind and name)
