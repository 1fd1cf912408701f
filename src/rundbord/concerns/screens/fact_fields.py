"""Fields of a fact: class, grade and readers, as far as the unit may make it and knows whom to name."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.access.actor import Actor
from rundbord.concerns.actions.writing import own_capacity
from rundbord.concerns.queries.colleagues import Colleague, colleagues_of
from rundbord.concerns.rules.facts import classes_for
from rundbord.concerns.rules.grades import grade_asked
from rundbord.sharing.rules.gang_facts import BANNER
from rundbord.sharing.vocabulary import InformationClass, SourceGrade
from rundbord.ui.forms import ChoiceButtons, ChoiceChips
from rundbord.web.fields import AssumedChoiceField

USUAL = InformationClass.PRIVATE
READERS_HINT = (
    "Kun for helbred, bandetilknytning og beskyttet adresse. Vælger du ingen, er det kun dig, der kan læse det."
)


def class_field(label: str = "Oplysningens art") -> AssumedChoiceField:
    """Make a field for the class; which are offered is for `offer` to say."""
    return AssumedChoiceField(label=label, assumed=USUAL.value, choices=[(USUAL.value, USUAL.label)])


def grade_field() -> forms.ChoiceField:
    """Make a field for how somebody knows."""
    return forms.ChoiceField(
        label="Hvor ved du det fra?",
        choices=[(grade.value, grade_asked(grade)) for grade in SourceGrade],
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvor du ved det fra."},
    )


def readers_field() -> forms.MultipleChoiceField:
    """Make a field for named readers."""
    return forms.MultipleChoiceField(
        label="Hvem må også læse det?", required=False, widget=ChoiceChips, help_text=READERS_HINT
    )


def offer_classes(form: forms.Form, names: tuple[str, ...], by: Actor) -> list[InformationClass]:
    """Let fields offer the classes that the actor's unit may write down as its own."""
    offered = classes_for(own_capacity(by)) or [USUAL]
    for name in names:
        _fill(form.fields[name], [(each.value, each.label) for each in offered])
    return offered


def offer_readers(field: forms.Field, by: Actor) -> list[Colleague]:
    """Let a field offer the colleagues of the own unit."""
    others = [each for each in colleagues_of(by) if each.user_id != by.user_id]
    _fill(field, [(str(each.user_id), f"{each.name}, {each.role.lower()}") for each in others])
    return others


def banner_for(offered: list[InformationClass]) -> str:
    """Give the banner of § 115 stk. 5 where such a fact can be written."""
    return BANNER if InformationClass.GANG in offered else ""


def _fill(field: forms.Field, choices: list[Any]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — a field of choices by declaration
    field.choices = choices
