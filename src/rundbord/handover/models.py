"""A list that one unit brings to a meeting, its lines, the questions they put to others, and what is left of it all."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.handover.row_policies import (
    AnsweredOnLine,
    AskedBySender,
    AskedOfUnit,
    InOwnList,
    OfBringingUnit,
    OfUnitAfterwards,
)
from rundbord.identity.models import Authority, Unit
from rundbord.keys.models import DataKey
from rundbord.meetings.models import Meeting
from rundbord.partnership.models import Partnership

_READ_AND_DELETE = ("select", "delete")


class HandOverList(models.Model):
    """Hand-over list — overleveringsliste: what one unit brings to one meeting; closed, it is numbers and a dead key.

    `lines_brought`, `lines_taken_up` are written when it closes, when its lines are deleted and its key destroyed.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    meeting_day = models.DateField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    closed_at = models.DateTimeField(null=True)
    closed_label = models.CharField(max_length=180, blank=True)
    lines_brought = models.PositiveSmallIntegerField(null=True)
    lines_taken_up = models.PositiveSmallIntegerField(null=True)

    class Meta:
        """One a unit and meeting."""

        indexes = [
            models.Index(
                fields=["authority", "meeting_day"], condition=Q(closed_at__isnull=True), name="hand_over_still_open"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["authority", "unit", "meeting"], name="hand_over_list_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(lines_brought__isnull=False, lines_taken_up__isnull=False),
                name="closed_list_has_numbers",
            ),
            OfBringingUnit(
                name="hand_over_list_of_unit",
                commands=READ_ADD_CHANGE,
                columns={"update": ("closed_at", "closed_label", "lines_brought", "lines_taken_up")},
            ),
        ]


class HandOverLine(models.Model):
    """Hand-over line — linje: somebody of whom something was seen, addressed to one unit; sealed by the list's key.

    `disclosure_id` is the disclosure by which the name was given, after the unit took the line up.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    list = models.ForeignKey(HandOverList, models.PROTECT, related_name="lines")
    addressed_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = term()
    age_band = term()
    seen_on = models.DateField()
    information_class = term()
    grade = term()
    name = models.BinaryField()
    cpr = models.BinaryField(null=True)
    born_on = models.BinaryField()
    words = models.BinaryField()
    added_at = models.DateTimeField()
    disclosure_id = models.UUIDField(null=True)

    class Meta:
        """Deleted when the list closes."""

        indexes = [models.Index(fields=["list", "added_at"], name="line_by_list")]
        constraints = [
            InOwnList(
                name="hand_over_line_in_list",
                table="handover_handoverline",
                commands=("select", "insert", "update", "delete"),
                columns={"update": ("disclosure_id",)},
            )
        ]


class LineQuestion(models.Model):
    """Line question — spørgsmål om en linje: what the asked unit sees of it, without a name, under a key of its own."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    line_id = models.UUIDField()
    list_id = models.UUIDField()
    meeting_id = models.UUIDField()
    meeting_day = models.DateField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=240)
    data_key_id = models.UUIDField()
    role = term()
    age_band = term()
    seen_on = models.DateField()
    words = models.BinaryField()
    asked_at = models.DateTimeField()

    class Meta:
        """The asked unit's row, added by the sender; the closing of the list, or the night, takes it.

        `data_key_id` is the asked authority's key; no foreign key, since the sender sees no key of another.
        """

        indexes = [models.Index(fields=["authority", "unit", "meeting_id", "asked_at"], name="line_question_by_unit")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "line_id"], name="line_asked_once"),
            AskedOfUnit(name="line_question_of_unit", commands=_READ_AND_DELETE),
            AskedBySender(name="line_question_by_sender"),
        ]


class LineAnswer(models.Model):
    """Line answer — svar på en linje: taken up, or not; said once."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    line_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    verdict = term()
    at = models.DateTimeField()
    by = models.UUIDField()
    label = models.CharField(max_length=240)

    class Meta:
        """Seen by both, without content; deleted with the question."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "line_id"], name="line_answered_once"),
            AnsweredOnLine(name="line_answer_of_both", commands=("select", "insert", "delete")),
        ]


class HandOverReceipt(models.Model):
    """Hand-over receipt — kvittering: that what was asked of a unit at a meeting is gone, with numbers alone."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    meeting_id = models.UUIDField()
    list_id = models.UUIDField()
    keys_destroyed = ArrayField(models.UUIDField())
    questions = models.PositiveSmallIntegerField()
    taken_up = models.PositiveSmallIntegerField()
    cleared_at = models.DateTimeField()

    class Meta:
        """One a unit and list; the keys it names are the asked unit's own and open nothing any more."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "unit", "list_id"], name="hand_over_cleared_once"),
            OfUnitAfterwards(name="hand_over_receipt_of_unit", commands=READ_AND_ADD),
        ]


class GivenName(models.Model):
    """Given name — givet navn: the key of the own copy of a name that was given from a list, and its last day."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    ends_on = models.DateField()

    class Meta:
        """No file stands behind such a copy, so that the night ends it by this row."""

        indexes = [models.Index(fields=["authority", "ends_on"], name="given_name_by_last_day")]
        constraints = [
            OfUnitAfterwards(name="given_name_of_unit", commands=("select", "insert", "delete")),
        ]
