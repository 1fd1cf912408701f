"""Fields of the rights desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from rundbord.keys.core.cpr import Cpr, NotCpr, read_cpr
from rundbord.ui.forms import DayInput
from rundbord.web.request import SignedInRequest


class WantedCprField(forms.CharField):
    """A CPR number as a value; what was typed stands in no message, and no browser remembers it."""

    def __init__(self, **options: Any) -> None:
        """Always wanted: without it nobody can be found for certain."""
        shown = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "size": 12})
        super().__init__(**{"label": "CPR-nummer", "max_length": 20, "widget": shown, **options})

    def clean(self, value: Any) -> Cpr:
        """Read the number."""
        text = super().clean(value)
        try:
            return read_cpr(text, today=timezone.localdate())
        except NotCpr as wrong:
            raise ValidationError(str(wrong)) from None


def name_field(label: str, **options: Any) -> forms.CharField:
    """Make a field for a name."""
    shown = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(label=label, max_length=180, widget=shown, **options)


def text_field(label: str, *, rows: int = 4, most: int = 4000, **options: Any) -> forms.CharField:
    """Make a field for words."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


def day_field(label: str, **options: Any) -> forms.DateField:
    """Make a field for a Danish day."""
    return forms.DateField(label=label, widget=DayInput, **options)


def posted(request: SignedInRequest) -> Any:
    """Give what was sent, or nothing where the form is only opened."""
    return request.POST if request.method == "POST" else None
