"""The field for what a decision rests on: the address of a page in Rundbord, and of nothing about a person."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.urls import Resolver404, resolve

# Rooms whose pages hold no person, and whose addresses no secret.
_COMMON_ROOMS = frozenset(
    {"situation", "insight", "conflicts", "zones", "alerts", "tasks", "partnership", "streetwork", "meetings", "feeds"}
)
_EXPLAINED = "Indsæt adressen på en side i Rundbord, for eksempel et situationsbillede eller et område."


class BasisField(forms.CharField):
    """Takes the address as copied from the browser, and keeps its path alone: what is asked for may name somebody."""

    def __init__(self, **options: Any) -> None:
        """As long as the column."""
        super().__init__(**{"max_length": 300, **options})

    def clean(self, value: Any) -> str:
        """Give the path, or say what to put in."""
        text = str(super().clean(value) or "").strip()
        if not text:
            return ""
        path = urlsplit(text.removeprefix(settings.ORIGIN)).path if _is_ours(text) else ""
        if not _is_common_page(path):
            raise forms.ValidationError(_EXPLAINED)
        return path


def _is_ours(text: str) -> bool:
    return text.startswith(f"{settings.ORIGIN}/") or (text.startswith("/") and not text.startswith("//"))


def _is_common_page(path: str) -> bool:
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return found.namespace in _COMMON_ROOMS and "token" not in found.kwargs
