"""A breach, from its discovery to what was learnt."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.breaches.row_policies import BreachAtDesk, BreachCleared
from rundbord.identity.models import Authority


class Breach(models.Model):
    """Breach — brud: what happened, who may have seen it, how grave it is, who was told, what was learnt.

    All words have passed the person guard: nobody is named. `origin_id` is the disclosure or note that it came from.
    `told` counts the letters to persons; whom they went to is kept nowhere.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    regime = term()
    origin = term()
    origin_id = models.UUIDField(null=True)
    happened_at = models.DateTimeField()
    discovered_at = models.DateTimeField()
    what = models.TextField()
    classes = ArrayField(term(), default=list)
    people = models.PositiveIntegerField()
    risk = term(blank=True)
    risk_words = models.TextField(blank=True)
    measures = models.TextField(blank=True)
    notify = term(blank=True)
    notify_why = models.TextField(blank=True)
    notified_at = models.DateTimeField(null=True)
    tell = term(blank=True)
    tell_why = models.TextField(blank=True)
    told = models.PositiveIntegerField(default=0)
    learning = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    opened_label = models.CharField(max_length=180)
    judged_at = models.DateTimeField(null=True)
    judged_label = models.CharField(max_length=180, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_label = models.CharField(max_length=180, blank=True)
    delete_on = models.DateField(null=True)

    class Meta:
        """What happened stays as it was written; what is decided comes later."""

        indexes = [models.Index(fields=["authority", "-discovered_at", "-id"], name="breach_newest_first")]
        constraints = [
            BreachAtDesk(
                name="breach_at_desk",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("risk", "risk_words", "measures", "notify", "notify_why", "notified_at", "tell", "tell_why"),
                        *("told", "learning", "judged_at", "judged_label", "closed_at", "closed_label", "delete_on"),
                    )
                },
            ),
            BreachCleared(name="breach_cleared", commands=("delete",)),
        ]
