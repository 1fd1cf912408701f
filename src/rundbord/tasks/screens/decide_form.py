"""The form of a decision: what, who and when first, the rest folded out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area, Forum
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.tasks import actions
from rundbord.tasks.screens.basis_field import BasisField
from rundbord.ui.forms import DayInput
from rundbord.web.fields import SentBackField
from rundbord.web.guarded import GuardedForm


class DecideForm(GuardedForm):
    """What, who and when first, the rest folded out; what is hidden comes from the link of a picture or a meeting."""

    guarded = ("what", "why", "alternatives", "basis")
    folded: ClassVar[tuple[str, ...]] = ("forum", "alternatives", "basis", "basis_path", "review_on")

    what = forms.CharField(
        label="Hvad skal der gøres?", max_length=200, help_text="Én handling, som en enhed kan melde færdig."
    )
    owner = forms.ChoiceField(label="Hvilken enhed gør det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)
    area = forms.ChoiceField(label="Område", required=False)
    why = forms.CharField(
        label="Hvorfor?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad i billedet er grunden? Ingen personer.",
    )
    alternatives = forms.CharField(
        label="Hvad blev ellers overvejet?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Andre muligheder, og hvorfor de blev valgt fra.",
    )
    basis = forms.CharField(
        label="Hvad bygger beslutningen på?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hvilket billede og hvilke tal, for eksempel »12 hændelser på fire uger mod 5 før«.",
    )
    basis_path = BasisField(
        label="Link til grundlaget", required=False, help_text="Adressen på en side i Rundbord uden personer."
    )
    review_on = forms.DateField(
        label="Ses igennem igen",
        required=False,
        widget=DayInput,
        help_text="Den dag ser I på, om beslutningen stadig holder. I får besked.",
    )
    forum = forms.ChoiceField(
        label="Besluttet i",
        required=False,
        help_text="Så er beslutningen kun for de myndigheder, der har en plads i forummet.",
    )
    meeting_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    item_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    picture_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    picture_number = SentBackField(required=False, min_value=1)

    def __init__(
        self, *args: Any, units: list[Unit], areas: list[Area], forums: Iterable[Forum], **options: Any
    ) -> None:
        """Offer the parties' units, grouped by authority, the open areas, and the forums that one sits in."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["owner"], units)
        self.areas = offer_areas(self.fields["area"], areas)
        self.forums = {str(forum.pk): forum for forum in forums}
        named = [(key, forum.name) for key, forum in self.forums.items()]
        self.fields["forum"].choices = [("", "Intet bestemt forum"), *named]  # type: ignore[attr-defined]

    @property
    def is_unfolded(self) -> bool:
        """Tell whether anything is written, or wrong, among the fields that are folded away."""
        return any(self[name].value() or self[name].errors for name in self.folded)

    def decision(self) -> actions.Decision:
        """Give what was decided."""
        given = self.cleaned_data
        return actions.Decision(
            what=given["what"],
            why=given["why"],
            owner=self.units[given["owner"]],
            due_on=given["due_on"],
            alternatives=given["alternatives"],
            basis=given["basis"],
            basis_path=given.get("basis_path", ""),
            review_on=given["review_on"],
            area=self.areas.get(given["area"]),
            forum=self.forums.get(given["forum"]),
            meeting_id=given.get("meeting_id"),
            item_id=given.get("item_id"),
            picture_id=given.get("picture_id"),
            picture_number=given.get("picture_number"),
        )
