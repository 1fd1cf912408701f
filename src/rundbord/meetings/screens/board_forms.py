"""The short forms at the table: words under an item, one more item."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.meetings.queries import Board
from rundbord.meetings.rules.writing import MOST_LETTERS
from rundbord.partnership.vocabulary import ItemKind
from rundbord.web.guarded import GuardedForm


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

    def __init__(self, *args: Any, board: Board, **options: Any) -> None:
        """Offer the items, the open one first chosen."""
        super().__init__(*args, **options)
        self.items = {str(each.item.pk): each.item for each in board.items if each.kind != ItemKind.INDIVIDUAL}
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        field.choices = [
            (str(each.item.pk), f"{each.item.position}. {each.item.title}")
            for each in board.items
            if str(each.item.pk) in self.items
        ]
        if board.shown:
            self.initial.setdefault("item", str(board.shown.item.pk))


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
