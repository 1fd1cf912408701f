"""The form of a step, made of what its kind asks for; the same for every kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.interventions.models import Offer
from rundbord.interventions.rules.kinds import Field, Step
from rundbord.interventions.rules.taking import Attempted, Value
from rundbord.interventions.vocabulary import Effect, FieldKind, Side
from rundbord.ui.forms import ChoiceButtons, ChoiceChips, DayInput, MomentInput

_LONGEST_TEXT, _LONGEST_LINE = 2000, 200
_AGREEMENTS = range(1, 5)
_PARTS_OF_AGREEMENT = {"who": "Hvem", "what": "Hvad", "when": "Hvornår"}
_NEXT_TRY = timedelta(days=2)


class StepForm(forms.Form):
    """Outcome, time, who was there, and the facts of the step; which of them are needed is for the rules to judge."""

    use_required_attribute = False

    sent = forms.UUIDField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label="Hvad kom der ud af det?",
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvad der kom ud af det."},
    )
    again_on = forms.DateField(
        label="Hvis I prøver igen: hvilken dag?",
        required=False,
        widget=DayInput,
        help_text="Bruges kun, når I prøver igen.",
    )
    held_at = forms.DateTimeField(
        label="Hvornår?", widget=MomentInput, error_messages={"required": "Skriv dag og klokkeslæt."}
    )
    sides = forms.MultipleChoiceField(
        label="Hvem var med?",
        required=False,
        choices=[(each.value, each.label) for each in Side],
        widget=ChoiceChips,
    )

    place = forms.ChoiceField(
        label="Plads fra jeres eget katalog",
        required=False,
        help_text="Tager I en plads, er der en mindre ledig, til indsatsen slutter. Andre ser kun tallet.",
    )

    def __init__(self, *args: Any, step: Step, side: Side | None, offers: Sequence[Offer] = (), **options: Any) -> None:
        """Ask for what the step asks for; the time is now, the day of another try the day after tomorrow."""
        now = timezone.localtime()
        assumed = {"sent": uuid4(), "held_at": now, "again_on": now.date() + _NEXT_TRY}
        assumed["sides"] = [each.value for each in step.sides] or ([side.value] if side else [])
        super().__init__(*args, **options)
        self.initial = assumed
        self.step, self.side = step, side
        self._offers = {str(each.pk): each for each in offers}
        self._offer_outcomes()
        self._offer_places()
        for asked in step.fields:
            self.fields.update(_fields_of(asked))

    def full_clean(self) -> None:
        """Leave it to the rules what must be filled in: what was not held has nothing to tell."""
        asked = {name: field.required for name, field in self.fields.items()}
        for name in self.fields.keys() - {"sent", "outcome", "held_at"}:
            self.fields[name].required = False
        super().full_clean()
        for name, is_required in asked.items():
            self.fields[name].required = is_required

    @property
    def parts(self) -> list[tuple[str, list[BoundField]]]:
        """The fields of the step under their headings, in order."""
        listed: list[tuple[str, list[BoundField]]] = []
        for asked in self.step.fields:
            if not listed or listed[-1][0] != asked.part:
                listed.append((asked.part, []))
            if asked.kind is not FieldKind.AGREEMENTS:
                listed[-1][1].append(self[asked.key])
        return listed

    @property
    def agreements(self) -> list[list[BoundField]]:
        """The rows of the agreements, each with who, what and when."""
        keys = [asked.key for asked in self.step.fields if asked.kind is FieldKind.AGREEMENTS]
        return [[self[f"{key}-{row}-{part}"] for part in _PARTS_OF_AGREEMENT] for key in keys for row in _AGREEMENTS]

    @property
    def may_be_again(self) -> bool:
        """Tell whether the step can be tried again."""
        return any(outcome.effect is Effect.AGAIN for outcome in self.step.outcomes)

    @property
    def sent_id(self) -> UUID:
        """The identity that the form was made with."""
        sent: UUID = self.cleaned_data["sent"]
        return sent

    @property
    def taken_place(self) -> Offer | None:
        """The offer whose place was taken."""
        return self._offers.get(self.cleaned_data.get("place", ""))

    def attempted(self) -> Attempted:
        """Give what was filled in."""
        given = self.cleaned_data
        outcome = self.step.outcome(given["outcome"])
        is_again = outcome is not None and outcome.effect is Effect.AGAIN
        own = {self.side} if self.side else set()
        return Attempted(
            outcome=given["outcome"],
            values={asked.key: _value_of(asked, given) for asked in self.step.fields},
            held_at=given["held_at"],
            sides=frozenset(map(Side, given["sides"])) if self.step.sides else frozenset(own),
            again_on=given["again_on"] if is_again else None,
        )

    def _offer_outcomes(self) -> None:
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)  # noqa: S101 — declared above
        outcome.choices = [(each.key, each.label) for each in self.step.outcomes]
        if len(self.step.outcomes) == 1:
            outcome.initial = self.step.outcomes[0].key
        if not self.step.sides:
            del self.fields["sides"]
        if not self.may_be_again:
            del self.fields["again_on"]

    def _offer_places(self) -> None:
        if not self._offers:
            del self.fields["place"]
            return
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)  # noqa: S101 — declared above
        named = [(key, f"{each.name} ({each.free} af {each.places} ledige)") for key, each in self._offers.items()]
        place.choices = [("", "Ingen"), *named]


def beside_the_fields(refusal: Refused) -> Refused:
    """Let what is said of all agreements stand beside the first."""
    return Refused({_first_of(name): said for name, said in refusal.reasons.items()})


def _first_of(name: str) -> str:
    return f"{name}-1-who" if name == "agreements" else name


def _fields_of(asked: Field) -> dict[str, forms.Field]:
    if asked.kind is FieldKind.AGREEMENTS:
        return dict(_agreement_fields(asked))
    field = _field(asked)
    field.label, field.help_text, field.required = asked.label, asked.hint, asked.is_required
    return {asked.key: field}


def _field(asked: Field) -> forms.Field:
    if asked.kind is FieldKind.TEXT:
        return forms.CharField(max_length=_LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}))
    if asked.kind is FieldKind.LINE:
        return forms.CharField(max_length=_LONGEST_LINE)
    if asked.kind is FieldKind.DAY:
        return forms.DateField(widget=DayInput)
    if asked.kind is FieldKind.CHOICES:
        return forms.MultipleChoiceField(choices=list(asked.choices.items()), widget=ChoiceChips)
    choices = [("yes", "Ja"), ("no", "Nej")] if asked.kind is FieldKind.YES_NO else list(asked.choices.items())
    return forms.ChoiceField(choices=choices, widget=ChoiceButtons)


def _agreement_fields(asked: Field) -> Iterator[tuple[str, forms.Field]]:
    for row in _AGREEMENTS:
        for part, label in _PARTS_OF_AGREEMENT.items():
            yield (
                f"{asked.key}-{row}-{part}",
                forms.CharField(label=label, max_length=_LONGEST_LINE, required=row == 1),
            )


def _value_of(asked: Field, given: dict[str, Any]) -> Value:
    if asked.kind is FieldKind.AGREEMENTS:
        rows = [
            {part: given.get(f"{asked.key}-{row}-{part}", "") for part in _PARTS_OF_AGREEMENT} for row in _AGREEMENTS
        ]
        return [row for row in rows if any(row.values())]
    value = given.get(asked.key) or ""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, list) else str(value)
