"""Forms in which the police register what has been decided on a zone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from rundbord.ui.forms import ChoiceButtons, ClockInput, DayInput
from rundbord.web.fields import SentBackField
from rundbord.web.guarded import GuardedForm
from rundbord.zones.actions import Answer, Ruling
from rundbord.zones.screens.zone_fields import (
    DatedForm,
    PlaceForm,
    decided_by_field,
    decided_on_field,
    link_field,
    reasons_field,
)


class EstablishForm(PlaceForm):
    """A new zone: what, where, from when until when, why, and by which title."""

    guarded: ClassVar[tuple[str, ...]] = ("name", "borders", "reasons", "decided_by")

    starts_on = forms.DateField(label="Gælder fra", widget=DayInput)
    starts_clock = forms.TimeField(label="Fra kl.", widget=ClockInput)
    ends_on = forms.DateField(label="Gælder til", widget=DayInput)
    ends_clock = forms.TimeField(label="Til kl.", widget=ClockInput)
    reasons = reasons_field("Begrundelse")
    decided_by = decided_by_field()
    decided_on = decided_on_field()
    link = link_field("Hele adressen, med https://. Skal udfyldes for skærpede strafzoner og nattelivszoner.")

    def __init__(self, *args: Any, **options: Any) -> None:
        """A zone begins today unless something else is written."""
        today = timezone.localdate()
        options["initial"] = {"starts_on": today, "decided_on": today} | dict(options.get("initial") or {})
        super().__init__(*args, **options)

    def clean(self) -> None:
        """Make moments of days and clock times."""
        super().clean()
        self.starts_at, self.ends_at = self.moment("starts", is_end=False), self.moment("ends", is_end=True)

    @property
    def ruling(self) -> Ruling:
        """The decision."""
        assert self.starts_at  # noqa: S101 — asked for by the fields
        assert self.ends_at  # noqa: S101 — and this one
        return self.ruling_between(self.starts_at, self.ends_at)


class ProlongForm(DatedForm):
    """The question first; then the new period. `after` is how many rows of the chain the writer saw."""

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
    reasons = reasons_field("Begrundelse for forlængelsen")
    decided_by = decided_by_field()
    decided_on = decided_on_field()
    link = link_field("Hele adressen, med https://.")
    after = SentBackField(min_value=1)

    def clean(self) -> None:
        """Make a moment of the last day and its clock time."""
        super().clean()
        self.ends_at = self.moment("ends", is_end=True)

    def ruling_from(self, starts_at: datetime) -> Ruling:
        """Give the decision, beginning where the chain ends."""
        assert self.ends_at  # noqa: S101 — asked for by the fields
        return self.ruling_between(starts_at, self.ends_at)

    @property
    def answer(self) -> Answer:
        """What was answered before the prolongation."""
        return Answer(is_needed=self.cleaned_data["is_needed"] == "yes", happened=self.cleaned_data["happened"])


class EndForm(GuardedForm):
    """Why the zone ends ahead of its time."""

    guarded: ClassVar[tuple[str, ...]] = ("reasons", "decided_by")

    reasons = reasons_field("Hvorfor ophæves zonen før tid?")
    decided_by = decided_by_field()
    link = link_field("Hele adressen, med https://, hvis ophævelsen er offentliggjort.")
    after = SentBackField(min_value=1)

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
