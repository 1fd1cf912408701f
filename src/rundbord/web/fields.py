"""Form fields that Django lacks: several files, a choice made beforehand, an outline, a number sent back unseen."""

from __future__ import annotations

import json
import math
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from rundbord.ui.forms import ChoiceButtons

_MOST_IN_A_COLUMN = 2**31 - 1


class FilesInput(forms.FileInput):
    """A file input that lets the user choose several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; an optional field without any is an empty list. Their content is for the form to judge."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Give the files in the order in which they were chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        files = [each for each in chosen if each]
        if not files and self.required:
            super().clean(None, initial)
        return files


class AssumedChoiceField(forms.ChoiceField):
    """A choice that is made beforehand: leaving it out means what was assumed."""

    def __init__(self, *, assumed: str, **options: Any) -> None:
        """Remember what is assumed."""
        super().__init__(**{"widget": ChoiceButtons, "initial": assumed, **options})
        self.assumed = assumed

    def clean(self, value: Any) -> str:
        """Fill in what is assumed."""
        return str(super().clean(value or self.assumed))


class SentBackField(forms.IntegerField):
    """A number that the page itself sends back, such as the version that somebody has read."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        """Refuse what no column holds before a statement does."""
        super().__init__(**{"min_value": 0, "max_value": _MOST_IN_A_COLUMN, **options})


class OutlineField(forms.CharField):
    """An outline as GeoJSON text, filled in by a map; only its shape is taken, since anything can lie beside it."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "class": "code"})

    def clean(self, value: Any) -> dict[str, Any] | None:
        """Read the outline, or None where there is none; whether it is an area is for the action to judge."""
        text = super().clean(value).strip()
        if not text:
            return None
        try:
            outline = json.loads(text, parse_float=_finite, parse_int=_finite, parse_constant=_finite)
        except (ValueError, RecursionError):
            raise forms.ValidationError("Omridset kan ikke læses som GeoJSON. Tegn det på kortet.") from None
        if not isinstance(outline, dict):
            raise forms.ValidationError("Omridset skal være et område (Polygon). Tegn det på kortet.")
        return {part: outline[part] for part in ("type", "coordinates") if part in outline}


def _finite(text: str) -> float:
    """Read a coordinate; nothing on earth lies at infinity, and no table takes it."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
