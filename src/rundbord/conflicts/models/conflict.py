"""The conflict itself, its territory, and how it stood before."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.conflicts.row_policies import FollowsConflict, InConflict
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience, ReachedAnew

_FACTS = ("title", "kind", "started_on", "owner_id", "communication")
_STATE = ("tension", "urgency", "review_due_at", "quiet_since", "changed_at", "closed_at", "version")


class Conflict(models.Model):
    """Conflict — konflikt: a quarrel between groups as the partnership knows it; names no person and no group.

    `urgency` is the tension as a number that sorts the gravest first; `quiet_since` is when something last happened
    or the tension last changed. `version` counts changes of the facts, so that of two who edit at once none is lost.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    title = models.CharField(max_length=120)
    kind = term()
    started_on = models.DateField()
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    communication = models.TextField(blank=True)
    tension = term()
    urgency = models.PositiveSmallIntegerField()
    review_due_at = models.DateTimeField()
    quiet_since = models.DateTimeField()
    opened_at = models.DateTimeField()
    opened_label = models.CharField(max_length=180)
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """The partnership's common work: who reads it may carry it on. Never for partners."""

        indexes = [
            models.Index(fields=["partnership", "urgency", "review_due_at", "id"], name="conflict_by_urgency"),
            models.Index(fields=["partnership", "-closed_at", "-id"], name="conflict_by_end"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=["authority", "police", "parties"]), name="conflict_is_never_for_partners"
            ),
            ByAudience(
                name="conflict_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": (*_FACTS, *_STATE)},
                by_parties=True,
            ),
            ReachedAnew(name="conflict_reached_anew", keys=("id",)),
        ]

    def __str__(self) -> str:
        """Show the neutral title."""
        return self.title


class PartOfConflict(models.Model):
    """A row that somebody adds to a conflict: it reaches as the conflict does, and names the unit that wrote it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    user_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Not a table."""

        abstract = True

    @property
    def who(self) -> str:
        """Name the unit that wrote it."""
        return self.unit.name if self.unit else self.user_label


class ConflictArea(models.Model):
    """Conflict area — konfliktområde: an area that belongs to the territory of a conflict."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="territory")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")

    class Meta:
        """Which areas it once had, the revisions tell."""

        constraints = [
            models.UniqueConstraint(fields=["conflict", "area"], name="conflict_area_once"),
            InConflict(
                name="conflict_area_by_audience",
                commands=("select", "insert", "delete"),
                table="conflicts_conflictarea",
            ),
            FollowsConflict(name="conflict_area_reached_anew"),
        ]


class ConflictRevision(PartOfConflict):
    """Conflict revision — konfliktudgave: the facts of a conflict as they stood from one version on."""

    version = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    kind = term()
    started_on = models.DateField()
    owner_label = models.CharField(max_length=180)
    areas_label = models.TextField(blank=True)
    communication = models.TextField(blank=True)

    class Meta:
        """Changed by blacking out a person alone; two who save the same version collide here, too."""

        constraints = [
            models.UniqueConstraint(fields=["conflict", "version"], name="conflict_revision_once"),
            InConflict(
                name="conflict_revision_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("title", "communication")},
                table="conflicts_conflictrevision",
                by_unit=True,
            ),
            FollowsConflict(name="conflict_revision_reached_anew"),
        ]
