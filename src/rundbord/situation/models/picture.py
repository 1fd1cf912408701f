"""The picture: drafted together, then numbered and frozen entry by entry."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import (
    READ,
    READ_ADD_CHANGE,
    READ_AND_ADD,
    AgedRows,
    BeforeSignIn,
    OwnAuthority,
)
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ByAudience, InPartnership
from rundbord.situation.models.incident import Incident

_PLACE = ("rundbord_place",)
# Filled in when the draft is published, renewed when a person is blacked out.
_PUBLISHED = ("number", "covers_from", "covers_to", "published_at", "published_by", "publisher_label", "authority_id")
_SEALED = ("digests", "seal")
# Which unit has read: the user's number makes the row unique and is told to nobody.
_READ_BY = ("id", "partnership_id", "authority_id", "unit_id", "picture_id", "at")


class Picture(models.Model):
    """Picture — situationsbillede: a period, and when published a number; one draft at a time in a partnership."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    number = models.PositiveIntegerField(null=True)
    covers_from = models.DateTimeField()
    covers_to = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)
    publisher_label = models.CharField(max_length=180, blank=True)
    digests = models.JSONField(default=dict)
    seal = models.BinaryField(null=True)

    class Meta:
        """`covers_to` is "as known at"; `digests` covers each audience's entries, `seal` all digests (SHA-256)."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "number"], name="picture_number_once"),
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(published_at__isnull=True), name="one_draft_picture_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(covers_to__isnull=True) | Q(covers_to__gt=F("covers_from")),
                name="picture_ends_after_it_starts",
            ),
            InPartnership(
                name="picture_of_parties", commands=READ_ADD_CHANGE, columns={"update": (*_PUBLISHED, *_SEALED)}
            ),
            InPartnership(name="picture_for_partners", commands=READ, logins=_PLACE),
        ]

    def __str__(self) -> str:
        """Show the number."""
        return f"Nr. {self.number}" if self.number else "Kladde"


class Section(models.Model):
    """Section — afsnit: what coordinators write in the draft; each saving is a row, so that no words are lost."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="sections")
    kind = term()
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """The highest version stands; two who save the same version collide here and merge.

        Only blacking out a person changes a row.
        """

        constraints = [
            models.UniqueConstraint(fields=["picture", "kind", "audience", "version"], name="section_version_once"),
            ByAudience(
                name="section_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
                by_parties=True,
                parent="situation_picture.picture_id",
            ),
        ]


class Entry(models.Model):
    """Entry — post: one frozen line of a published picture; `content` is what was known then, as shown.

    Only blacking out a person changes it, and leaves a BlackOut row.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="entries")
    kind = term()
    position = models.PositiveIntegerField()
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="entries")
    content = models.JSONField()

    class Meta:
        """Row security decides each reader's edition."""

        indexes = [
            models.Index(fields=["picture", "position"], name="entry_in_order"),
            models.Index(fields=["incident"], name="entry_by_incident"),
        ]
        constraints = [
            ByAudience(
                name="entry_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("content",)},
                by_parties=True,
                parent="situation_picture.picture_id",
            ),
            ByAudience(name="entry_for_partners", commands=READ, logins=_PLACE),
        ]


class Correction(models.Model):
    """Correction — rettelse: a numbered note on a published picture; the picture itself stays as it was."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="corrections")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    user_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Numbered within the picture."""

        constraints = [
            models.UniqueConstraint(fields=["picture", "number"], name="correction_number_once"),
            ByAudience(
                name="correction_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
                by_parties=True,
                parent="situation_picture.picture_id",
            ),
            ByAudience(name="correction_for_partners", commands=READ, logins=_PLACE),
        ]


class BlackOut(models.Model):
    """Black-out — sløring: that words were struck from stored copies, never the words."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="black_outs")
    reason = models.CharField(max_length=200)
    entries_changed = models.PositiveIntegerField()
    user_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """All parties see that it happened."""

        constraints = [
            InPartnership(name="black_out_of_parties", commands=READ_AND_ADD),
            InPartnership(name="black_out_for_partners", commands=READ, logins=_PLACE),
        ]


class BreachNote(models.Model):
    """Breach note — hændelsesnotat: a person stood in a picture; 72 hours to judge whether to notify (GDPR art. 33)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    black_out = models.ForeignKey(BlackOut, models.PROTECT)
    opened_at = models.DateTimeField()
    judge_before = models.DateTimeField()
    readers = models.JSONField(default=list)
    text = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """The authority's own; `readers` lists units and numbers, not names."""

        constraints = [OwnAuthority(name="breach_note_own_authority", commands=READ_ADD_CHANGE)]


class Reading(models.Model):
    """Reading — læsning: that a unit's user opened a published picture for the first time."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="readings")
    user_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        """Parties see which units have read, and no user's number; names stay in the own authority's log."""

        constraints = [
            models.UniqueConstraint(fields=["picture", "user_id", "authority"], name="reading_once_a_user"),
            InPartnership(
                name="reading_of_parties",
                commands=READ_AND_ADD,
                columns={"select": _READ_BY},
                owned=True,
                by_unit=True,
                author="user_id",
            ),
            InPartnership(
                name="reading_by_partners",
                commands=("insert",),
                owned=True,
                by_unit=True,
                author="user_id",
                logins=_PLACE,
            ),
            AgedRows(
                name="reading_gone_by_night", moment="at", days=365, columns={"select": ("id", "authority_id", "at")}
            ),
        ]


class WallSession(models.Model):
    """Wall session — vægskærm: a display that shows the newest picture until it expires or is revoked."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    label = models.CharField(max_length=80)
    token_hash = models.BinaryField(unique=True)
    opened_by = models.UUIDField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """The sign-in login finds a display by its token; the authority opens and closes its own."""

        constraints = [
            OwnAuthority(name="wall_own_authority", commands=READ_ADD_CHANGE),
            BeforeSignIn(name="wall_at_the_door", commands=READ),
        ]
