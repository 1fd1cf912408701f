"""Efforts that are about persons, and the yearly vote on whether they go on."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import InPartnership


class PersonEffort(models.Model):
    """Person-related effort — personrettet indsats: what the parties do about single persons, named without any."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="person_efforts")
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        """It holds a year at a time; rows of `Renewal` carry it further."""

        constraints = [
            InPartnership(name="person_effort_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("ended_on",)})
        ]


class Renewal(models.Model):
    """Renewal — fornyelse: the question whether an effort goes on until a day, with quorum and deadline."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    effort = models.ForeignKey(PersonEffort, models.PROTECT, related_name="renewals")
    until = models.DateField()
    decide_by = models.DateField()
    quorum = models.PositiveSmallIntegerField()
    voters = models.PositiveSmallIntegerField()
    opened_on = models.DateField()

    class Meta:
        """Never changed: the result follows from the votes. `voters` is how many could vote when it was opened."""

        constraints = [InPartnership(name="renewal_of_parties", commands=READ_AND_ADD)]


class RenewalVote(models.Model):
    """Renewal vote — stemme: what one party says; its newest word stands until the vote is closed."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    renewal = models.ForeignKey(Renewal, models.PROTECT, related_name="votes")
    choice = term()
    reason = models.TextField(blank=True)
    voted_on = models.DateField()

    class Meta:
        """One vote a party, given by the party itself."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "renewal", "authority"], name="one_vote_a_party"),
            InPartnership(
                name="renewal_vote_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("choice", "reason", "voted_on")},
                owned=True,
            ),
        ]
