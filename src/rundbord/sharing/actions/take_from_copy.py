"""Taking lines of a received copy into an own file: under a key that goes when the copy is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.keys.actions import make_data_key
from rundbord.sharing.models import TakenCopy
from rundbord.sharing.queries.received import ReceivedContent, received_content, received_of
from rundbord.sharing.rules.taking import objections_to_taking


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What a file must know of a copy that it takes from: its content, and the key to seal the words under."""

    received: ReceivedContent
    key_id: UUID


def take_from_copy(received_id: UUID, places: list[int], *, by: Actor) -> Taken:
    """Say that lines, by their places from 0, are taken into an own file; raise Refused where one must stay behind."""
    by.must(Permission.READ_DISCLOSED)
    received = received_content(received_id, by)
    if objections := objections_to_taking([received.content.lines[each] for each in places], received.conditions):
        raise Refused({"lines": objections})
    taken = TakenCopy.objects.create(
        authority_id=by.authority_id,
        disclosure_id=received.disclosure_id,
        data_key=make_data_key(by=by),
        taken_at=timezone.now(),
        taken_by=by.user_id,
        taken_label=by.user_name,
    )
    audit.record(Event.COPY_TAKEN, about=received_of(received_id), by=by, details={"lines": len(places)})
    return Taken(received=received, key_id=taken.data_key_id)
