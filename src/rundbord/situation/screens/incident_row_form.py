"""One line of the table in which officers enter incidents."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.categories import category_by_letters
from rundbord.situation.rules.quick_times import HOW_TO_WRITE, UnreadableTime, read_quick_time
from rundbord.situation.rules.telling import Account
from rundbord.situation.rules.when import When
from rundbord.situation.vocabulary import Category
from rundbord.web.guarded import GuardedForm


class IncidentRowForm(GuardedForm):
    """One line of the table; a line that is empty throughout is passed over."""

    guarded: ClassVar[tuple[str, ...]] = ("place_text", "text")
    error_css_class = "form-error"

    when = forms.CharField(label="Tid", required=False)
    category = forms.CharField(label="Kategori", required=False)
    place_text = forms.CharField(label="Gade eller sted", required=False)
    text = forms.CharField(label="Hvad skete der?", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Keep browsers from offering what was typed on this machine before."""
        super().__init__(*args, **options)
        lists = {"category": "categories", "place_text": "streets"}
        for name, field in self.fields.items():
            offered = {"list": lists[name]} if name in lists else {}
            field.widget.attrs |= {"autocomplete": "off", "aria-label": f"{field.label}, række {self.number}"} | offered

    @property
    def number(self) -> int:
        """The line as counted by people."""
        return int(self.prefix or 0) + 1

    def clean_when(self) -> When:
        """Read the time."""
        words = self.cleaned_data["when"]
        if not words:
            raise forms.ValidationError(f"Skriv et tidspunkt. {HOW_TO_WRITE}")
        try:
            return read_quick_time(words, now=timezone.now())
        except UnreadableTime as error:
            raise forms.ValidationError(f"Tidspunktet kan ikke læses. {HOW_TO_WRITE}") from error

    def clean_category(self) -> Category:
        """Find the category by its first letters."""
        category = category_by_letters(self.cleaned_data["category"])
        if category is None:
            raise forms.ValidationError("Vælg en kategori fra listen, eller skriv dens første bogstaver.")
        return category

    def account(self, audience: Audience) -> Account:
        """Give what was told; the heading is category and place, since nobody types a fact twice."""
        told = self.cleaned_data
        place = told["place_text"].strip()
        return Account(
            text=told["text"],
            audience=audience,
            when=told["when"],
            place_text=place,
            heading=f"{told['category'].label}, {place}",
            category=told["category"].value,
        )
