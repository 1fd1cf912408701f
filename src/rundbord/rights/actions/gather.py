"""Gathering what the own authority has about whoever asks: the machine looks, with the reach of nightly work.

No person gets that reach: what was found is laid down for the desk, sealed under the request's own key.
"""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.rights.models import GatheredItem, RightsRequest
from rundbord.rights.queries.gathering import everything_about
from rundbord.rights.queries.gathering.found import Item, as_text
from rundbord.rights.queries.requests import opened


def gather(request_id: UUID, *, by: Actor) -> int:
    """Search once for a request that waits; give how many items were laid down."""
    by.must(Permission.HANDLE_RIGHTS)
    waiting = RightsRequest.objects.select_for_update().filter(authority_id=by.authority_id, closed_at=None)
    request = waiting.filter(pk=request_id, gathered_at=None).first()
    view = opened(request) if request else None
    if request is None or view is None or view.key is None or view.cpr is None:
        return 0
    found = everything_about(view.cpr, view.name, by)
    GatheredItem.objects.bulk_create(_row(request, item, view.key) for item in found)
    request.gathered_at = timezone.now()
    request.save(update_fields=["gathered_at"])
    # The number would tell the log's readers whether there is anything.
    audit.record(Event.REQUEST_GATHERED, about=request, by=by)
    return len(found)


def _row(request: RightsRequest, item: Item, key: OpenKey) -> GatheredItem:
    row = GatheredItem(
        authority_id=request.authority_id,
        request=request,
        group=item.group.value,
        source_model=item.model,
        source_id=item.source_id,
        root_id=item.root_id,
        sender_id=item.sender_id,
        disclosure_id=item.disclosure_id,
        on=item.on,
        needs_eyes=item.needs_eyes,
        is_uncertain=item.is_uncertain,
    )
    row.body = key.seal(as_text(item.lines), at=place_of(row, "body"))
    if item.attached is not None:
        row.attached_form = item.attached.form
        row.attached = key.seal_file(item.attached.content, at=place_of(row, "attached"))
    return row
