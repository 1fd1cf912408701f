"""Fields that forms about persons share: a CPR number, a name, a day, a text of several lines, a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from rundbord.keys.core.cpr import Cpr, NotCpr, read_cpr
from rundbord.ui.forms import DayInput
from rundbord.web.request import SignedInRequest


class CprField(forms.CharField):
    """A CPR number as a value, or None; what was typed stands in no message."""

    def __init__(self, **options: Any) -> None:
        """Ask no browser to remember it."""
        shown = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "size": 12})
        super().__init__(**{"label": "CPR-nummer", "required": False, "max_length": 20, "widget": shown, **options})

    def clean(self, value: Any) -> Cpr | None:
        """Read the number."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_cpr(text, today=timezone.localdate())
        except NotCpr as wrong:
            raise ValidationError(str(wrong)) from None


def text_field(label: str, *, rows: int = 4, most: int = 4000, **options: Any) -> forms.CharField:
    """Make a field for a text of several lines, with a counter."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


def name_field(label: str, **options: Any) -> forms.CharField:
    """Make a field for a name that no browser remembers."""
    shown = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(label=label, max_length=180, widget=shown, **options)


def day_field(label: str, **options: Any) -> forms.DateField:
    """Make a field for a Danish calendar day."""
    return forms.DateField(label=label, widget=DayInput, **options)


def reason_field(label: str, *, most: int = 1000, **options: Any) -> forms.CharField:
    """Make a field for a reason; the action says how much is enough."""
    return text_field(label, rows=3, most=most, **options)


def posted(request: SignedInRequest) -> Any:
    """Give what was sent, or nothing where the form is only opened."""
    return request.POST if request.method == "POST" else None
