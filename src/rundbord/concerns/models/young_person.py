"""Who a young person is, who has custody, and who among colleagues reaches the file."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, OwnPersons
from rundbord.concerns.row_policies import (
    ForDesk,
    HandedOverUnlessMoved,
    InEmergency,
    InFile,
    InFileUnlessMoved,
    ReachedUnlessMoved,
)
from rundbord.identity.models import Authority, Unit
from rundbord.keys.models import DataKey
from rundbord.partnership.row_policies import ForPolicyFunctions


class YoungPerson(models.Model):
    """Young person — ung: one unit's file on somebody; who it is lies sealed.

    `lead_id` is the responsible user. `cpr_index` is a blind index, and nothing is unique about it: that would tell one
    unit what another has. `birth_year` is plain for deadlines; the day lies sealed in `born_on` (ISO date). Since
    `moved_on`, a Danish day, it is a restricted copy of somebody who lives in another municipality.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    lead_id = models.UUIDField()
    lead_label = models.CharField(max_length=180)
    is_narrow = models.BooleanField(default=False)
    data_key = models.ForeignKey(DataKey, models.PROTECT)
    name = models.BinaryField()
    cpr = models.BinaryField(null=True)
    cpr_index = models.BinaryField(null=True)
    born_on = models.BinaryField(null=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    address = models.BinaryField(null=True)
    has_protected_address = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    delete_on = models.DateField()
    moved_on = models.DateField(null=True)

    class Meta:
        """Nobody deletes a file by hand: the night does, and destroys its key."""

        indexes = [
            models.Index(fields=["authority", "unit", "delete_on"], name="young_person_by_unit"),
            models.Index(fields=["authority", "cpr_index"], name="young_person_by_cpr"),
            models.Index(
                fields=["authority", "unit", "-moved_on", "-id"],
                condition=Q(moved_on__isnull=False),
                name="young_person_by_move",
            ),
        ]
        constraints = [
            HandedOverUnlessMoved(name="young_person_handed_over_by_name"),
            ForDesk(
                name="young_person_for_desk",
                columns={
                    "select": (
                        *("id", "authority_id", "unit_id", "lead_label", "is_narrow"),
                        *("opened_at", "delete_on", "moved_on"),
                    )
                },
            ),
            ReachedUnlessMoved(
                name="young_person_reached_by_name",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("lead_id", "lead_label", "is_narrow", "name", "cpr", "cpr_index", "born_on", "birth_year"),
                        *("address", "has_protected_address", "delete_on", "moved_on"),
                    )
                },
            ),
        ]


class NamePart(models.Model):
    """Name part — navnedel: blind index of one part of a name, so that a file is found by it inside the own reach."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="name_parts")
    index = models.BinaryField()

    class Meta:
        """Made anew when the name is put right."""

        indexes = [models.Index(fields=["authority", "index"], name="name_part_by_index")]
        constraints = [
            InFile(name="name_part_in_file", table="concerns_namepart", commands=("select", "insert", "delete")),
            OwnPersons(
                name="name_part_for_functions",
                commands=READ,
                logins=("rundbord_policy",),
                columns={"select": ("authority_id", "person_id", "index")},
            ),
        ]


class CustodyHolder(models.Model):
    """Custody holder — forældremyndighedsindehaver: whom letters go to, sealed by the young person's key."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="custody_holders")
    name = models.BinaryField()
    contact = models.BinaryField(null=True)
    has_protected_address = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """Put right by adding the new and ending the old."""

        constraints = [
            InFile(
                name="custody_holder_in_file",
                table="concerns_custodyholder",
                commands=READ_ADD_CHANGE,
                columns={"update": ("removed_at",)},
            ),
            InEmergency(name="custody_holder_in_emergency"),
        ]


class Assignment(models.Model):
    """Assignment — tildeling: lets a colleague or a unit of the own authority reach a file, until it is ended."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="assignments")
    user_id = models.UUIDField(null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=180)
    reason = models.CharField(max_length=300)
    given_at = models.DateTimeField()
    given_by = models.UUIDField()
    given_label = models.CharField(max_length=180)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """To a user or to a unit; ended, never deleted."""

        indexes = [
            models.Index(fields=["user_id"], condition=Q(ended_at__isnull=True), name="assignment_by_user"),
            models.Index(fields=["unit"], condition=Q(ended_at__isnull=True), name="assignment_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user_id__isnull=True) ^ Q(unit__isnull=True), name="assignment_to_user_or_unit"
            ),
            InFileUnlessMoved(
                name="assignment_in_file",
                table="concerns_assignment",
                author="given_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("ended_at",)},
            ),
            ForPolicyFunctions(
                name="assignment_for_functions",
                columns={"select": ("person_id", "authority_id", "user_id", "unit_id", "ended_at")},
            ),
        ]
