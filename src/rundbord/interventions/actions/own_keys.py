"""Words that go before the file does: their key is destroyed when they were delivered, or a day after the print."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey

# Time to print again when a printer failed, and no more.
STAYS_AFTER_PRINT = timedelta(hours=24)


def destroy_own_words(intervention: Intervention, *, by: Actor) -> int:
    """Destroy what has a key of its own in one intervention, and say how many."""
    living = StepTaken.objects.filter(intervention=intervention, data_key__destroyed_at=None)
    return _destroy(list(living.filter(data_key__isnull=False).select_related("data_key")), by=by)


def destroy_printed_words(*, by: Actor) -> int:
    """Destroy for the night what was printed a day ago and not noted as delivered; give how many."""
    by.must(Permission.WORK_CONCERNS)
    printed = StepTaken.objects.filter(
        authority_id=by.authority_id,
        data_key__isnull=False,
        data_key__destroyed_at=None,
        printed_at__lte=timezone.now() - STAYS_AFTER_PRINT,
    )
    return _destroy(list(printed.select_related("data_key")), by=by)


def _destroy(rows: list[StepTaken], *, by: Actor) -> int:
    for row in rows:
        assert isinstance(row.data_key, DataKey)  # noqa: S101 — asked for above
        destroy_data_key(row.data_key, by=by)
        audit.record(Event.UNDERRETNING_WORDS_DESTROYED, about=row, by=by)
        record_deletion("underretning", keys=1, number=row.pk, by=by)
    return len(rows)
