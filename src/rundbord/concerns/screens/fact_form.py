"""The form of one fact: used when it is written, and when it is put right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from rundbord.access.actor import Actor
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.screens.fact_fields import (
    banner_for,
    class_field,
    grade_field,
    offer_classes,
    offer_readers,
    readers_field,
)
from rundbord.concerns.vocabulary import FactKind
from rundbord.sharing.vocabulary import InformationClass, SourceGrade
from rundbord.ui.forms import ChoiceButtons
from rundbord.web.person_fields import day_field, text_field


class FactForm(forms.Form):
    """One thing that is known; only what is seen must have its day."""

    kind = forms.ChoiceField(
        label="Er det set, vurderet eller beskyttende?",
        choices=FactKind.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, om det er set, vurderet eller beskyttende."},
    )
    words = text_field("Oplysningen", error_messages={"required": "Skriv oplysningen."})
    information_class = class_field()
    grade = grade_field()
    source = forms.CharField(label="Kilde", required=False, max_length=180, help_text="Fx klubben eller en lærer.")
    observed_on = day_field("Hvilken dag?", required=False)
    names_others = forms.BooleanField(label="Teksten nævner andre personer", required=False)
    holds_address = forms.BooleanField(label="Teksten rummer en adresse", required=False)
    readers = readers_field()

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:
        """Offer what the actor's unit may write, and whom it may name."""
        super().__init__(*args, **options)
        self.banner = banner_for(offer_classes(self, ("information_class",), by))
        if not offer_readers(self.fields["readers"], by):
            del self.fields["readers"]

    def fact(self) -> NewFact:
        """Give the fact."""
        given = self.cleaned_data
        return NewFact(
            kind=FactKind(given["kind"]),
            words=given["words"],
            information_class=InformationClass(given["information_class"]),
            grade=SourceGrade(given["grade"]),
            source=given["source"],
            observed_on=given["observed_on"],
            names_others=given["names_others"],
            holds_address=given["holds_address"],
            readers=frozenset(map(UUID, given.get("readers", []))),
        )
