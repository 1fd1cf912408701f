"""The form over what is known of an incident: used when a report is kept, and when an incident is corrected."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_of, place_names
from rundbord.partnership.rules import Point
from rundbord.situation.rules.incident_facts import IncidentFacts
from rundbord.situation.vocabulary import Category, PointPrecision, TimePrecision
from rundbord.ui.forms import MomentInput
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm

_NO_AREA = [("", "Intet område")]


class IncidentForm(GuardedForm):
    """Heading, category, time, place and certainty; times and places that are left alone keep their precision."""

    guarded: ClassVar[tuple[str, ...]] = ("heading", "place_text")

    heading = forms.CharField(label="Overskrift", max_length=200, help_text="Kort, uden personer og husnumre.")
    category = forms.ChoiceField(label="Kategori", choices=Category.choices())
    starts_at = forms.DateTimeField(label="Begyndte", required=False, widget=MomentInput)
    ends_at = forms.DateTimeField(label="Sluttede", required=False, widget=MomentInput)
    area_id = forms.TypedChoiceField(label="Område", required=False, coerce=UUID, empty_value=None)
    place_text = forms.CharField(
        label="Gade eller sted",
        required=False,
        max_length=160,
        help_text="Uden husnummer. Er intet område valgt, findes det ud fra gaden eller punktet.",
    )
    lat = forms.FloatField(label="Breddegrad", required=False, min_value=54, max_value=58)
    lon = forms.FloatField(label="Længdegrad", required=False, min_value=7, max_value=16)
    is_confirmed = forms.BooleanField(label="Bekræftet", required=False)

    def __init__(self, *args: Any, base: IncidentFacts, **options: Any) -> None:
        """Begin with the facts as they stand or are proposed."""
        initial = {**as_shown(base), **options.pop("initial", {})}
        super().__init__(*args, places=place_names(), initial=initial, **options)
        self.base = base
        areas = Area.objects.filter(closed_at=None).order_by("sort_key").values_list("id", "name")
        chosen = [*_NO_AREA, *[(str(key), name) for key, name in areas]]
        self.fields["area_id"].choices = chosen  # type: ignore[attr-defined]
        for name in ("lat", "lon"):
            self.fields[name].widget.attrs["step"] = "any"

    def facts(self) -> IncidentFacts:
        """Give the facts as corrected."""
        told = {name: self.cleaned_data[name] for name in as_shown(self.base)}
        return replace(
            self.base, **told | self._precisions(told) | {"area_id": told["area_id"] or self._found_area(told)}
        )

    def _precisions(self, told: dict[str, Any]) -> dict[str, str]:
        has_moved = (told["lat"], told["lon"]) != (self.base.lat, self.base.lon)
        point = PointPrecision.POINT.value if told["lat"] is not None else ""
        return {
            "starts_precision": self._precision("starts_at", told),
            "ends_precision": self._precision("ends_at", told),
            "point_precision": point if has_moved else self.base.point_precision,
        }

    def _precision(self, name: str, told: dict[str, Any]) -> str:
        before = getattr(self.base, name)
        # The field shows minutes: seconds that it cannot show are no change.
        is_same = before is not None and told[name] == before.replace(second=0, microsecond=0)
        kept: str = getattr(self.base, f"{name.removesuffix('_at')}_precision")
        return kept if is_same else (TimePrecision.MINUTE.value if told[name] else "")

    def _found_area(self, told: dict[str, Any]) -> UUID | None:
        has_point = told["lat"] is not None and told["lon"] is not None
        point = Point(lat=told["lat"], lon=told["lon"]) if has_point else None
        found = area_of(street=told["place_text"], point=point) if point or told["place_text"] else None
        return found.pk if found else None


class ChangeIncidentForm(SeenForm, IncidentForm):
    """The same over an incident that stands: of two who correct at once none is overwritten unseen."""

    def __init__(self, *args: Any, base: IncidentFacts, **options: Any) -> None:
        """Remember how the incident stood when the form was shown."""
        super().__init__(*args, current=as_shown(base), base=base, **options)


def as_shown(facts: IncidentFacts) -> dict[str, Any]:
    """Give the facts that the form shows."""
    hidden = {"starts_precision", "ends_precision", "point_precision", "town"}
    return {name: value for name, value in asdict(facts).items() if name not in hidden}
