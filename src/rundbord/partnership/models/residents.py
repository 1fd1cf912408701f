"""Gatherings with residents and parents, what was promised and seen there, what is published, and what clubs offer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, READ_AND_ADD, BeforeSignIn
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models.area import Area
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import InPartnership


class Gathering(models.Model):
    """Gathering — samling: a safety meeting, walk, theme meeting or parents' evening; a number came, nobody by name."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="gatherings")
    authority = models.ForeignKey(Authority, models.PROTECT)
    kind = term()
    title = models.CharField(max_length=160)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    held_on = models.DateField()
    came = models.PositiveSmallIntegerField(null=True)
    themes = models.TextField(blank=True)
    meeting_id = models.UUIDField(null=True)

    class Meta:
        """No list of who came exists, and so none can be tied to a case; `meeting_id` may name a meeting."""

        indexes = [models.Index(fields=["partnership", "-held_on", "-id"], name="gathering_newest_first")]
        constraints = [InPartnership(name="gathering_of_parties", commands=READ_AND_ADD, owned=True)]


class Promise(models.Model):
    """Promise — løfte: what residents were promised, by which unit, until when, and when they hear of it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    gathering = models.ForeignKey(Gathering, models.PROTECT, null=True, related_name="promises")
    area = models.ForeignKey(Area, models.PROTECT, related_name="promises")
    text = models.CharField(max_length=240)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    due_on = models.DateField()
    feedback_on = models.DateField()
    state = term()
    answer = models.CharField(max_length=400, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        """What was promised never changes; what became of it does."""

        indexes = [models.Index(fields=["partnership", "state", "due_on"], name="promise_by_deadline")]
        constraints = [
            InPartnership(
                name="promise_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("state", "answer", "answered_on")},
            )
        ]


class PublishedPromise(models.Model):
    """Published promise — udgivet løfte: a promise as somebody published it; anybody may read it, and nothing else."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    promise = models.ForeignKey(Promise, models.PROTECT, related_name="published")
    area_id = models.UUIDField()
    area_name = models.CharField(max_length=120)
    text = models.CharField(max_length=240)
    owner_name = models.CharField(max_length=240)
    due_on = models.DateField()
    feedback_on = models.DateField()
    state = term()
    answer = models.CharField(max_length=400, blank=True)
    published_on = models.DateField()

    class Meta:
        """A copy of words, so that the public page needs to read this table alone."""

        indexes = [models.Index(fields=["area_id", "due_on"], name="published_by_area")]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "promise"], name="promise_published_once"),
            InPartnership(name="published_promise_of_parties", commands=("select", "insert", "delete")),
            BeforeSignIn(name="published_promise_for_all", commands=READ),
        ]


class WalkObservation(models.Model):
    """Walk observation — observation fra vandring: what was seen at a place, and who mends it by when."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="observations")
    place = models.CharField(max_length=160)
    category = term()
    text = models.CharField(max_length=240, blank=True)
    priority = term()
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = term()

    class Meta:
        """Only how far it is changes."""

        constraints = [
            InPartnership(name="walk_observation_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("state",)})
        ]


class ClubOffer(models.Model):
    """Club offer — foreningstilbud: what an association offers in an area, without persons."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    association = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    for_whom = models.CharField(max_length=120, blank=True)
    when = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        """Ended by any party; never rewritten."""

        indexes = [
            models.Index(fields=["partnership", "area"], condition=Q(ended_on__isnull=True), name="offer_by_area")
        ]
        constraints = [
            InPartnership(name="club_offer_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("ended_on",)})
        ]
