"""A case in the individual part of a meeting, as one authority keeps it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import Authority, Unit
from rundbord.meetingcases.row_policies import CaseAtNight, CaseOfUnit
from rundbord.meetings.models import Meeting


class MeetingCase(models.Model):
    """Meeting case — sag på mødet: attendance for this case, basis, decision, who does it and by when; no prose.

    `person` is an own file, `received_id` a copy that another unit gave; exactly one of them. `present` are units.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    person = models.ForeignKey(YoungPerson, models.PROTECT, null=True, related_name="+")
    received_id = models.UUIDField(null=True)
    put_at = models.DateTimeField()
    put_by = models.UUIDField()
    present = ArrayField(models.UUIDField(), default=list)
    basis = term(blank=True)
    decision = term(blank=True)
    responsible = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_label = models.CharField(max_length=240, blank=True)

    class Meta:
        """Others learn neither that it is there nor how many there are."""

        indexes = [
            models.Index(fields=["unit", "meeting", "put_at"], name="case_by_meeting"),
            models.Index(fields=["person", "-decided_at"], name="case_by_file"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "unit", "meeting", "person"],
                condition=Q(person__isnull=False),
                name="file_once_a_meeting",
            ),
            models.UniqueConstraint(
                fields=["authority", "unit", "meeting", "received_id"],
                condition=Q(received_id__isnull=False),
                name="copy_once_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(received_id__isnull=True), name="case_of_file_or_copy"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True) | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="case_decided_with_a_moment",
            ),
            CaseOfUnit(
                name="meeting_case_of_unit",
                commands=("select", "insert", "update", "delete"),
                columns={
                    "update": (
                        *("present", "basis", "decision", "responsible_id", "due_on", "decided_at", "decided_label"),
                    )
                },
            ),
            CaseAtNight(name="meeting_case_gathered", commands=READ),
        ]
