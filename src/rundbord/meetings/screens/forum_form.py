"""The form that says what a forum is: its name, how often it meets, where, and on which legal basis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from rundbord.identity.models import Unit
from rundbord.meetings.rules.templates import Template
from rundbord.partnership.actions import ForumTerms
from rundbord.partnership.models import Forum
from rundbord.partnership.offering import offer_units
from rundbord.partnership.rules.forums import MOST_OFTEN, WITH_INDIVIDUAL_PART, Cadence
from rundbord.partnership.vocabulary import ForumKind, Rhythm
from rundbord.partnership.weekdays import CHOICES
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.ui.forms import ChoiceChips, ClockInput
from rundbord.web.guarded import GuardedForm

NO_BASIS = "Ingen: her tales ikke om enkeltpersoner"


class ForumForm(GuardedForm):
    """What a forum is; the words pass the person guard."""

    guarded = ("name", "purpose", "place")

    name = forms.CharField(label="Navn", max_length=120, help_text="For eksempel: Morgenmøde, Ugemøde for lederne.")
    purpose = forms.CharField(label="Formål", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
    rhythm = forms.ChoiceField(label="Hvor tit?", choices=Rhythm.choices())
    every = forms.IntegerField(
        label="Antal uger, måneder eller gange",
        min_value=1,
        max_value=MOST_OFTEN,
        initial=1,
        help_text="1 er hver uge, hver måned eller én gang om året.",
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Ugedage", required=False, coerce=int, choices=CHOICES, widget=ChoiceChips
    )
    starts_at = forms.TimeField(label="Klokken", required=False, widget=ClockInput)
    minutes = forms.IntegerField(label="Minutter", min_value=5, max_value=720)
    place = forms.CharField(label="Sted", required=False, max_length=160)
    has_private_place = forms.BooleanField(label="Stedet må ikke stå i kalendere", required=False)
    legal_basis = forms.ChoiceField(
        label="Hjemmel",
        required=False,
        choices=[("", NO_BASIS), *LegalBasis.choices()],
        help_text="Vises på forummets side, så alle ved, hvad der må tales om.",
    )
    has_individual_part = forms.BooleanField(
        label="Forummet har en individuel del",
        required=False,
        help_text="Enkeltsager får hverken noter, nummer eller rækkefølge på dagsordenen.",
    )

    def __init__(self, *args: Any, kind: ForumKind, **options: Any) -> None:
        """Leave out the individual part where such a forum never has one."""
        super().__init__(*args, **options)
        if kind not in WITH_INDIVIDUAL_PART:
            del self.fields["has_individual_part"]

    def terms(self) -> ForumTerms:
        """Give what was told."""
        given = dict(self.cleaned_data)
        cadence = Cadence(
            rhythm=Rhythm(given["rhythm"]), every=given["every"], weekdays=tuple(sorted(given["weekdays"]))
        )
        alike = ("name", "purpose", "starts_at", "minutes", "place", "has_private_place", "legal_basis")
        return ForumTerms(
            cadence=cadence,
            has_individual_part=given.get("has_individual_part", False),
            **{name: given[name] for name in alike},
        )


class OpenForumForm(ForumForm):
    """A new forum, and whom it brings together."""

    own_unit = forms.ChoiceField(label="Jeres enhed", help_text="Enheden bliver sekretær og kan give flere pladser.")
    units = forms.MultipleChoiceField(
        label="Hvilke andre enheder har en plads?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pladser hører til enheder, aldrig til personer.",
    )

    def __init__(self, *args: Any, at_table: list[Unit], own_authority: object, **options: Any) -> None:
        """Offer the own units, and everybody's."""
        super().__init__(*args, **options)
        own = [unit for unit in at_table if unit.authority_id == own_authority]
        self.own = offer_units(self.fields["own_unit"], own)
        self.offered = offer_units(self.fields["units"], at_table, nothing="")

    @property
    def chosen(self) -> list[Unit]:
        """The units that were ticked."""
        return [self.offered[key] for key in self.cleaned_data["units"]]


def from_template(kind: ForumKind, template: Template) -> Mapping[str, Any]:
    """Fill in what such a forum usually is."""
    return {
        "name": kind.label,
        "purpose": template.purpose,
        "rhythm": template.cadence.rhythm.value,
        "every": template.cadence.every,
        "weekdays": list(template.cadence.weekdays),
        "starts_at": template.starts_at,
        "minutes": template.minutes,
        "has_individual_part": template.has_individual_part,
    }


def from_forum(forum: Forum) -> Mapping[str, Any]:
    """Fill in what the forum is."""
    return {name: getattr(forum, name) for name in ForumForm.base_fields}
