"""Zones with the chain of decisions behind them, numbers of bans, and coming events."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience
from rundbord.zones.row_policies import DecidedByPolice

_SEEN_ZONE = "zones_zone.zone_id"


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


class ZoneArea(models.Model):
    """Zone area — zoneområde: that a zone touches an area."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="touches")
    area = models.ForeignKey(Area, models.PROTECT)

    class Meta:
        """Written with the zone."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "zone", "area"], name="zone_touches_area_once"),
            DecidedByPolice(name="zone_area_by_audience", commands=READ_AND_ADD, parent=_SEEN_ZONE),
        ]


class ZoneDecision(models.Model):
    """Zone decision — zonebeslutning: one link of the chain: established, prolonged or ended; never rewritten.

    `happened` answers, before a prolongation, what has happened in the zone since the link before it.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    zone = models.ForeignKey(Zone, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    step = term()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reasons = models.TextField()
    happened = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120)
    decided_on = models.DateField()
    link = models.CharField(max_length=300, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        """The link with the highest number says when the zone ends; one that ended ahead of time may last no time."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "zone", "number"], name="zone_decision_once_a_number"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="zone_decision_ends_after_start"),
            DecidedByPolice(
                name="zone_decision_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reasons", "happened", "decided_by", "link")},
                by_parties=True,
                parent=_SEEN_ZONE,
            ),
        ]


class BanCount(models.Model):
    """Ban count — antal opholdsforbud: how many were in force in an area in a month, and nothing about whom.

    Written twice: exactly for the police, and for the parties with `number` empty where it is small.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT)
    month = models.DateField()
    number = models.PositiveSmallIntegerField(null=True)
    noted_at = models.DateTimeField()

    class Meta:
        """`month` is the first day of it; the police correct their own number."""

        indexes = [models.Index(fields=["partnership", "-month"], name="ban_count_by_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "authority", "area", "month", "audience"], name="ban_count_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(audience="police") | Q(number__isnull=True) | Q(number=0) | Q(number__gte=5),
                name="ban_count_tells_no_small_number",
            ),
            DecidedByPolice(
                name="ban_count_by_audience", commands=READ_ADD_CHANGE, columns={"update": ("number", "noted_at")}
            ),
        ]


class ComingEvent(models.Model):
    """Coming event — kommende begivenhed: what lies ahead and may move things in an area; names nobody.

    Days are Danish calendar days, clock times those that clocks in Denmark show.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    kind = term()
    title = models.CharField(max_length=120)
    first_day = models.DateField()
    last_day = models.DateField()
    from_clock = models.TimeField(null=True)
    to_clock = models.TimeField(null=True)
    repeats_yearly = models.BooleanField(default=False)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    place_text = models.CharField(max_length=120, blank=True)
    influence = term()
    expected = models.TextField()
    planned = models.TextField(blank=True)
    source = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField()
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """The partnership's common work: who reads it may keep it up to date."""

        indexes = [models.Index(fields=["partnership", "first_day", "id"], name="coming_event_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="coming_event_ends_after_start"),
            ByAudience(
                name="coming_event_by_audience",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("title", "first_day", "last_day", "from_clock", "to_clock", "repeats_yearly"),
                        *("area_id", "place_text", "influence", "expected", "planned", "source"),
                        *("changed_at", "cancelled_at", "cancel_reason"),
                    )
                },
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title
