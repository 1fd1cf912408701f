"""Who takes part: a sealed name, a consent and how it ended; no reason, and no way to a file on anybody."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.keys.models import DataKey
from rundbord.programmes.models.programme import Cohort, CourseDay
from rundbord.programmes.row_policies import OnOwnCourse


class Participant(models.Model):
    """Participant — deltager: somebody on a course; the name lies sealed by a key of its own.

    There is no column for why somebody is here, no number and no index by which a name could be found, so that taking
    part never tells of a concern. `follow_up` is the course that comes after.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    name = models.BinaryField()
    contact = models.BinaryField(null=True)
    consent_on = models.DateField(null=True)
    consent_from = term(blank=True)
    added_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ending = term(blank=True)
    follow_up = models.ForeignKey(Cohort, models.PROTECT, null=True, related_name="+")
    delete_on = models.DateField()

    class Meta:
        """The night destroys the key when the last day has passed."""

        indexes = [
            models.Index(fields=["authority", "unit", "cohort"], name="participant_by_cohort"),
            models.Index(fields=["authority", "delete_on"], name="participant_by_last_day"),
        ]
        constraints = [
            OnOwnCourse(
                name="participant_on_own_course",
                commands=READ_ADD_CHANGE,
                columns={"update": ("consent_on", "consent_from", "ended_on", "ending", "follow_up_id")},
            )
        ]


class Presence(models.Model):
    """Presence — fremmøde: whether somebody was there on a day; noted anew when it was wrong."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="presences")
    day = models.ForeignKey(CourseDay, models.PROTECT, related_name="+")
    was_there = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        """As the participant."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "participant", "day"], name="presence_once_a_day"),
            OnOwnCourse(
                name="presence_on_own_course", commands=READ_ADD_CHANGE, columns={"update": ("was_there", "at")}
            ),
        ]
