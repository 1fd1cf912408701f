"""Forms in which the police register what has been decided on a zone."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from rundbord.partnership.models import Area
from rundbord.ui.forms import ChoiceButtons, ClockInput, DayInput
from rundbord.web.fields import OutlineField
from rundbord.web.guarded import GuardedForm
from rundbord.zones.actions import Answer, Place, Ruling
from rundbord.zones.rules.chains import moment_of
from rundbord.zones.rules.law import LONGEST_LINK
from rundbord.zones.vocabulary import ZoneKind

_SKIPPED = "Natten til sommertid springer uret over kl. 02–03. Vælg et andet klokkeslæt."


def _reasons(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Som de står i den skriftlige beslutning, uden personer og uden oplysninger om visitationer.",
    )


def _decided_by() -> forms.CharField:
    return forms.CharField(label="Besluttet af", max_length=120, help_text="Stilling, ikke navn: Politidirektøren.")


def _decided_on() -> forms.DateField:
    return forms.DateField(label="Besluttet den", widget=DayInput)


def _link(help_text: str) -> forms.CharField:
    return forms.CharField(label="Offentliggjort på", required=False, max_length=LONGEST_LINK, help_text=help_text)


class _DatedForm(GuardedForm):
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


class EstablishForm(_DatedForm):
    """A new zone: what, where, from when until when, why, and by which title."""

    guarded: ClassVar[tuple[str, ...]] = ("name", "borders", "reasons", "decided_by")

    kind = forms.ChoiceField(label="Type", choices=[("", "Vælg type"), *ZoneKind.choices()])
    name = forms.CharField(label="Navn", max_length=120, help_text="For eksempel: Visitationszone ved stationen.")
    starts_on = forms.DateField(label="Gælder fra", widget=DayInput)
    starts_clock = forms.TimeField(label="Fra kl.", widget=ClockInput)
    ends_on = forms.DateField(label="Gælder til", widget=DayInput)
    ends_clock = forms.TimeField(label="Til kl.", widget=ClockInput)
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
    reasons = _reasons("Begrundelse")
    decided_by = _decided_by()
    decided_on = _decided_on()
    link = _link("Hele adressen, med https://. Skal udfyldes for skærpede strafzoner og nattelivszoner.")

    def __init__(self, *args: Any, areas: list[Area], **options: Any) -> None:
        """Offer the open areas; a zone begins today unless something else is written."""
        today = timezone.localdate()
        options["initial"] = {"starts_on": today, "decided_on": today} | dict(options.get("initial") or {})
        super().__init__(*args, **options)
        self.offered = {str(area.pk): area for area in areas}
        field = self.fields["areas"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — declared above
        field.choices = [(key, area.name) for key, area in self.offered.items()]

    def clean(self) -> None:
        """Make moments of days and clock times."""
        super().clean()
        self.starts_at, self.ends_at = self.moment("starts", is_end=False), self.moment("ends", is_end=True)

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

    @property
    def ruling(self) -> Ruling:
        """The decision."""
        assert self.starts_at  # noqa: S101 — asked for by the fields
        assert self.ends_at  # noqa: S101 — and this one
        return _ruling(self, self.starts_at, self.ends_at)


class ProlongForm(_DatedForm):
    """The question first; then the new period. `after` is the link of the chain that the writer saw."""

    guarded: ClassVar[tuple[str, ...]] = ("happened", "reasons", "decided_by")

    is_needed = forms.ChoiceField(
        label="Er den stadig nødvendig?", choices=[("yes", "Ja"), ("no", "Nej")], widget=ChoiceButtons
    )
    happened = forms.CharField(
        label="Hvad er der sket i zonen siden sidste beslutning?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hændelser, fund af våben, stemning. Ingen personer.",
    )
    ends_on = forms.DateField(label="Ny sidste dag", widget=DayInput)
    ends_clock = forms.TimeField(label="Til kl.", widget=ClockInput)
    reasons = _reasons("Begrundelse for forlængelsen")
    decided_by = _decided_by()
    decided_on = _decided_on()
    link = _link("Hele adressen, med https://.")
    after = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def clean(self) -> None:
        """Make a moment of the last day and its clock time."""
        super().clean()
        self.ends_at = self.moment("ends", is_end=True)

    def ruling_from(self, starts_at: datetime) -> Ruling:
        """Give the decision, beginning where the chain ends."""
        assert self.ends_at  # noqa: S101 — asked for by the fields
        return _ruling(self, starts_at, self.ends_at)

    @property
    def answer(self) -> Answer:
        """What was answered before the prolongation."""
        return Answer(is_needed=self.cleaned_data["is_needed"] == "yes", happened=self.cleaned_data["happened"])


class EndForm(GuardedForm):
    """Why the zone ends ahead of its time."""

    guarded: ClassVar[tuple[str, ...]] = ("reasons", "decided_by")

    reasons = _reasons("Hvorfor ophæves zonen før tid?")
    decided_by = _decided_by()
    link = _link("Hele adressen, med https://, hvis ophævelsen er offentliggjort.")
    after = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @property
    def ruling(self) -> Ruling:
        """The decision, with effect from now."""
        now = timezone.now()
        return Ruling(
            starts_at=now,
            ends_at=now,
            reasons=self.cleaned_data["reasons"],
            decided_by=self.cleaned_data["decided_by"],
            decided_on=timezone.localdate(now),
            link=self.cleaned_data["link"],
        )


def _ruling(form: GuardedForm, starts_at: datetime, ends_at: datetime) -> Ruling:
    given = form.cleaned_data
    return Ruling(
        starts_at=starts_at,
        ends_at=ends_at,
        reasons=given["reasons"],
        decided_by=given["decided_by"],
        decided_on=given["decided_on"],
        link=given["link"].strip(),
    )
