"""Which table of near-repeat is wanted: a category that has enough, and a period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from rundbord.situation.models import NearRepeatTable
from rundbord.situation.rules.repeats import LENGTHS, REPEATING
from rundbord.situation.vocabulary import Category

_PERIODS = {90: "Seneste 3 måneder", 365: "Seneste år", 1095: "Seneste tre år"}
_USUAL = 365


class RepeatsForm(forms.Form):
    """Both have a default, so that the page is never without a table."""

    kategori = forms.ChoiceField(label="Kategori", required=False)
    periode = forms.ChoiceField(
        label="Periode", required=False, choices=[(str(each), _PERIODS[each]) for each in LENGTHS]
    )

    def __init__(self, asked: Any, *, tables: Iterable[NearRepeatTable]) -> None:
        """Offer burglary, and the other categories with enough in any period."""
        self._tables = {(table.category, table.length): table for table in tables}
        enough = {category for (category, _), table in self._tables.items() if table.pairs is not None}
        offered = [each for each in REPEATING if each == Category.BURGLARY or each in enough]
        self.left_out = [each for each in REPEATING if each not in offered]
        self.category = _asked_category(asked.get("kategori", ""), offered)
        self.length = _asked_length(asked.get("periode", ""))
        super().__init__({"kategori": self.category.value, "periode": str(self.length)})
        self.fields["kategori"].choices = [(each.value, each.label) for each in offered]  # type: ignore[attr-defined]

    @property
    def table(self) -> NearRepeatTable | None:
        """The table, if a night has written it."""
        return self._tables.get((self.category.value, self.length))


def _asked_category(asked: str, offered: Sequence[Category]) -> Category:
    return next((each for each in offered if each.value == asked), Category.BURGLARY)


def _asked_length(asked: str) -> int:
    return next((each for each in LENGTHS if str(each) == asked), _USUAL)
