"""Forms in which the police put right what was registered wrongly: they begin with what stands, and ask why."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from rundbord.ui.forms import ClockInput, DayInput
from rundbord.web.fields import SentBackField
from rundbord.zones.actions import Ruling
from rundbord.zones.models import ZoneDecision
from rundbord.zones.queries import ZoneRow
from rundbord.zones.screens.zone_fields import (
    DatedForm,
    PlaceForm,
    decided_by_field,
    decided_on_field,
    link_field,
    reasons_field,
)
from rundbord.zones.vocabulary import Step


def _why() -> forms.CharField:
    return forms.CharField(
        label="Hvad var forkert, og hvordan blev det opdaget?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kan læses af alle parter sammen med det, der stod. Ingen personer.",
    )


class CorrectDecisionForm(DatedForm):
    """One link of the chain; a prolongation begins where the one before it ends, and an end has one moment."""

    guarded: ClassVar[tuple[str, ...]] = ("happened", "reasons", "decided_by", "corrected_why")

    starts_on = forms.DateField(label="Gælder fra", widget=DayInput)
    starts_clock = forms.TimeField(label="Fra kl.", widget=ClockInput)
    ends_on = forms.DateField(label="Gælder til", widget=DayInput)
    ends_clock = forms.TimeField(label="Til kl.", widget=ClockInput)
    happened = forms.CharField(
        label="Hvad var der sket siden sidste beslutning?", max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    reasons = reasons_field("Begrundelse")
    decided_by = decided_by_field()
    decided_on = decided_on_field()
    link = link_field("Hele adressen, med https://.")
    corrected_why = _why()
    after = SentBackField(min_value=1)

    def __init__(self, *args: Any, wrong: ZoneDecision, after: int, **options: Any) -> None:
        """Begin with what stands; leave out what such a link does not have."""
        self.wrong = wrong
        options["initial"] = {**_standing(wrong), "after": after, **dict(options.get("initial") or {})}
        super().__init__(*args, **options)
        for name in _LEFT_OUT[Step(wrong.step)]:
            del self.fields[name]
        if wrong.step == Step.ENDED:
            self.fields["ends_on"].label = "Ophævet den"
            self.fields["ends_clock"].label = "Ophævet kl."

    def clean(self) -> None:
        """Make moments of days and clock times; a minute that was not touched keeps its seconds."""
        super().clean()
        self.starts_at, self.ends_at = self._moment("starts", is_end=False), self._moment("ends", is_end=True)

    def ruling(self) -> Ruling:
        """Give the decision as it should have been registered."""
        assert self.ends_at  # noqa: S101 — asked for by the fields
        begins = self.ends_at if self.wrong.step == Step.ENDED else self.starts_at or self.wrong.starts_at
        return self.ruling_between(begins, self.ends_at)

    @property
    def happened_then(self) -> str:
        """What had happened before a prolongation."""
        return str(self.cleaned_data.get("happened", self.wrong.happened))

    def _moment(self, name: str, *, is_end: bool) -> datetime | None:
        given = self.moment(name, is_end=is_end)
        stood: datetime = self.wrong.ends_at if is_end else self.wrong.starts_at
        return stood if given is not None and _minute(given) == _minute(stood) else given


class CorrectPlaceForm(PlaceForm):
    """What a zone is and where, as it should have been registered."""

    guarded: ClassVar[tuple[str, ...]] = ("name", "borders", "corrected_why")

    corrected_why = _why()
    version = SentBackField(min_value=1)

    def __init__(self, *args: Any, row: ZoneRow, **options: Any) -> None:
        """Begin with what stands."""
        place = row.place
        stands = {
            "kind": place.kind,
            "name": place.name,
            "borders": place.borders,
            "outline": json.dumps(place.outline) if place.outline else "",
            "areas": [str(key) for key in row.area_ids],
            "version": row.place_version,
        }
        options["initial"] = {**stands, **dict(options.get("initial") or {})}
        super().__init__(*args, **options)


_LEFT_OUT = {
    Step.ESTABLISHED: ("happened",),
    Step.PROLONGED: ("starts_on", "starts_clock"),
    Step.ENDED: ("happened", "starts_on", "starts_clock", "decided_on"),
}


def _standing(link: ZoneDecision) -> dict[str, Any]:
    starts_at, ends_at = timezone.localtime(link.starts_at), timezone.localtime(link.ends_at)
    return {
        "starts_on": starts_at.date(),
        "starts_clock": starts_at.time(),
        "ends_on": ends_at.date(),
        "ends_clock": ends_at.time(),
        "happened": link.happened,
        "reasons": link.reasons,
        "decided_by": link.decided_by,
        "decided_on": link.decided_on,
        "link": link.link,
    }


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
