"""A week's control: the readings that were drawn, what their readers say, what is found, and the signature."""

from __future__ import annotations

from django.db import models

from rundbord.access.aged_rows import AgedWith
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD, AgedRows
from rundbord.identity.models import Authority
from rundbord.logcontrol.row_policies import (
    DrawnByMachine,
    JudgedByAnother,
    ReadingLookedAt,
    SaidByReader,
    SignedByHand,
)

# As long as a line of the log stays at least: what is kept of it may go then, and never before.
AT_LEAST_DAYS = 365

_CONTROL = ("control_id", "logcontrol_control")
_ITEM = ("item_id", "logcontrol_controlitem")


def _gone(name: str, *way: tuple[str, str]) -> AgedRows:
    """Let the night take it, with the control that it belongs to."""
    if not way:
        return AgedRows(name=name, moment="drawn_at", days=AT_LEAST_DAYS)
    return AgedWith(name=name, moment="drawn_at", days=AT_LEAST_DAYS, way=way)


class Control(models.Model):
    """Control — logkontrol: what one authority looks through of a week; `seed` lets anybody draw the sample again.

    `population` counts the readings of persons in the week, `found` how many stood out on each ground before the
    greatest number that is shown. Days are Danish.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    first_day = models.DateField()
    last_day = models.DateField()
    drawn_at = models.DateTimeField()
    seed = models.BinaryField(max_length=32)
    population = models.PositiveIntegerField()
    found = models.JSONField(default=dict)
    due_on = models.DateField()

    class Meta:
        """One a week."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "first_day"], name="control_once_a_week"),
            DrawnByMachine(name="control_of_authority", commands=READ_AND_ADD),
            _gone("control_gone_by_night"),
        ]


class ControlItem(models.Model):
    """Control item — læsning i kontrol: a line of the log as it is looked at; without a word of what was read."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    control = models.ForeignKey(Control, models.PROTECT, related_name="items")
    entry_id = models.UUIDField()
    read_at = models.DateTimeField()
    event = term()
    reader_id = models.UUIDField()
    reader_label = models.CharField(max_length=180)
    unit_label = models.CharField(max_length=180, blank=True)
    subject_kind = models.CharField(max_length=80, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    grounds = models.JSONField(default=list)
    relation = term()

    class Meta:
        """`subject` is the number of a file; who it is about stands in the file alone."""

        indexes = [models.Index(fields=["reader_id", "-read_at"], name="control_item_by_reader")]
        constraints = [
            models.UniqueConstraint(fields=["control", "entry_id"], name="control_item_once"),
            ReadingLookedAt(name="control_item_of_authority", commands=READ_AND_ADD),
            _gone("control_item_gone_by_night", _CONTROL),
        ]


class ControlAnswer(models.Model):
    """Control answer — svar på kontrol: what the reader says that the reading was for; the newest stands."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    item = models.ForeignKey(ControlItem, models.PROTECT, related_name="answers")
    reason = term()
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Added by the reader."""

        constraints = [
            SaidByReader(name="control_answer_of_reader", commands=READ_AND_ADD),
            _gone("control_answer_gone_by_night", _ITEM, _CONTROL),
        ]


class ControlJudgement(models.Model):
    """Control judgement — vurdering i kontrol: what the control finds of a reading; the newest stands."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    item = models.ForeignKey(ControlItem, models.PROTECT, related_name="judgements")
    verdict = term()
    note = models.TextField(blank=True)
    judged_by = models.UUIDField()
    judged_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Never by the reader."""

        constraints = [
            JudgedByAnother(name="control_judgement_by_another", commands=READ_AND_ADD),
            _gone("control_judgement_gone_by_night", _ITEM, _CONTROL),
        ]


class ControlSignature(models.Model):
    """Control signature — underskrift på kontrol: a leader has seen what the week's control found."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    control = models.ForeignKey(Control, models.PROTECT, related_name="signatures")
    remark = models.TextField(blank=True)
    signed_by = models.UUIDField()
    signed_label = models.CharField(max_length=180)
    signed_at = models.DateTimeField()

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(fields=["control"], name="control_signed_once"),
            SignedByHand(name="control_signature_by_hand", commands=READ_AND_ADD),
            _gone("control_signature_gone_by_night", _CONTROL),
        ]
