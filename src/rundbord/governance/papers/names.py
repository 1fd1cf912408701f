"""The Danish name of a table, as its model says it."""

from __future__ import annotations

import re

from django.apps import apps

_SAID = re.compile(r"—\s*([^:;.,]+)")


def name_of(label: str) -> str:
    """Give the Danish word of a model's first line, or its label where there is none."""
    said = _SAID.search(apps.get_model(label).__doc__ or "")
    word = said[1].strip() if said else label
    return word[0].upper() + word[1:]
