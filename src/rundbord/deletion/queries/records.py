"""What was deleted: newest first, and whether something of a known number was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.deletion.models import DeletionRecord
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.rules.marks import is_marked
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 25
_NEWEST_FIRST = ("-at", "-id")


@dataclass(frozen=True, kw_only=True)
class RecordRow:
    """One record as listed."""

    record: DeletionRecord

    @property
    def rule(self) -> str:
        """Name the rule."""
        return RULES[self.record.rule].label if self.record.rule in RULES else self.record.rule


@dataclass(frozen=True, kw_only=True)
class Records:
    """A page of records."""

    rows: list[RecordRow]
    before: str
    after: str


def records(actor: Actor, *, after: str = "", before: str = "") -> Records:
    """Give a page of what was deleted in the own authority, as far as the actor sees it."""
    own = DeletionRecord.objects.filter(authority_id=actor.authority_id)
    page = keyset_page(own, order=_NEWEST_FIRST, after=after, before=before, size=PAGE_SIZE)
    return Records(rows=[RecordRow(record=each) for each in page.rows], before=page.before, after=page.after)


def last_night(actor: Actor) -> list[tuple[str, int]]:
    """Count what was deleted since the day before, by rule."""
    since = timezone.now() - timedelta(days=1)
    own = DeletionRecord.objects.filter(authority_id=actor.authority_id, at__gte=since)
    counts: dict[str, int] = {}
    for rule in own.order_by("rule").values_list("rule", flat=True):
        label = RULES[rule].label if rule in RULES else rule
        counts[label] = counts.get(label, 0) + 1
    return list(counts.items())


def records_of(number: UUID, actor: Actor) -> list[DeletionRecord]:
    """Give the records of something whose number one knows, newest first: the sums are made anew, one by one."""
    own = DeletionRecord.objects.filter(authority_id=actor.authority_id, mark__isnull=False).order_by("-at", "-id")
    return [each for each in own.iterator() if is_marked(number, salt=bytes(each.salt), mark=bytes(each.mark or b""))]
