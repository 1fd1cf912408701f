"""The form of passing on: what, to whom, what for, and what somebody answers for; judged by the rules, not here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from rundbord.concerns.queries.passing_on import OfferedFact
from rundbord.concerns.queries.proposals import Wish
from rundbord.concerns.screens.outsider_fields import WithOutsiders, outsiders_in
from rundbord.sharing.queries import AddressableUnit
from rundbord.sharing.rules.functions import READING_FUNCTIONS
from rundbord.sharing.rules.outsiders import can_be_carried_out_here
from rundbord.sharing.vocabulary import (
    DisclosurePurpose,
    LegalBasis,
    OffenceGround,
    ReleaseGroup,
    RequestTopic,
    Requirement,
)
from rundbord.web.person_fields import day_field

_PURPOSES = [("", "Vælg formål"), *DisclosurePurpose.choices()]
_BASES = [("", "Ikke valgt"), *((each.value, each.label) for each in LegalBasis if can_be_carried_out_here(each))]


class Necessity(forms.CharField):
    """Words that must be there; the rules say so together with everything else, and not the field by itself."""

    def validate(self, value: Any) -> None:
        """Leave it to the rules."""


class TellingForm(forms.Form):
    """What telling and asking have alike: to whom, what for, on which basis, and why it is necessary."""

    units = forms.MultipleChoiceField(label="Enheder", required=False, widget=forms.CheckboxSelectMultiple)
    functions = forms.MultipleChoiceField(
        label="Hvem hos modtageren skal læse det?",
        required=False,
        choices=[(role.value, role.label) for role in READING_FUNCTIONS],
        widget=forms.CheckboxSelectMultiple,
        help_text="Vælg funktioner. Lederen hos modtageren navngiver, hvem det er, før nogen kan læse det.",
    )
    purpose = forms.ChoiceField(label="Hvad er formålet?", choices=_PURPOSES)
    basis = forms.ChoiceField(label="Hjemmel", required=False, choices=_BASES)
    necessity = Necessity(
        label="Hvorfor er det nødvendigt?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hvad skal modtageren gøre? Hvorfor nu? Hvad sker der ellers? Modtageren læser det.",
    )
    present = forms.MultipleChoiceField(
        required=False, choices=Requirement.choices(), widget=forms.CheckboxSelectMultiple
    )
    release = forms.ChoiceField(
        label="Hvad løslades personen fra?", required=False, choices=[("", "Vælg"), *ReleaseGroup.choices()]
    )
    meetings_held = forms.IntegerField(
        label="Hvor mange SSD-møder er der holdt om barnet?", required=False, min_value=0, max_value=20
    )
    documented_on = day_field("Hvornår kom politiets dokumentation?", required=False)
    is_notifier = forms.BooleanField(label="Modtageren har selv underrettet om barnet", required=False)
    with_cpr = forms.BooleanField(
        label="Tag cpr-nummeret med",
        required=False,
        help_text="Kun når modtageren ellers kan tage fejl af personen. Navn og fødselsdag er altid med.",
    )

    def __init__(self, *args: Any, units: list[AddressableUnit], **options: Any) -> None:
        """Offer the units, grouped by authority."""
        super().__init__(*args, **options)
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in units:
            groups.setdefault(each.unit.authority.name, []).append((str(each.unit.pk), each.unit.name))
        self._choose("units", list(groups.items()))

    def wish(self, **fields: Any) -> Wish:
        """Give what was chosen, as far as it was understood."""
        given = self.cleaned_data
        return Wish(
            **{
                "purpose": DisclosurePurpose(given["purpose"]),
                "necessity": given.get("necessity", ""),
                "basis": LegalBasis(given["basis"]) if given.get("basis") else None,
                "units": frozenset(given.get("units", ())),
                "functions": frozenset(given.get("functions", ())),
                "present": frozenset(map(Requirement, given.get("present", ()))),
                "release": ReleaseGroup(given["release"]) if given.get("release") else None,
                "documented_on": given.get("documented_on"),
                "meetings_held": given.get("meetings_held") or 0,
                "is_notifier": given.get("is_notifier", False),
                **fields,
            }
        )

    def typed(self) -> list[tuple[str, str]]:
        """List every field as it was sent, for a page that must send it again."""
        return [(name, value) for name in self.fields for value in self._sent(name)]

    def _sent(self, name: str) -> list[str]:
        data: Any = self.data
        return [str(each) for each in data.getlist(name)] if hasattr(data, "getlist") else []

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared by the form
        field.choices = choices


class DiscloseForm(WithOutsiders, TellingForm):
    """Which facts, and recipients outside the system too."""

    facts = forms.MultipleChoiceField(required=False)
    offence_ground = forms.ChoiceField(
        label="Hvorfor må oplysninger om strafbare forhold gives videre?",
        required=False,
        choices=[("", "Vælg"), *OffenceGround.choices()],
        help_text="Databeskyttelseslovens § 8, stk. 2.",
    )
    in_answer_to = forms.ChoiceField(label="Svar på en anmodning", required=False)

    def __init__(
        self, *args: Any, offered: list[OfferedFact], requests: list[tuple[UUID, str]], **options: Any
    ) -> None:
        """Offer the facts that can be told at all, and the requests that wait for an answer."""
        super().__init__(*args, **options)
        self._choose("facts", [(each.key, each.kind) for each in offered if not each.why_never])
        self._choose("in_answer_to", [("", "Nej"), *((str(key), label) for key, label in requests)])
        if not requests:
            self.fields.pop("in_answer_to")

    def wish(self, **fields: Any) -> Wish:
        """Give what was chosen, facts and outsiders too."""
        given = self.cleaned_data
        ground = given.get("offence_ground")
        return super().wish(
            **{
                "facts": frozenset(given.get("facts", ())),
                "outsiders": outsiders_in(given),
                "offence_ground": OffenceGround(ground) if ground else None,
                **fields,
            }
        )


class AskForm(TellingForm):
    """What is asked, and by when an answer is hoped for."""

    topics = forms.MultipleChoiceField(
        label="Hvad spørger I om?", choices=RequestTopic.choices(), widget=forms.CheckboxSelectMultiple
    )
    answer_by = day_field("Svar senest", required=False, help_text="Et ønske. Ingen har pligt til at svare.")
