"""Correcting a published picture: a numbered note beside it, while the picture stays as it was."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.notices.actions import notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Correction, Picture
from rundbord.situation.queries.picture_readers import units_that_read


def correct_picture(
    picture: Picture, *, text: str, audience: Audience, overridden: Collection[str] = (), by: Actor
) -> Correction:
    """Add the next correction, and tell every unit that has read the picture."""
    by.must(Permission.PUBLISH_PICTURE)
    # Held until the end of the request, so that two corrections at once get two numbers.
    Picture.objects.select_for_update().get(pk=picture.pk)
    correction = Correction.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=audience,
        picture=picture,
        number=_next_number(picture),
        text=text,
        user_label=f"{by.user_title}, {by.unit_name}",
        at=timezone.now(),
    )
    audit.record(Event.PICTURE_CORRECTED, about=correction, by=by, details={"number": picture.number})
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=correction, by=by, details={"kinds": ",".join(overridden)})
    path = reverse("situation:show_picture", args=[picture.number])
    notify(NoticeKind.PICTURE_CORRECTED, path, units_that_read(picture), by=by)
    return correction


def _next_number(picture: Picture) -> int:
    highest = Correction.objects.filter(picture=picture).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1
