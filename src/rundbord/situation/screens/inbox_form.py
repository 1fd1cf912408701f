"""The filter above the inbox: what is asked for stands in the address, so that going back finds the same list."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict

from rundbord.partnership.models import Area
from rundbord.situation.queries.inbox import InboxFilter
from rundbord.situation.vocabulary import Category, Nature, SourceKind

ALL = [("", "Alle")]
_PERIODS = [("", "Alt"), ("1", "Sidste døgn"), ("3", "3 dage"), ("7", "7 dage"), ("30", "30 dage")]
_ORDERS = [("", "Hastende først"), ("nyeste", "Nyeste først")]


class InboxForm(forms.Form):
    """Each field empty means all."""

    omraade = forms.TypedChoiceField(label="Område", required=False, coerce=UUID, empty_value=None)
    kilde = forms.ChoiceField(label="Kilde", required=False, choices=[*ALL, *SourceKind.choices()])
    kategori = forms.ChoiceField(label="Kategori", required=False, choices=[*ALL, *Category.choices()])
    art = forms.ChoiceField(
        label="Art", required=False, choices=[*ALL, *[(each.value, each.label) for each in Nature][:2]]
    )
    periode = forms.TypedChoiceField(label="Modtaget", required=False, choices=_PERIODS, coerce=int, empty_value=None)
    orden = forms.ChoiceField(label="Rækkefølge", required=False, choices=_ORDERS)
    haster = forms.BooleanField(label="Kun hastende", required=False)
    uplaceret = forms.BooleanField(label="Uden sted", required=False)
    uden_tekst = forms.BooleanField(label="Uden tekst", required=False)

    def __init__(self, query: QueryDict, *, areas: Iterable[Area]) -> None:
        """Read the address; what it asks for and cannot be had counts as not asked for."""
        super().__init__(query)
        self.fields["omraade"].choices = [*ALL, *[(str(area.pk), area.name) for area in areas]]  # type: ignore[attr-defined]
        self.is_valid()

    def wanted(self) -> InboxFilter:
        """Give the filter."""
        asked = self.cleaned_data
        return InboxFilter(
            area_id=asked.get("omraade"),
            source_kind=asked.get("kilde", ""),
            category=asked.get("kategori", ""),
            nature=asked.get("art", ""),
            days=asked.get("periode"),
            newest_first=asked.get("orden") == "nyeste",
            only_urgent=asked.get("haster", False),
            only_unplaced=asked.get("uplaceret", False),
            only_without_text=asked.get("uden_tekst", False),
        )

    def is_narrowed(self) -> bool:
        """Tell whether anything but the order is asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "orden")
