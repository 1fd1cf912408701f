"""The filter above the register; the same address filters the list, the spreadsheet and the paper."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area, Forum
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.tasks.queries import Wanted
from rundbord.tasks.vocabulary import RegisterState
from rundbord.vocabulary import label_of


class RegisterForm(forms.Form):
    """Where decisions stand, which unit owns them, which area they are about."""

    stand = forms.ChoiceField(label="Stand", required=False, choices=RegisterState.choices())
    enhed = forms.ChoiceField(label="Enhed", required=False)
    omraade = forms.ChoiceField(label="Område", required=False)
    forum = forms.ChoiceField(label="Forum", required=False)

    def __init__(
        self, query: QueryDict, *, units: Iterable[Unit], areas: Iterable[Area], forums: Iterable[Forum]
    ) -> None:
        """Read the address; what it asks for and cannot be had counts as not asked for."""
        super().__init__(query)
        self.units = offer_units(self.fields["enhed"], units, nothing="Alle enheder")
        self.areas = offer_areas(self.fields["omraade"], areas, nothing="Alle områder")
        self.forums = {str(forum.pk): forum.name for forum in forums}
        self.fields["forum"].choices = [("", "Alle fora"), *self.forums.items()]  # type: ignore[attr-defined]
        self.is_valid()

    def wanted(self) -> Wanted:
        """Give the filter; open decisions where nothing is said."""
        asked = self.cleaned_data
        return Wanted(
            state=RegisterState(asked.get("stand") or RegisterState.OPEN),
            owner_id=_key(asked.get("enhed")),
            area_id=_key(asked.get("omraade")),
            forum_id=_key(asked.get("forum")),
        )

    def in_words(self) -> str:
        """Write the filter, for paper."""
        asked = self.cleaned_data
        unit, area = self.units.get(asked.get("enhed") or ""), self.areas.get(asked.get("omraade") or "")
        told = [label_of(RegisterState, self.wanted().state), unit.name if unit else "", area.name if area else ""]
        told.append(self.forums.get(asked.get("forum") or "", ""))
        return " · ".join(word for word in told if word)


def _key(text: str | None) -> UUID | None:
    return UUID(text) if text else None
