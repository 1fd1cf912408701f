"""Opening and printing a published picture: both leave a trace, and the first opening tells the parties."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.situation.models import Picture, Reading


def read_picture(picture: Picture, *, by: Actor) -> None:
    """Record that the actor has opened the picture."""
    by.must(Permission.READ_PICTURE)
    _note_reading(picture, by=by)
    audit.record(Event.PICTURE_READ, about=picture, by=by, details={"number": picture.number})


def print_picture(picture: Picture, *, by: Actor) -> None:
    """Record that the actor has taken the picture out on paper."""
    by.must(Permission.READ_PICTURE)
    _note_reading(picture, by=by)
    audit.record(Event.PICTURE_PRINTED, about=picture, by=by, details={"number": picture.number})


def _note_reading(picture: Picture, *, by: Actor) -> None:
    Reading.objects.bulk_create(
        [
            Reading(
                partnership_id=by.table,
                authority_id=by.authority_id,
                unit_id=by.unit_id,
                picture=picture,
                user_id=by.user_id,
                at=timezone.now(),
            )
        ],
        ignore_conflicts=True,
    )
