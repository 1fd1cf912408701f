"""What is known of a young person: seen, thought and protective apart, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.rules.facts import is_by_name
from rundbord.concerns.rules.grades import grade_shown
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.rules.gang_facts import stands_on
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import InformationClass
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

FEW = 6
PAGE_SIZE = 25
_NEWEST_FIRST = ("-written_at", "-id")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One fact as shown."""

    fact: Fact
    words: str
    source: str
    class_label: str
    grade: str
    withdrawn_why: str
    is_replaced: bool
    has_lapsed: bool

    @property
    def is_gang(self) -> bool:
        """Tell whether the banner of § 115 stk. 5 stands above it."""
        return self.fact.information_class == InformationClass.GANG

    @property
    def is_by_name(self) -> bool:
        """Tell whether named readers alone read it."""
        return is_by_name(self.fact.information_class)

    @property
    def stands(self) -> bool:
        """Tell whether it can still be put right or withdrawn."""
        return self.fact.withdrawn_at is None and not self.is_replaced


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A stretch of facts of one kind."""

    kind: FactKind
    lines: list[Line]
    newer: str
    older: str


def facts_of(
    person: YoungPerson, kind: FactKind, key: OpenKey, *, after: str = "", before: str = "", size: int = FEW
) -> Facts:
    """Give a stretch of the facts of one kind; withdrawn ones and older wordings stay in sight."""
    rows = with_replaced(Fact.objects.filter(person=person, kind=kind.value))
    page = keyset_page(rows, order=_NEWEST_FIRST, after=after, before=before, size=size)
    return Facts(kind=kind, lines=lines_of(page.rows, key), newer=page.before, older=page.after)


def with_replaced(rows: QuerySet[Fact]) -> QuerySet[Fact]:
    """Ask with each fact whether a newer one replaces it."""
    return rows.annotate(is_replaced=Exists(Fact.objects.filter(replaces=OuterRef("pk"))))


def lines_of(rows: Iterable[Fact], key: OpenKey) -> list[Line]:
    """Open the words of facts."""
    today = timezone.localdate()
    return [_line(row, key, today) for row in rows]


def _line(row: Fact, key: OpenKey, today: date) -> Line:
    return Line(
        fact=row,
        words=text_of(row, "body", key),
        source=text_of(row, "source", key),
        class_label=label_of(InformationClass, row.information_class),
        grade=grade_shown(row.grade),
        withdrawn_why=text_of(row, "withdrawn_why", key),
        is_replaced=bool(getattr(row, "is_replaced", False)),
        has_lapsed=_has_lapsed(row, today),
    )


def _has_lapsed(row: Fact, today: date) -> bool:
    if row.received_under:
        return row.keep_until is not None and row.keep_until < today
    is_gang = row.information_class == InformationClass.GANG
    return is_gang and not stands_on(today, confirmed_on=row.confirmed_on, policy=CAUTIOUS)
