"""Keeping who is trained: noted, taken off, and told of a month before it ends."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.programmes import queries
from rundbord.programmes.models import Training
from rundbord.programmes.rules import objections_to_training


def note_training(
    unit: Unit, employee: str, topic: str, *, trained_on: date, holds_until: date | None = None, by: Actor
) -> Training:
    """Note that an employee of an own unit is trained."""
    by.must(Permission.FOLLOW_TEAMS)
    if reasons := objections_to_training(trained_on=trained_on, holds_until=holds_until, today=timezone.localdate()):
        raise Refused(reasons)
    noted = Training.objects.create(
        authority_id=by.authority_id,
        unit=unit,
        employee_label=employee,
        topic=topic,
        trained_on=trained_on,
        holds_until=holds_until,
        noted_at=timezone.now(),
    )
    audit.record(Event.TRAINING_NOTED, about=noted, by=by)
    return noted


def end_training(training: Training, *, by: Actor) -> None:
    """Take a line off: the employee has left, or is trained anew."""
    by.must(Permission.FOLLOW_TEAMS)
    training.ended_at = timezone.now()
    training.save(update_fields=["ended_at"])
    audit.record(Event.TRAINING_ENDED, about=training, by=by)


def remind_of_training(*, by: Actor) -> int:
    """Tell those who follow a unit's teams, once, of what ends within a month; give how many lines were told."""
    by.must(Permission.FOLLOW_TEAMS)
    due = queries.ending_soon(by)
    path = reverse("programmes:training")
    for unit_id in {each.unit_id for each in due}:
        to = Recipient.whoever_may(Permission.FOLLOW_TEAMS, authority_id=by.authority_id, unit_id=unit_id)
        notify(NoticeKind.TRAINING_ENDS, path, to, by=by)
    Training.objects.filter(pk__in=[each.pk for each in due]).update(reminded_at=timezone.now())
    return len(due)
