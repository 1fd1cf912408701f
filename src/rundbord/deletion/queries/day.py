"""What falls due in the next thirty days: for each source what the user reaches, for the officer the numbers alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.models import ComingDeletion
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.sources import Due, Source, sources
from rundbord.web.keyset import keyset_page

AHEAD = timedelta(days=30)
PAGE_SIZE = 25
_BY_DAY = ("day", "id")


@dataclass(frozen=True, kw_only=True)
class DueRow:
    """One thing as listed."""

    due: Due
    name: str

    @property
    def rule(self) -> str:
        """Name the rule."""
        return RULES[self.due.rule].label

    @property
    def number(self) -> str:
        """Show so much of the number as people compare."""
        return str(self.due.number)[:8]


@dataclass(frozen=True, kw_only=True)
class DueKind:
    """How much of one kind falls due, and the rows where they are listed."""

    label: str
    count: int
    rows: list[DueRow]


@dataclass(frozen=True, kw_only=True)
class ComingRow:
    """One thing by its number."""

    number: str
    day: date
    rule_label: str
    is_waiting: bool


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A page of what falls due in the whole authority, by number."""

    rows: list[ComingRow]
    counts: list[tuple[str, int]]
    before: str
    after: str


def due_kinds(actor: Actor, *, today: date | None = None) -> list[DueKind]:
    """Ask every source for what is within the user's reach."""
    day = today or timezone.localdate()
    return [_kind(source, actor, day) for source in sources() if source.is_foreseen]


def coming(actor: Actor, *, after: str = "", before: str = "") -> Coming:
    """Give a page for the officer, as the last night saw it."""
    rows = of_authority(actor)
    counted = Counter(rows.values_list("rule", flat=True))
    page = keyset_page(rows, order=_BY_DAY, after=after, before=before, size=PAGE_SIZE)
    counts = [(RULES[rule].label, number) for rule, number in sorted(counted.items())]
    return Coming(rows=[_coming(each) for each in page.rows], counts=counts, before=page.before, after=page.after)


def of_authority(actor: Actor) -> QuerySet[ComingDeletion]:
    """Give what falls due in the own authority, as far as the actor may see numbers."""
    if not actor.may(Permission.CONTROL_DELETION):
        return ComingDeletion.objects.none()
    return ComingDeletion.objects.filter(authority_id=actor.authority_id)


def _coming(row: ComingDeletion) -> ComingRow:
    label = RULES[row.rule].label
    return ComingRow(number=str(row.number)[:8], day=row.day, rule_label=label, is_waiting=row.is_waiting)


def _kind(source: Source, actor: Actor, today: date) -> DueKind:
    due = sorted(source.due(actor, today, today + AHEAD), key=lambda each: (each.day, each.number))
    if not source.is_listed:
        return DueKind(label=source.label, count=len(due), rows=[])
    shown = due[:PAGE_SIZE]
    names = source.names(shown) if source.names and shown else {}
    rows = [DueRow(due=each, name=names.get(each.number, "")) for each in shown]
    return DueKind(label=source.label, count=len(due), rows=rows)
