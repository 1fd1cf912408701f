"""The form in which an observation is written: two things are asked for, everything else has a default."""

from __future__ import annotations

from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from rundbord.partnership.models import Area
from rundbord.partnership.rules import Point
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.telling import NO_PLACE, Account
from rundbord.situation.rules.when import PartOfDay, Telling, When, at_clock, between, in_part_of, on_day, right_now
from rundbord.situation.screens.report_offer import Offer
from rundbord.situation.screens.report_photos import PhotosForm
from rundbord.situation.vocabulary import Basis, Category, GroupSize, Mood
from rundbord.ui.forms import ChoiceButtons, ClockInput, DayInput
from rundbord.web.fields import AssumedChoiceField
from rundbord.web.guarded import GuardedForm

QUICK_CATEGORIES = (
    Category.UNREST,
    Category.VIOLENCE,
    Category.THREATS,
    Category.VANDALISM,
    Category.DRUGS,
    Category.THEFT,
    Category.FIRE,
    Category.SUSPICIOUS,
    Category.OTHER,
)


class ReportForm(PhotosForm, GuardedForm):
    """What, where; then when, how certain, who may read it, photos."""

    guarded: ClassVar[tuple[str, ...]] = ("text", "place_text")

    text = forms.CharField(
        label="Hvad skete der?",
        error_messages={"required": "Skriv kort, hvad der skete."},
        help_text="Skriv ingen navne eller kendetegn på personer.",
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
    category = forms.ChoiceField(
        label="Det handler om",
        required=False,
        choices=[(each.value, each.label) for each in QUICK_CATEGORIES],
        widget=ChoiceButtons,
    )
    mood = forms.ChoiceField(label="Stemning", required=False, choices=Mood.choices(), widget=ChoiceButtons)
    area = forms.ChoiceField(label="Område", required=False)
    place_text = forms.CharField(
        label="Gade eller sted",
        required=False,
        help_text="Uden husnummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lat = forms.FloatField(required=False, widget=forms.HiddenInput)
    lon = forms.FloatField(required=False, widget=forms.HiddenInput)
    telling = AssumedChoiceField(label="Hvornår?", assumed=Telling.NOW.value, choices=Telling.choices())
    day = forms.DateField(label="Dag", required=False, widget=DayInput)
    clock = forms.TimeField(label="Klokken", required=False, widget=ClockInput)
    until = forms.TimeField(label="Til klokken", required=False, widget=ClockInput)
    part = forms.ChoiceField(
        label="Eller cirka", required=False, choices=[("", "Vælg del af døgnet"), *PartOfDay.choices()]
    )
    group_size = forms.ChoiceField(
        label="Hvor mange var de?", required=False, choices=GroupSize.choices(), widget=ChoiceButtons
    )
    basis = AssumedChoiceField(label="Hvordan ved du det?", assumed=Basis.SEEN.value, choices=Basis.choices())
    audience = AssumedChoiceField(
        label="Hvem kan læse det?", assumed=Audience.PARTIES.value, choices=Audience.choices()
    )
    is_urgent = forms.BooleanField(
        label="Det haster", required=False, help_text="Koordinatorerne får besked med det samme."
    )

    def __init__(self, *args: Any, offer: Offer, **options: Any) -> None:
        """Fill in what the offer holds."""
        options["initial"] = {"day": timezone.localdate()} | dict(options.get("initial") or {})
        super().__init__(*args, places=offer.places, **options)
        self.offer = offer
        area = self.fields["area"]
        assert isinstance(area, forms.ChoiceField)  # noqa: S101 — tells the type checker what the class says
        area.choices = offer.area_choices

    def clean(self) -> None:
        """Ask for a place, and for the times that the chosen way of telling needs."""
        super().clean()
        if not any(self.cleaned_data.get(name) for name in ("area", "place_text", "lat")) and "area" not in self.errors:
            self.add_error("area", NO_PLACE)
        telling, clock = self.cleaned_data.get("telling"), self.cleaned_data.get("clock")
        if telling == Telling.BETWEEN and not clock and "clock" not in self.errors:
            self.add_error("clock", "Skriv, hvornår det begyndte.")
        if telling == Telling.BETWEEN and not self.cleaned_data.get("until") and "until" not in self.errors:
            self.add_error("until", "Skriv, hvornår det sluttede.")

    @property
    def tells_more(self) -> bool:
        """Tell whether the folded fields hold something, or something to be put right."""
        folded = ("group_size", "photos")
        return any(name in self.errors or self[name].value() for name in folded) or bool(self.kept_photos)

    @property
    def chosen_area(self) -> Area | None:
        """The area chosen from the list."""
        return self.offer.areas.get(self.cleaned_data["area"])

    def account(self) -> Account:
        """Give what was told."""
        told = self.cleaned_data
        has_point = told["lat"] is not None and told["lon"] is not None
        return Account(
            text=told["text"],
            audience=Audience(told["audience"]),
            when=self._when(),
            place_text=told["place_text"],
            point=Point(lat=told["lat"], lon=told["lon"]) if has_point else None,
            has_area=self.chosen_area is not None,
            category=told["category"],
            mood=told["mood"],
            group_size=told["group_size"],
            basis=told["basis"],
            is_urgent=told["is_urgent"],
        )

    def _when(self) -> When:
        told = self.cleaned_data
        telling, clock = told["telling"], told["clock"]
        day: date = told["day"] or timezone.localdate()
        if telling == Telling.BETWEEN:
            return between(day, clock, told["until"])
        return _earlier(day, clock, told["part"]) if telling == Telling.EARLIER else right_now(timezone.now())


def _earlier(day: date, clock: time | None, part: str) -> When:
    if clock:
        return at_clock(day, clock)
    return in_part_of(day, PartOfDay.named(part)) if part else on_day(day)
