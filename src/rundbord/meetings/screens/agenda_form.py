"""The form of a standard agenda: one row an item, and some empty ones below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from rundbord.partnership.actions import ItemTerms
from rundbord.partnership.models import StandardItem
from rundbord.partnership.vocabulary import ItemKind
from rundbord.web.guarded import GuardedForm

MOST_ITEMS = 16
_EMPTY_ROWS = 3


@dataclass(frozen=True, kw_only=True)
class Row:
    """The fields of one item."""

    number: int
    title: BoundField
    kind: BoundField
    minutes: BoundField


class AgendaForm(GuardedForm):
    """Rows of title, kind and minutes; a row without a title is left out."""

    def __init__(self, *args: Any, items: Sequence[StandardItem], speaks_of_cases: bool, **options: Any) -> None:
        """Make a row for each item, and a few more."""
        super().__init__(*args, **options)
        self.count = min(len(items) + _EMPTY_ROWS, MOST_ITEMS)
        kinds = [term for term in ItemKind if speaks_of_cases or term != ItemKind.INDIVIDUAL]
        for number in range(1, self.count + 1):
            item = items[number - 1] if number <= len(items) else None
            self._add_row(number, item, [(term.value, term.label) for term in kinds])
        self.guarded = tuple(f"title_{number}" for number in range(1, self.count + 1))  # type: ignore[misc]

    @property
    def rows(self) -> Iterator[Row]:
        """Give the fields row by row."""
        for number in range(1, self.count + 1):
            fields = {name: self[f"{name}_{number}"] for name in ("title", "kind", "minutes")}
            yield Row(number=number, **fields)

    def agenda(self) -> list[ItemTerms]:
        """Give the items that have a title, in order."""
        given = self.cleaned_data
        return [
            ItemTerms(
                title=given[f"title_{number}"],
                kind=ItemKind(given[f"kind_{number}"] or ItemKind.TOPIC),
                minutes=given[f"minutes_{number}"] or 5,
            )
            for number in range(1, self.count + 1)
            if given[f"title_{number}"]
        ]

    def _add_row(self, number: int, item: StandardItem | None, kinds: list[tuple[str, str]]) -> None:
        told = {"title": item.title, "kind": item.kind, "minutes": item.minutes} if item else {}
        self.fields[f"title_{number}"] = forms.CharField(
            label=f"Punkt {number}", required=False, max_length=120, initial=told.get("title")
        )
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label="Handler om", required=False, choices=kinds, initial=told.get("kind", ItemKind.TOPIC.value)
        )
        self.fields[f"minutes_{number}"] = forms.IntegerField(
            label="Minutter", required=False, min_value=1, max_value=240, initial=told.get("minutes", 5)
        )
