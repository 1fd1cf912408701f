"""Delete source texts — slet originaler: 14 days after arrival the words are gone, the masked incidents stay."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.situation.models import ReadIncident, SourceText


def delete_source_texts(*, by: Actor) -> int:
    """Empty every original of the authority whose time is up, with all that points into it; give how many."""
    by.must(Permission.READ_SOURCE_TEXT)
    now = timezone.now()
    due = list(SourceText.objects.select_for_update().filter(delete_at__lte=now, deleted_at=None))
    ReadIncident.objects.filter(source_text__in=due).update(evidence={}, flags=[], span_start=0, span_end=0)
    for source in due:
        source.text, source.deleted_at = "", now
        source.save(update_fields=["text", "deleted_at"])
        audit.record(Event.SOURCE_TEXT_DELETED, about=source, by=by)
        record_deletion("source_text", rows=1, number=source.pk, by=by)
    return len(due)
