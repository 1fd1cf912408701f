"""Stopping a reader whose budget is used up: an alarm in the log each time, a notice once a day."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.audit import Event, ReadingStopped
from rundbord.logcontrol.models import ReadingStop
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def stop_reading(stopped: ReadingStopped, *, by: Actor) -> ReadingStop:
    """Note that a reading was refused; the reader's leader and the data-protection officer are told the first time."""
    by.must(Permission.SEE_DAY)
    stop = ReadingStop(
        authority_id=by.authority_id,
        user_id=by.user_id,
        user_label=by.user_name,
        unit_label=by.unit_name,
        day=timezone.localdate(),
        window=stopped.window.value,
        at=timezone.now(),
    )
    ReadingStop.objects.bulk_create([stop], ignore_conflicts=True)
    kept = ReadingStop.objects.get(authority_id=by.authority_id, user_id=by.user_id, day=stop.day)
    told = {"window": stopped.window.value, "kind": stopped.subject_kind, "row": stopped.subject}
    audit.record(Event.READING_STOPPED, about=kept, by=by, details=told)
    if kept.pk == stop.pk and by.partnership_id is not None:
        notify(NoticeKind.READING_STOPPED, reverse("logcontrol:show_stop", args=[kept.pk]), _told(by), by=by)
    return kept


def _told(by: Actor) -> list[Recipient]:
    """Give the data-protection officers and the leaders of the own unit."""
    return [
        Recipient(authority_id=by.authority_id, role=Role.DPO.value),
        Recipient(authority_id=by.authority_id, role=Role.LEADER.value, unit_id=by.unit_id),
    ]
