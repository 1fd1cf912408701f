"""The short forms at the table: words under an item, one more item."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.meetings.models import AgendaItem
from rundbord.meetings.queries import Board
from rundbord.meetings.rules.writing import MOST_LETTERS
from rundbord.meetings.vocabulary import MeetingState
from rundbord.partnership.vocabulary import ItemKind
from rundbord.web.guarded import GuardedForm

NOW = "nu"


class EntryForm(GuardedForm):
    """Words of the own unit; an item of the individual part has none."""

    guarded = ("text",)

    item = forms.ChoiceField(label="Under punkt")
    text = forms.CharField(
        label="Jeres ord",
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ingen navne, numre eller adresser.",
    )

    def __init__(self, *args: Any, board: Board, chosen: str = "", **options: Any) -> None:
        """Offer the items; unless one was opened, words go to what is spoken of when they are sent."""
        super().__init__(*args, **options)
        self.board = board
        self.items = {str(each.item.pk): each.item for each in board.items if each.kind != ItemKind.INDIVIDUAL}
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        now = [] if board.meeting.state == MeetingState.ENDED else [(NOW, "Det, vi taler om nu")]
        field.choices = now + [
            (str(each.item.pk), f"{each.item.position}. {each.item.title}")
            for each in board.items
            if str(each.item.pk) in self.items
        ]
        if chosen in self.items:
            self.initial.setdefault("item", chosen)

    def clean_item(self) -> AgendaItem:
        """Give the item; "now" is the one that is being spoken of."""
        told = self.cleaned_data["item"]
        now = self.board.now
        if told != NOW:
            return self.items[told]
        if now is None or str(now.item.pk) not in self.items:
            raise forms.ValidationError("Lige nu tales der ikke om et punkt, der kan skrives til. Vælg et punkt.")
        return now.item


class CorrectForm(GuardedForm):
    """Other words in the place of the own ones."""

    guarded = ("text",)

    text = forms.CharField(
        label="Jeres ord",
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Et tomt felt trækker noten tilbage.",
    )


class ItemForm(GuardedForm):
    """One more matter."""

    guarded = ("title",)

    title = forms.CharField(label="Punkt", max_length=120)
    minutes = forms.IntegerField(label="Minutter", min_value=1, max_value=240, initial=5)
