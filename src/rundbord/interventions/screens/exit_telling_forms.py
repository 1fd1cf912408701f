"""Forms of telling the other exit coordinators, of putting it right, and of taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from rundbord.interventions.queries.exit_parts import Part
from rundbord.interventions.queries.exits import ExitWish
from rundbord.interventions.rules.exit_telling import BY_HAND, ROLES
from rundbord.interventions.screens.exit_writer import JudgedForm
from rundbord.sharing.rules.content import Line
from rundbord.sharing.vocabulary import PersonRole, SourceGrade
from rundbord.ui.forms import ChoiceButtons

_SHOWN = 140


class TellForm(JudgedForm):
    """What is told, to whom, and why; judged by the rules of disclosure, all at once."""

    judged = ("readers", "parts", "role", "necessity")

    readers = forms.MultipleChoiceField(label="Til hvem?", required=False, widget=forms.CheckboxSelectMultiple)
    parts = forms.MultipleChoiceField(
        label="Hvad fra forløbet?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kun det, de har brug for. Navn og fødselsdag følger altid med.",
    )
    words = forms.CharField(
        label="Andet, de skal vide",
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ingen adresse og ingen andre personer.",
    )
    grade = forms.ChoiceField(
        label="Hvor ved du det fra?", choices=SourceGrade.choices(), widget=ChoiceButtons, initial=SourceGrade.SEEN
    )
    role = forms.ChoiceField(
        label="Hvad er personen i det, du fortæller?",
        choices=[(role.value, role.label) for role in ROLES],
        widget=ChoiceButtons,
    )
    necessity = forms.CharField(
        label="Hvorfor er det nødvendigt?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad skal de gøre med det? De læser det.",
    )

    def __init__(self, *args: Any, readers: list[tuple[str, str]], parts: list[Part], **options: Any) -> None:
        """Offer whom the consent names, and what stands in the case."""
        super().__init__(*args, **options)
        offered: dict[str, Any] = {"readers": readers, "parts": [(part.key, _in_short(part.line)) for part in parts]}
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = choices

    def wish(self) -> ExitWish:
        """Give what was chosen and typed."""
        told = self.cleaned_data
        return ExitWish(
            readers=frozenset(map(UUID, told["readers"])),
            parts=frozenset(told["parts"]),
            words=told["words"],
            grade=SourceGrade(told["grade"]),
            role=PersonRole(told["role"]) if told["role"] else None,
            necessity=told["necessity"],
        )


class RightForm(JudgedForm):
    """Which line, how it reads now, and what was wrong."""

    judged = ("wording", "reason")

    line = forms.TypedChoiceField(
        label="Hvad skal rettes?", coerce=int, widget=forms.RadioSelect, error_messages={"required": "Vælg en linje."}
    )
    wording = forms.CharField(
        label="Hvad skal der stå i stedet?", max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    reason = forms.CharField(
        label="Hvad var galt?", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, lines: tuple[Line, ...], **options: Any) -> None:
        """Offer the lines that were told."""
        super().__init__(*args, **options)
        field: Any = self.fields["line"]
        field.choices = [(number, _in_short(line)) for number, line in enumerate(lines)]


class RecallForm(forms.Form):
    """Why, from a list."""

    cause = forms.ChoiceField(
        label="Hvorfor?",
        choices=[(cause.value, cause.label) for cause in BY_HAND],
        widget=ChoiceButtons,
        error_messages={"required": "Vælg hvorfor."},
    )


def _in_short(line: Line) -> str:
    words = " ".join(line.text.split())
    return f"{line.kind}: {words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}"
