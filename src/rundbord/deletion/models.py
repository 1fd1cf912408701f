"""What is approved about deletion, what falls due, and what was deleted; never of whom."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD, AgedRows
from rundbord.deletion.row_policies import (
    DecidedByAnother,
    ForeseenByNight,
    RecordedOnce,
    SaidByOfficer,
    SaidInOwnName,
)
from rundbord.identity.models import Authority

# Whatever an authority chooses: what proves a deletion stays two years.
_AT_LEAST_DAYS = 2 * 365


def _gone(name: str, moment: str = "said_at") -> AgedRows:
    """Let the night take it."""
    return AgedRows(name=name, moment=moment, days=_AT_LEAST_DAYS)


class DeletionRecord(models.Model):
    """Deletion record — sletteregnskab: that something was deleted, by which rule, and how much; never what.

    `mark` is the salted sum of the file's number, so that it can be proved to somebody who knows that number. `unit_id`
    is empty where a colleague of the unit did not reach it either. `user_id` is the machine's where the night did it.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit_id = models.UUIDField(null=True)
    rule = term()
    at = models.DateTimeField()
    carried_out_by = models.CharField(max_length=80)
    user_id = models.UUIDField()
    rows = models.PositiveIntegerField()
    keys = models.PositiveIntegerField()
    salt = models.BinaryField(max_length=16)
    mark = models.BinaryField(max_length=32, null=True)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["authority", "-at", "-id"], name="deletion_record_newest_first")]
        constraints = [
            RecordedOnce(name="deletion_record_of_authority", commands=READ_AND_ADD),
            _gone("deletion_record_gone_by_night", "at"),
        ]


class ComingDeletion(models.Model):
    """Coming deletion — kommende sletning: what falls due in the next thirty days, by its number."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    rule = term()
    day = models.DateField()
    number = models.UUIDField()
    is_waiting = models.BooleanField(default=False)

    class Meta:
        """Written anew each night; `is_waiting` where it waits for the archive."""

        indexes = [models.Index(fields=["authority", "day", "id"], name="coming_deletion_by_day")]
        constraints = [ForeseenByNight(name="coming_deletion_of_officer", commands=("select", "insert", "delete"))]


class RulesApproval(models.Model):
    """Rules approval — godkendelse af sletteregler: an officer has approved all rules as they stood."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    fingerprint = models.CharField(max_length=64)
    review_on = models.DateField()
    note = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_label = models.CharField(max_length=180)

    class Meta:
        """Only added; the newest counts."""

        constraints = [
            SaidByOfficer(name="rules_approval_by_officer", commands=READ_AND_ADD),
            _gone("rules_approval_gone_by_night"),
        ]


class PeriodProposal(models.Model):
    """Period proposal — forslag til slettefrist: another number of days for one rule."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    rule = term()
    days = models.PositiveIntegerField()
    reason = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        constraints = [
            SaidInOwnName(name="period_proposal_in_own_name", commands=READ_AND_ADD),
            _gone("period_proposal_gone_by_night"),
        ]


class PeriodDecision(models.Model):
    """Period decision — afgørelse af slettefrist: another person's yes or no to a proposal."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    proposal = models.ForeignKey(PeriodProposal, models.PROTECT, related_name="decisions")
    is_approved = models.BooleanField()
    note = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_label = models.CharField(max_length=180)

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(fields=["proposal"], name="period_decided_once"),
            DecidedByAnother(name="period_decision_by_another", commands=READ_AND_ADD),
            _gone("period_decision_gone_by_night"),
        ]


class ArchiveWord(models.Model):
    """Archive word — arkivpligt: whether something of a kind must be looked through for the archive before it goes."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    kind = term()
    duty = term()
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_label = models.CharField(max_length=180)

    class Meta:
        """Only added; the newest counts."""

        constraints = [
            SaidByOfficer(name="archive_word_by_officer", commands=READ_AND_ADD),
            _gone("archive_word_gone_by_night"),
        ]
