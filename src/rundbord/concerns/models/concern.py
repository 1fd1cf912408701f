"""A worry, the person's role in it, what must be known before contact, and how it ended."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import InEmergency, InFile, InFileUnlessMoved
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions


class Concern(models.Model):
    """Concern — bekymring: a worry about a young person, noted by one authority.

    `report_id` is the report in the inbox that it was opened from; the report bears no link back. `source_id` is the
    received disclosure that it rests on. `observed_on` is a Danish day. `next_on` is the day on which it is due.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="concerns")
    role = term()
    grounds = ArrayField(term())
    level = term()
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    observed_on = models.DateField()
    report_id = models.UUIDField(null=True)
    source_id = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    opened_label = models.CharField(max_length=180)
    next_on = models.DateField()
    next_step = models.CharField(max_length=120)
    contacted_at = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    secured_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """The clocks alone change; role, facts and closing are rows beside it."""

        indexes = [
            models.Index(fields=["person", "-opened_at"], name="concern_by_person"),
            models.Index(
                fields=["authority", "next_on"], condition=Q(closed_at__isnull=True), name="concern_by_due_day"
            ),
            models.Index(fields=["authority", "report_id"], name="concern_by_report"),
        ]
        constraints = [
            InEmergency(name="concern_in_emergency"),
            InFileUnlessMoved(
                name="concern_in_file",
                table="concerns_concern",
                author="opened_by",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("role", "level", "next_on", "next_step", "contacted_at", "offered_at", "secured_at"),
                        "closed_at",
                    )
                },
            ),
            ForPolicyFunctions(
                name="concern_for_functions", columns={"select": ("person_id", "authority_id", "source_id")}
            ),
        ]


class RoleChange(models.Model):
    """Role change — ændret rolle: a person's role in a concern is never changed silently; the reason lies sealed."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="+")
    concern = models.ForeignKey(Concern, models.PROTECT, related_name="role_changes")
    role = term()
    reason = models.BinaryField()
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField()
    changed_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        constraints = [
            InFile(name="role_change_in_file", table="concerns_rolechange", author="changed_by", commands=READ_AND_ADD)
        ]


class Safeguard(models.Model):
    """Safeguard — forholdsregel: what was found out before contact, of one kind; the newest of a kind counts.

    `state` is an `HonourScreening` for honour, and "yes" or "no" for a ban and for the safety of staff.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="safeguards")
    kind = term()
    state = term()
    note = models.BinaryField(null=True)
    valid_until = models.DateField(null=True)
    stated_at = models.DateTimeField()
    stated_by = models.UUIDField()
    stated_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["person", "kind", "-stated_at"], name="safeguard_newest_first")]
        constraints = [
            InFile(name="safeguard_in_file", table="concerns_safeguard", author="stated_by", commands=READ_AND_ADD),
            InEmergency(name="safeguard_in_emergency"),
        ]


class ConcernClosure(models.Model):
    """Concern closure — afslutning af bekymring: with outcome, note for the journal, and the day it is deleted on."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="+")
    concern = models.OneToOneField(Concern, models.PROTECT, related_name="closure")
    outcome = term()
    note = models.BinaryField()
    answer = models.BinaryField(null=True)
    is_journaled = models.BooleanField(default=False)
    delete_on = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.UUIDField()
    closed_label = models.CharField(max_length=180)

    class Meta:
        """The receipt from the authority's own journal is noted afterwards."""

        constraints = [
            InFile(
                name="concern_closure_in_file",
                table="concerns_concernclosure",
                author="closed_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("is_journaled",)},
            )
        ]
