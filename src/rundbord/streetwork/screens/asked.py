"""Which quarter an address asks for; one that has not begun is not there."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from rundbord.streetwork.rules.quarters import Quarter, quarter_of_key


def quarter_asked(key: str) -> Quarter:
    """Read the quarter, or raise Http404."""
    quarter = quarter_of_key(key)
    if quarter is None or not quarter.has_begun(timezone.localdate()):
        raise Http404
    return quarter
