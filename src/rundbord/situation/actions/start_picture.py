"""Beginning a picture: the draft gets its row when somebody first writes in it or publishes it."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.situation.models import Picture
from rundbord.situation.queries.picture_periods import next_picture


def start_picture(*, by: Actor) -> Picture:
    """Give the partnership's draft, begun now if there is none; of two who begin at once both get the same."""
    by.must(Permission.EDIT_PICTURE)
    standing = Picture.objects.filter(published_at=None).first()
    if standing:
        return standing
    try:
        with transaction.atomic(using=current_login()):
            return _begin(by)
    except IntegrityError:
        return Picture.objects.get(published_at=None)


def _begin(by: Actor) -> Picture:
    now = timezone.now()
    picture = Picture.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        covers_from=next_picture(now=now).period.starts_at,
        started_at=now,
    )
    audit.record(Event.PICTURE_STARTED, about=picture, by=by)
    return picture
