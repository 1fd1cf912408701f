"""The form in which a coming event is written; where it turns on one person, no warning can be brushed aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.reading.persons import Finding
from rundbord.ui.forms import ChoiceButtons, ClockInput, DayInput
from rundbord.web.fields import AssumedChoiceField
from rundbord.web.guarded import SUGGESTED_WORDING, Examined, GuardedForm, examine
from rundbord.web.seen import SeenForm
from rundbord.zones.actions import EventTerms
from rundbord.zones.models import ComingEvent
from rundbord.zones.rules.calendar import Span
from rundbord.zones.vocabulary import EventKind, Influence

AUDIENCES = (Audience.POLICE, Audience.PARTIES, Audience.PARTNERS)


@dataclass(frozen=True, kw_only=True)
class ExaminedStrictly(Examined):
    """What the guard found where every finding stops."""

    @property
    def stopping(self) -> list[Finding]:
        """All of them."""
        return list(self.findings)

    @property
    def warning(self) -> list[Finding]:
        """None is left to choose."""
        return []


class EventForm(GuardedForm):
    """What comes, when and where, what is expected of it and what is planned."""

    guarded: ClassVar[tuple[str, ...]] = ("title", "place_text", "expected", "planned", "source")

    kind = forms.ChoiceField(label="Hvad er det?", choices=[("", "Vælg slags"), *EventKind.choices()])
    title = forms.CharField(
        label="Overskrift", max_length=120, help_text="Ingen navne, heller ikke ved retssag, begravelse og løsladelse."
    )
    first_day = forms.DateField(label="Dag", widget=DayInput)
    last_day = forms.DateField(label="Sidste dag", required=False, widget=DayInput, help_text="Når det varer flere.")
    from_clock = forms.TimeField(label="Fra kl.", required=False, widget=ClockInput)
    to_clock = forms.TimeField(label="Til kl.", required=False, widget=ClockInput)
    repeats_yearly = forms.BooleanField(label="Gentages hvert år på samme dato", required=False)
    area = forms.ChoiceField(label="Område", required=False)
    place_text = forms.CharField(
        label="Sted", required=False, max_length=120, help_text="Uden husnummer. Udelades ved løsladelse."
    )
    influence = forms.ChoiceField(
        label="Forventet indflydelse på området", choices=Influence.choices(), widget=ChoiceButtons
    )
    expected = forms.CharField(
        label="Hvad ventes der at ske?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    planned = forms.CharField(
        label="Hvad er planlagt?", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(
        label="Kilde", required=False, max_length=120, help_text="For eksempel: kampprogrammet, retslisten."
    )
    audience = AssumedChoiceField(
        label="Hvem kan læse det?",
        assumed=Audience.PARTIES.value,
        choices=[(each.value, each.label) for each in AUDIENCES],
    )

    def __init__(self, *args: Any, areas: list[Area], **options: Any) -> None:
        """Offer the open areas."""
        super().__init__(*args, **options)
        self.areas = {str(area.pk): area for area in areas}
        field = self.fields["area"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        field.choices = [("", "Intet bestemt område"), *((key, area.name) for key, area in self.areas.items())]

    @property
    def terms(self) -> EventTerms:
        """Give what was written."""
        given = self.cleaned_data
        return EventTerms(
            kind=self.chosen_kind,
            title=" ".join(given["title"].split()),
            span=Span(
                first_day=given["first_day"],
                last_day=given["last_day"] or given["first_day"],
                from_clock=given["from_clock"],
                to_clock=given["to_clock"],
            ),
            repeats_yearly=given["repeats_yearly"],
            area=self.areas.get(given["area"]),
            place_text=given["place_text"],
            influence=Influence(given["influence"]),
            expected=given["expected"],
            planned=given["planned"],
            source=given["source"],
        )

    @property
    def chosen_kind(self) -> EventKind:
        """The kind as chosen; where none is yet, the words are guarded as in every form."""
        return EventKind(self.cleaned_data.get("kind") or EventKind.OTHER)

    def _guard(self, name: str, text: str) -> None:
        """Let every finding stop where the event turns on one person; elsewhere guard as in every form."""
        if not self.chosen_kind.is_about_somebody:
            super()._guard(name, text)
            return
        examined = examine(text, places=self.places)
        if examined.findings and self.data.get(f"{self.add_prefix(name)}-wording") == SUGGESTED_WORDING:
            examined = self._reword(name, examined.suggestion)
        if examined.findings:
            strict = ExaminedStrictly(text=examined.text, places=examined.places, findings=examined.findings)
            self.examined[name] = strict
            self.add_error(name, ValidationError(strict.reasons()))


class ChangeEventForm(SeenForm, EventForm):
    """The same over an event that stands; of which kind it is and who may read it does not change."""

    audience = None  # type: ignore[assignment]
    kind = None  # type: ignore[assignment]

    def __init__(self, *args: Any, event: ComingEvent, **options: Any) -> None:
        """Remember how the event stood when the form was shown."""
        super().__init__(*args, current=_as_shown(event), **options)
        self.event = event

    @property
    def chosen_kind(self) -> EventKind:
        """The kind that it was given when it was added."""
        return EventKind(self.event.kind)


def _as_shown(event: ComingEvent) -> dict[str, Any]:
    is_one_day = event.last_day == event.first_day
    plain = ("title", "first_day", "from_clock", "to_clock", "repeats_yearly", "place_text")
    shown = {name: getattr(event, name) for name in (*plain, "influence", "expected", "planned", "source")}
    return {**shown, "last_day": None if is_one_day else event.last_day, "area": str(event.area_id or "")}
