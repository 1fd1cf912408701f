"""Which roles may break the glass, each use of it with its end, and what the owner finds of it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.aged_rows import AgedWith
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD, AgedRows
from rundbord.emergency.row_policies import JudgedByOwner, RuleOfLeaders, UseOfBreakGlass
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.row_policies import ForPolicyFunctions

# As long as a line of the log stays at least.
_AT_LEAST_DAYS = 365


class EmergencyRule(models.Model):
    """Emergency rule — regel for nødadgang: which roles may use it; the newest row stands, none is nobody."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    roles = ArrayField(models.CharField(max_length=40), default=list)
    set_by = models.UUIDField()
    set_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Only roles that work with young people."""

        constraints = [
            models.CheckConstraint(
                name="emergency_rule_of_eligible",
                condition=Q(roles__contained_by=["coordinator", "case_worker", "officer", "leader"]),
            ),
            RuleOfLeaders(name="emergency_rule_of_leaders", commands=READ_AND_ADD),
            ForPolicyFunctions(name="emergency_rule_for_functions"),
            AgedRows(name="emergency_rule_gone_by_night", moment="at", days=_AT_LEAST_DAYS),
        ]


class EmergencyAccess(models.Model):
    """Emergency access — nødadgang: one user reads one file for an hour, with a reason without names.

    `unit` and `lead_id` are the file's owner as it was opened. `person_id` is the number of the file, which may be gone
    before this row is. `due_on`: the Danish day on which the owner must have judged it.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    lead_id = models.UUIDField()
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    user_unit_label = models.CharField(max_length=180, blank=True)
    reason = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    due_on = models.DateField()

    class Meta:
        """One at a time; ended by its user or by its hour, never deleted by hand."""

        indexes = [models.Index(fields=["authority", "-opened_at"], name="emergency_access_newest")]
        constraints = [
            models.CheckConstraint(name="emergency_access_has_an_end", condition=Q(ends_at__gt=F("opened_at"))),
            models.UniqueConstraint(
                fields=["authority", "user_id"], condition=Q(ended_at=None), name="emergency_one_at_a_time"
            ),
            UseOfBreakGlass(
                name="emergency_access_seen_by_owner", commands=READ_ADD_CHANGE, columns={"update": ("ended_at",)}
            ),
            ForPolicyFunctions(name="emergency_access_for_functions"),
            AgedRows(name="emergency_access_gone_by_night", moment="opened_at", days=_AT_LEAST_DAYS),
        ]


class EmergencyReview(models.Model):
    """Emergency review — efterkontrol af nødadgang: justified or not, in words without names."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    access = models.ForeignKey(EmergencyAccess, models.PROTECT, related_name="reviews")
    finding = term()
    note = models.TextField()
    reviewed_by = models.UUIDField()
    reviewed_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "access"], name="emergency_reviewed_once"),
            JudgedByOwner(name="emergency_review_by_owner", commands=READ_AND_ADD),
            ForPolicyFunctions(name="emergency_review_for_functions"),
            AgedWith(
                name="emergency_review_gone_by_night",
                moment="opened_at",
                days=_AT_LEAST_DAYS,
                way=[("access_id", "emergency_emergencyaccess")],
            ),
        ]
