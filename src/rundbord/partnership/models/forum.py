"""Forums, the items that their agendas begin with, and the units seated in them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, READ, READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.forum_policies import AtForum, ForumItself, SeatedAt
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions

_PLACE = ("rundbord_place",)
_WORDS = ("name", "purpose", "rhythm", "every", "weekdays", "starts_at", "minutes", "place", "has_private_place")


class Forum(models.Model):
    """Forum — forum: who meets, how often and what about; every meeting belongs to one."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="forums")
    authority = models.ForeignKey(Authority, models.PROTECT)
    kind = term()
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    rhythm = term()
    every = models.PositiveSmallIntegerField(default=1)
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list)
    starts_at = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=160, blank=True)
    has_private_place = models.BooleanField(default=False)
    legal_basis = term(blank=True)
    has_individual_part = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """`authority` opened it; `every` goes with the rhythm; `legal_basis` is a key of `sharing.LegalBasis`."""

        constraints = [
            ForumItself(
                name="forum_of_seated",
                commands=READ_ADD_CHANGE,
                columns={"update": (*_WORDS, "legal_basis", "has_individual_part", "closed_at")},
            ),
            ForumItself(name="forum_for_partners", commands=READ, logins=_PLACE),
            ForPolicyFunctions(name="forum_for_functions"),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class StandardItem(models.Model):
    """Standard item — fast punkt: an item that every new agenda of a forum begins with."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="standard_items")
    position = models.PositiveSmallIntegerField()
    kind = term()
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField(default=5)

    class Meta:
        """Written anew as a whole by those who lead the forum."""

        constraints = [
            AtForum(name="standard_item_of_seated", commands=ALL, led=True),
            AtForum(name="standard_item_for_partners", commands=READ, logins=_PLACE),
        ]


class ForumSeat(models.Model):
    """Forum seat — plads: a unit's place in a forum from a day to a day; the last day counts, and it is no person's."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="seats")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="forum_seats")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="forum_seats")
    unit_name = models.CharField(max_length=120)
    role = term()
    may_join_individual_part = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        """A seat only ends; `unit_name` is the name as it was given, since partners read no units of others."""

        indexes = [models.Index(fields=["partnership", "authority"], name="seat_by_authority")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="seat_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["forum", "unit"], condition=Q(ends_on__isnull=True), name="seat_once_a_unit"
            ),
            SeatedAt(name="seat_of_seated", commands=READ_ADD_CHANGE, columns={"update": ("ends_on",)}, led=True),
            SeatedAt(name="seat_for_partners", commands=READ, logins=_PLACE),
            ForPolicyFunctions(name="seat_for_functions"),
        ]
