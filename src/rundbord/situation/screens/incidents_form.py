"""The filter above the incidents; the same address filters list, map, number and spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone

from rundbord.partnership.models import Area
from rundbord.situation.queries.incidents import IncidentFilter
from rundbord.situation.vocabulary import Category, Nature
from rundbord.ui.forms import DayInput
from rundbord.vocabulary import label_of

SINCE_LAST_PICTURE, CUSTOM = "billede", "valgt"
_ALL = [("", "Alle")]
_PERIODS = [
    ("", "Alt"),
    (SINCE_LAST_PICTURE, "Siden sidste billede"),
    ("1", "Sidste døgn"),
    ("7", "7 dage"),
    ("30", "30 dage"),
    (CUSTOM, "Vælg datoer"),
]
_CERTAINTY = [("", "Alle"), ("ja", "Bekræftet"), ("nej", "Ubekræftet")]
_STATES = [("", "Alle"), ("aaben", "Åbne"), ("lukket", "Afsluttede")]
_READERS = [("", "Alle, du kan læse"), ("alle", "Dem, alle parter kan læse")]
_TRUTH = {"ja": True, "nej": False, "aaben": True, "lukket": False}


class IncidentsForm(forms.Form):
    """Each field empty means all."""

    sted = forms.CharField(label="Sted begynder med", required=False, max_length=160)
    omraade = forms.TypedChoiceField(label="Område", required=False, coerce=UUID, empty_value=None)
    kategori = forms.ChoiceField(label="Kategori", required=False, choices=[*_ALL, *Category.choices()])
    periode = forms.ChoiceField(label="Periode", required=False, choices=_PERIODS)
    fra = forms.DateField(label="Fra", required=False, widget=DayInput)
    til = forms.DateField(label="Til og med", required=False, widget=DayInput)
    art = forms.ChoiceField(
        label="Art", required=False, choices=[*_ALL, *[(each.value, each.label) for each in Nature][:2]]
    )
    bekraeftet = forms.ChoiceField(label="Sikkerhed", required=False, choices=_CERTAINTY)
    status = forms.ChoiceField(label="Status", required=False, choices=_STATES)
    laeses = forms.ChoiceField(label="Læses af", required=False, choices=_READERS)

    def __init__(self, query: QueryDict, *, areas: Iterable[Area]) -> None:
        """Read the address; what it asks for and cannot be had counts as not asked for."""
        super().__init__(query)
        self.area_names = {str(area.pk): area.name for area in areas}
        self.fields["omraade"].choices = [*_ALL, *self.area_names.items()]  # type: ignore[attr-defined]
        self.is_valid()

    def wanted(self, *, last_picture_at: datetime | None) -> IncidentFilter:
        """Give the filter; days are Danish calendar days, the last included."""
        asked = self.cleaned_data
        since, until = self._period(last_picture_at)
        return IncidentFilter(
            area_id=asked.get("omraade"),
            category=asked.get("kategori", ""),
            nature=asked.get("art", ""),
            confirmed=_TRUTH.get(asked.get("bekraeftet", "")),
            is_open=_TRUTH.get(asked.get("status", "")),
            since=since,
            until=until,
            place=asked.get("sted", ""),
            is_common=bool(asked.get("laeses")),
        )

    def is_narrowed(self) -> bool:
        """Tell whether anything is asked for."""
        return any(self.cleaned_data.values())

    def in_words(self) -> list[str]:
        """Write the filter, for a sheet that has left the screen."""
        asked = self.cleaned_data
        told = {
            "Sted": asked.get("sted", ""),
            "Område": self.area_names.get(str(asked.get("omraade") or ""), ""),
            "Kategori": label_of(Category, asked["kategori"]) if asked.get("kategori") else "",
            "Periode": dict(_PERIODS)[asked["periode"]] if asked.get("periode") else "",
            "Fra": f"{asked['fra']:%d.%m.%Y}" if asked.get("fra") else "",
            "Til og med": f"{asked['til']:%d.%m.%Y}" if asked.get("til") else "",
            "Art": label_of(Nature, asked["art"]) if asked.get("art") else "",
            "Sikkerhed": dict(_CERTAINTY)[asked["bekraeftet"]] if asked.get("bekraeftet") else "",
            "Status": dict(_STATES)[asked["status"]] if asked.get("status") else "",
            "Læses af": dict(_READERS)[asked["laeses"]] if asked.get("laeses") else "",
        }
        return [f"{name}: {words}" for name, words in told.items() if words]

    def _period(self, last_picture_at: datetime | None) -> tuple[datetime | None, datetime | None]:
        asked = self.cleaned_data
        period = asked.get("periode", "")
        if period == SINCE_LAST_PICTURE:
            return last_picture_at, None
        if period.isdecimal():
            return timezone.now() - timedelta(days=int(period)), None
        fra, til = asked.get("fra"), asked.get("til")
        since = timezone.make_aware(datetime.combine(fra, time.min)) if fra else None
        until = timezone.make_aware(datetime.combine(til + timedelta(days=1), time.min)) if til else None
        return since, until
