"""Zones: where they lie, and the chain of decisions behind them; what was registered wrongly is put right by a row."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.zones.row_policies import DecidedByPolice

_SEEN_ZONE = "zones_zone.zone_id"
# The first version stands as it was registered; every later one says why it was needed.
_SAYS_WHY = Q(version=1, corrected_why="") | (Q(version__gt=1) & ~Q(corrected_why=""))


class Zone(models.Model):
    """Zone — zone: a place in which a section of the police act applies for a time; when is told by its decisions."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    kind = term()
    name = models.CharField(max_length=120)
    borders = models.TextField(blank=True)
    outline = models.JSONField(null=True)
    starts_at = models.DateTimeField()
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField()

    class Meta:
        """Nothing of it changes but its words, when a person is blacked out; `unit` hears before it expires."""

        indexes = [models.Index(fields=["partnership", "-starts_at", "-id"], name="zone_by_start")]
        constraints = [
            DecidedByPolice(
                name="zone_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("name", "borders")},
                by_parties=True,
            )
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class ZonePlace(models.Model):
    """Zone place — rettet sted: where a zone lies and what it is, put right after a wrong registration.

    The zone itself holds the first version; the highest one counts, and all are kept. `corrected_by` names the writer
    by job and authority.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="places")
    version = models.PositiveSmallIntegerField()
    kind = term()
    name = models.CharField(max_length=120)
    borders = models.TextField(blank=True)
    outline = models.JSONField(null=True)
    corrected_why = models.TextField(blank=True)
    corrected_by = models.CharField(max_length=180, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        """Begins with version two."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "zone", "version"], name="zone_place_once_a_version"),
            models.CheckConstraint(condition=Q(version__gt=1) & _SAYS_WHY, name="zone_place_says_why"),
            DecidedByPolice(
                name="zone_place_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("name", "borders", "corrected_why")},
                by_parties=True,
                parent=_SEEN_ZONE,
            ),
        ]


class ZoneArea(models.Model):
    """Zone area — zoneområde: that a zone touches an area, by one version of its place."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="touches")
    area = models.ForeignKey(Area, models.PROTECT)
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """Written with the zone, and with each correction of its place."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "zone", "version", "area"], name="zone_touches_area_once"),
            DecidedByPolice(name="zone_area_by_audience", commands=READ_AND_ADD, parent=_SEEN_ZONE),
        ]


class ZoneDecision(models.Model):
    """Zone decision — zonebeslutning: one link of the chain: established, prolonged or ended; never rewritten.

    `happened` answers, before a prolongation, what has happened in the zone since the link before it. A link that was
    registered wrongly gets a row with the same number and a higher `version`, which counts; `corrected_by` names its
    writer by job and authority.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    step = term()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reasons = models.TextField()
    happened = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120)
    decided_on = models.DateField()
    link = models.CharField(max_length=300, blank=True)
    corrected_why = models.TextField(blank=True)
    corrected_by = models.CharField(max_length=180, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        """The link with the highest number says when the zone ends; one that ended ahead of time may last no time."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "zone", "number", "version"], name="zone_decision_once_a_version"
            ),
            models.CheckConstraint(condition=_SAYS_WHY, name="zone_decision_says_why"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="zone_decision_ends_after_start"),
            DecidedByPolice(
                name="zone_decision_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reasons", "happened", "decided_by", "link", "corrected_why")},
                by_parties=True,
                parent=_SEEN_ZONE,
            ),
        ]
