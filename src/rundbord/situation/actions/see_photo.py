"""See photo — se billede: every look is logged."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.situation.models import Photo


def see_photo(photo: Photo, *, by: Actor) -> bytes:
    """Give the content, and log that it was given."""
    by.must(Permission.READ_PICTURE)
    audit.record(Event.FILE_READ, about=photo, by=by)
    return bytes(photo.content)
