"""From which reports a concern was opened, as far as the reader's authority owns the report."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from rundbord.situation.models import HandedOver


def handed_over_among(report_ids: Sequence[UUID]) -> set[UUID]:
    """Tell which of these were handed over; the database tells it to the report's own authority alone."""
    return set(HandedOver.objects.filter(report__in=report_ids).values_list("report_id", flat=True))
