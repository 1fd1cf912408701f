"""Delete joint visits — slet fælles besøg: the night deletes those that the own authority asked for, on their day."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.interventions.models import JointVisit


def delete_joint_visits(*, by: Actor) -> int:
    """Delete each whose last day has passed, and say how many; answers go along, interventions let go of it."""
    by.must(Permission.WORK_CONCERNS)
    gone = list(JointVisit.objects.filter(authority_id=by.authority_id, delete_on__lt=timezone.localdate()))
    for visit in gone:
        audit.record(Event.JOINT_VISIT_DELETED, about=visit, by=by)
        deleted, _ = JointVisit.objects.filter(pk=visit.pk).delete()
        record_deletion("joint_visit", rows=deleted, number=visit.pk, by=by)
    return len(gone)
