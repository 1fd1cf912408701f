"""Keeping a file past the eighteenth birthday — voksenvurdering: only with new reasons, and not for ever."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held, part, sealed
from rundbord.concerns.models import AdultReview, YoungPerson
from rundbord.concerns.queries.opened import birthday, key_of
from rundbord.concerns.rules.adulthood import objections_to_keeping


def keep_as_adult(person: YoungPerson, *, reason: str, ends_on: date | None, by: Actor) -> AdultReview:
    """Give new reasons about somebody who is, or soon will be, an adult; without them the night deletes the file."""
    file = held(person, by=by)
    key = key_of(file)
    objections = objections_to_keeping(
        born_on=birthday(file, key), reason=reason, ends_on=ends_on, today=timezone.localdate()
    )
    if objections or ends_on is None:
        raise Refused(objections)
    review = AdultReview(
        **part(file), ends_on=ends_on, written_at=timezone.now(), written_by=by.user_id, written_label=by.user_name
    )
    review.reason = sealed(review, "reason", reason, key) or b""
    review.save(force_insert=True)
    file.delete_on = ends_on
    file.save(update_fields=["delete_on"])
    audit.record(Event.FILE_KEPT_AS_ADULT, about=file, by=by)
    return review
