"""Form fields that Django lacks: several files at once, a choice that is made beforehand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from rundbord.ui.forms import ChoiceButtons


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
