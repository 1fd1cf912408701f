"""Letting go: when a file is deleted, what was gathered from it goes too, unless a law keeps the copy (ADR 0040)."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import Attachment, Fact, YoungPerson
from rundbord.deletion.actions import record_deletion
from rundbord.handover.models import HandOverLine
from rundbord.programmes.models import Participant
from rundbord.rights.models import GatheredItem
from rundbord.rights.rules.keeping import stays_without_file
from rundbord.rights.vocabulary import ItemDecision, ItemGroup
from rundbord.sharing.queries.about_person import copies_ended


def let_go(*, by: Actor) -> int:
    """Delete the copies of what is no longer held; give how many."""
    by.must(Permission.HANDLE_RIGHTS)
    rows = GatheredItem.objects.filter(authority_id=by.authority_id, root_id__isnull=False)
    waiting = rows.filter(request__forgotten_at=None).select_related("request").defer("body", "redacted", "attached")
    gone = _gone(list(waiting))
    told = {(row.request_id, row.root_id) for row in gone if row.decision in {ItemDecision.GIVE, ItemDecision.PART}}
    going = [row for row in gone if not _stays(row, told)]
    GatheredItem.objects.filter(pk__in=[row.pk for row in going]).delete()
    for request_id, count in Counter(row.request_id for row in going).items():
        record_deletion("rights", rows=count, number=request_id, by=by)
    return len(going)


def _stays(row: GatheredItem, told: set[tuple[UUID, UUID | None]]) -> bool:
    """Judge by the item's decision; the log's lines are handed out with what they are about."""
    is_log = row.group == ItemGroup.LOG and (row.request_id, row.root_id) in told
    return stays_without_file(
        decision=ItemDecision.GIVE.value if is_log else row.decision,
        outcome=row.request.outcome,
        due_on=row.request.due_on,
        is_closed=row.request.closed_at is not None,
        today=timezone.localdate(),
    )


def _gone(rows: list[GatheredItem]) -> list[GatheredItem]:
    """Give what is a copy of something deleted: by the file or copy that it hangs on, or by itself."""
    ended = _ended_roots({row.root_id for row in rows})
    sources = _ended_sources({row.source_id for row in rows})
    attached = _keys_of(rows, Attachment)
    lines = _keys_of(rows, HandOverLine)
    sources |= attached - set(Attachment.objects.filter(pk__in=attached).values_list("pk", flat=True))
    sources |= lines - set(HandOverLine.objects.filter(pk__in=lines).values_list("pk", flat=True))
    return [row for row in rows if row.root_id in ended or row.source_id in sources]


def _ended_roots(roots: set[UUID | None]) -> set[UUID]:
    """Give the files, copies and places on courses whose key is destroyed."""
    ended = copies_ended(roots)
    for model in (YoungPerson, Participant):
        rows = model._default_manager.filter(pk__in=roots, data_key__destroyed_at__isnull=False)
        ended |= set(rows.values_list("pk", flat=True))
    return ended


def _ended_sources(sources: set[UUID | None]) -> set[UUID]:
    """Give the facts whose own last day is over."""
    return set(Fact.objects.filter(pk__in=sources, body=b"").values_list("pk", flat=True))


def _keys_of(rows: list[GatheredItem], model: type[Model]) -> set[UUID]:
    return {row.source_id for row in rows if row.source_model == model._meta.label and row.source_id}
