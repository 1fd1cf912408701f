"""Two people at one form: whoever saves second learns what the first saved, and loses none of their own words."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_datetime


class ReadAtForm(forms.Form):
    """A form that carries the moment of the newest change it was opened on; empty where there was none.

    The action compares it with the row, which it holds. A page that shows what came meanwhile is one that has read it.
    """

    read_at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, changed_at: datetime | None, **options: Any) -> None:
        """`changed_at` is the row's own, as the page shows it."""
        self._changed_at = changed_at.isoformat() if changed_at else ""
        options["initial"] = {**(options.get("initial") or {}), "read_at": self._changed_at}
        super().__init__(*args, **options)

    @property
    def was_read_at(self) -> datetime | None:
        """Give the moment that the user's page was opened on."""
        try:
            return parse_datetime(self.cleaned_data["read_at"])
        except ValueError:
            return None

    @property
    def came_meanwhile(self) -> bool:
        """Tell whether somebody changed the row after the user's page was opened."""
        return self.is_bound and self.data.get("read_at", "") != self._changed_at

    def have_read(self) -> None:
        """Let the next save count for what is shown now."""
        sent = cast(QueryDict, self.data).copy()
        sent["read_at"] = self._changed_at
        self.data = sent
