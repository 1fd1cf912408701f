"""What is known of a young person: seen, thought and protective apart, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.rules.facts import is_by_name
from rundbord.concerns.rules.grades import grade_shown
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.two_keys import open_under_both
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.queries import CopyNow, RightedNow, copies_now
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
    is_gone: bool = False
    taken_back: RightedNow | None = None
    righted: RightedNow | None = None

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
        return self.fact.withdrawn_at is None and not self.is_replaced and not self.is_gone


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
    """Open the words of facts; of those taken from a copy, as far as the copy still stands, with what was put right."""
    listed = list(rows)
    taken_keys = [row.taken_key_id for row in listed if row.taken_key_id]
    keys: Mapping[UUID, OpenKey] = open_keys(taken_keys) if taken_keys else {}
    copies = copies_now({row.disclosure_id for row in listed if row.disclosure_id})
    return [_line(row, key, keys, copies) for row in listed]


def _line(row: Fact, key: OpenKey, keys: Mapping[UUID, OpenKey], copies: Mapping[UUID, CopyNow]) -> Line:
    copy = copies.get(row.disclosure_id) if row.disclosure_id else None
    taken_back = copy.taken_back if copy else None
    # What was taken back is not opened, though its key may stand until the recipient has confirmed.
    is_gone = taken_back is not None or (row.taken_key_id is not None and row.taken_key_id not in keys)
    return Line(
        fact=row,
        words="" if is_gone else _words_of(row, "body", key, keys),
        source=text_of(row, "source", key),
        class_label=label_of(InformationClass, row.information_class),
        grade=grade_shown(row.grade),
        withdrawn_why="" if is_gone else _words_of(row, "withdrawn_why", key, keys),
        is_replaced=bool(getattr(row, "is_replaced", False)),
        has_lapsed=has_lapsed(row),
        is_gone=is_gone,
        taken_back=taken_back,
        righted=copy.of_line(row.taken_line, since=row.written_at) if copy and not is_gone else None,
    )


def _words_of(row: Fact, column: str, key: OpenKey, keys: Mapping[UUID, OpenKey]) -> str:
    kept = getattr(row, column)
    if row.taken_key_id is None or not kept:
        return text_of(row, column, key)
    return open_under_both(bytes(kept), outer=key, inner=keys[row.taken_key_id], at=place_of(row, column))


def past_their_day(actor: Actor, today: date) -> QuerySet[Fact]:
    """Give the own authority's facts that still have words though their own last day has passed."""
    living = Fact.objects.filter(authority_id=actor.authority_id, person__data_key__destroyed_at=None)
    return living.filter(keep_until__lt=today).exclude(body=b"")


def has_lapsed(row: Fact) -> bool:
    """Tell whether its time is up: what was received on its last day, the police's word on gangs unconfirmed."""
    today = timezone.localdate()
    if row.received_under:
        return row.keep_until is not None and row.keep_until < today
    is_gang = row.information_class == InformationClass.GANG
    return is_gang and not stands_on(today, confirmed_on=row.confirmed_on, policy=CAUTIOUS)
