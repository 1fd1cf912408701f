"""Fields that the forms over zones share: reasons, titles, links, Danish clock times, and the place."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms

from rundbord.partnership.models import Area
from rundbord.ui.forms import DayInput
from rundbord.web.fields import OutlineField
from rundbord.web.guarded import GuardedForm
from rundbord.zones.actions import Place, Ruling
from rundbord.zones.rules.chains import moment_of
from rundbord.zones.rules.law import LONGEST_LINK
from rundbord.zones.vocabulary import ZoneKind

_SKIPPED = "Natten til sommertid springer uret over kl. 02–03. Vælg et andet klokkeslæt."


def reasons_field(label: str) -> forms.CharField:
    """Make the field for the reasons of a decision."""
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Som de står i den skriftlige beslutning, uden personer og uden oplysninger om visitationer.",
    )


def decided_by_field() -> forms.CharField:
    """Make the field for the title that decided."""
    return forms.CharField(label="Besluttet af", max_length=120, help_text="Stilling, ikke navn: Politidirektøren.")


def decided_on_field() -> forms.DateField:
    """Make the field for the day of the decision."""
    return forms.DateField(label="Besluttet den", widget=DayInput)


def link_field(help_text: str) -> forms.CharField:
    """Make the field for where the decision is published."""
    return forms.CharField(label="Offentliggjort på", required=False, max_length=LONGEST_LINK, help_text=help_text)


class DatedForm(GuardedForm):
    """Days and clock times of a form, made into moments of the Danish clock."""

    def moment(self, name: str, *, is_end: bool) -> datetime | None:
        """Give the moment of the fields `name_on` and `name_clock`; an hour that does not exist is an error."""
        day: date | None = self.cleaned_data.get(f"{name}_on")
        clock: time | None = self.cleaned_data.get(f"{name}_clock")
        if day is None or clock is None:
            return None
        moment = moment_of(day, clock, is_end=is_end)
        if moment is None:
            self.add_error(f"{name}_clock", _SKIPPED)
        return moment

    def ruling_between(self, starts_at: datetime, ends_at: datetime) -> Ruling:
        """Give the decision as written, for a period."""
        given = self.cleaned_data
        return Ruling(
            starts_at=starts_at,
            ends_at=ends_at,
            reasons=given["reasons"],
            decided_by=given["decided_by"],
            decided_on=given["decided_on"],
            link=given["link"].strip(),
        )


class PlaceForm(DatedForm):
    """What a zone is and where it lies."""

    guarded: ClassVar[tuple[str, ...]] = ("name", "borders")

    kind = forms.ChoiceField(label="Type", choices=[("", "Vælg type"), *ZoneKind.choices()])
    name = forms.CharField(label="Navn", max_length=120, help_text="For eksempel: Visitationszone ved stationen.")
    borders = forms.CharField(
        label="Grænser, gade for gade",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Én gade eller strækning pr. linje, uden husnumre.",
    )
    outline = OutlineField(
        label="Omrids som GeoJSON",
        required=False,
        help_text="Udfyldes af kortet. Du kan også indsætte et omrids her.",
    )
    areas = forms.MultipleChoiceField(
        label="Berører også",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Områder under omridset og ved de nævnte gader kommer med af sig selv.",
    )

    def __init__(self, *args: Any, areas: list[Area], **options: Any) -> None:
        """Offer the open areas."""
        super().__init__(*args, **options)
        self.offered = {str(area.pk): area for area in areas}
        field = self.fields["areas"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — declared above
        field.choices = [(key, area.name) for key, area in self.offered.items()]

    @property
    def place(self) -> Place:
        """What the zone is and where."""
        given = self.cleaned_data
        return Place(
            name=" ".join(given["name"].split()),
            kind=ZoneKind(given["kind"]),
            borders=given["borders"],
            outline=given["outline"],
            areas=tuple(self.offered[key] for key in given["areas"]),
        )
