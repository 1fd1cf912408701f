"""A source from outside as one authority set it up, and which of its items are in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, READ_ADD_CHANGE, OwnAuthority
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import InPartnership
from rundbord.situation.models import SourceText

_STATE = ("is_on", "wanted_at", "next_at", "tried_at", "succeeded_at", "failed_at", "failure", "failure_status")
_SEEN = ("failures", "unreadable", "address", "etag", "last_modified")


class Feed(models.Model):
    """Feed — kilde udefra: how it went the last time is told to all parties; only its authority switches it.

    `unit` is the feed's own, so that in the picture its silence is not covered by a unit that people report from.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    kind = term()
    publisher = models.CharField(max_length=80, blank=True)
    is_on = models.BooleanField(default=True)
    set_up_at = models.DateTimeField()
    wanted_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failure = term(blank=True)
    failure_status = models.PositiveSmallIntegerField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    unreadable = models.PositiveSmallIntegerField(default=0)
    address = models.CharField(max_length=600, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=80, blank=True)

    class Meta:
        """A source is set up once by an authority; what it is stays, how it goes changes."""

        constraints = [
            models.UniqueConstraint(
                fields=["authority", "partnership", "kind", "publisher"], name="feed_once_per_authority"
            ),
            models.CheckConstraint(
                condition=Q(failures=0) | ~Q(failure=""),
                name="feed_failures_have_a_reason",
            ),
            InPartnership(
                name="feed_of_parties", owned=True, commands=READ_ADD_CHANGE, columns={"update": (*_STATE, *_SEEN)}
            ),
        ]


class FeedItem(models.Model):
    """Feed item — meddelelse fra kilde: one article or message that has been dealt with; holds none of its words.

    `case_key` joins the messages about one case; `digest` is of the content as it was received last.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    feed = models.ForeignKey(Feed, models.PROTECT, related_name="items")
    key = models.CharField(max_length=200)
    case_key = models.CharField(max_length=200)
    digest = models.BinaryField()
    published_at = models.DateTimeField()
    is_date_doubted = models.BooleanField(default=False)
    first_seen_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    outcome = term()
    source_text = models.ForeignKey(SourceText, models.PROTECT, null=True)

    class Meta:
        """The same item comes in once, however often it is fetched."""

        indexes = [
            models.Index(fields=["feed", "-first_seen_at"], name="feed_item_by_arrival"),
            models.Index(fields=["feed", "case_key"], name="feed_item_by_case"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["authority", "feed", "key"], name="feed_item_once"),
            InPartnership(
                name="feed_item_of_parties",
                owned=True,
                commands=ALL,
                columns={"update": ("digest", "changed_at", "outcome", "source_text_id")},
            ),
            # Also of a partnership that the authority has left: what was promised to be deleted is.
            OwnAuthority(name="feed_item_own_authority", commands=("select", "delete")),
        ]
