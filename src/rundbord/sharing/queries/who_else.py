"""Rounds of *who else?* as a unit sees them: which are open, what it has nominated, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import current_login
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.models import CommonKnowledge, Nomination, WhoElseCommitment, WhoElseRound, WhoElseSize
from rundbord.sharing.rules.who_else import COUNTED_BACK, SizeBand
from rundbord.ui.tags.danish import day
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """A round as lists show it; `own_size` is the own authority's number, once the round is sealed."""

    round: WhoElseRound
    own_size: int | None

    @property
    def heading(self) -> str:
        """Which meeting it is for."""
        return f"Møde {day(self.round.meeting_on)}"

    @property
    def is_open(self) -> bool:
        """Tell whether it takes nominations."""
        return self.round.sealed_at is None and self.round.closes_at > timezone.now()

    @property
    def is_closed(self) -> bool:
        """Tell whether all have been answered."""
        return self.round.closed_at is not None

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if self.is_closed:
            return "Lukket"
        return "Åben" if self.is_open else "Lukker nu"

    @property
    def mark(self) -> str:
        """How the state looks."""
        if self.is_closed:
            return "closed"
        return "new" if self.is_open else "neutral"

    @property
    def size(self) -> str:
        """How large it was in all, never so small that one nomination shows."""
        return label_of(SizeBand, self.round.band) if self.round.band else ""


@dataclass(frozen=True, kw_only=True)
class RoundPage:
    """A page of rounds and the cursors beside it."""

    rows: list[RoundRow]
    before: str
    after: str


def round_page(actor: Actor, *, after: str = "", before: str = "") -> RoundPage:
    """Give the table's rounds, newest first."""
    shown = keyset_page(_rounds(actor), order=("-opened_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    return RoundPage(rows=_rows(shown.rows, actor), before=shown.before, after=shown.after)


def round_of(round_id: UUID, actor: Actor) -> RoundRow:
    """Find a round of the table, or raise Http404."""
    found = _rounds(actor).filter(pk=round_id).first()
    if found is None:
        raise Http404
    return _rows([found], actor)[0]


def open_rounds(actor: Actor) -> list[WhoElseRound]:
    """List the rounds that take nominations now, the first to close first."""
    now = timezone.now()
    return list(_rounds(actor).filter(sealed_at=None, closes_at__gt=now).order_by("closes_at", "id"))


def nominations_in(round_id: UUID) -> list[Nomination]:
    """List what the own unit has nominated in a round: until it closes all, afterwards what was found."""
    return list(Nomination.objects.filter(round_id=round_id).order_by("nominated_at", "id"))


def nominations_about(about_id: UUID) -> list[Nomination]:
    """List the nominations of one own file that still stand."""
    return list(Nomination.objects.filter(about_id=about_id).select_related("round").order_by("-nominated_at", "id"))


def found_in(round_id: UUID) -> list[CommonKnowledge]:
    """List what was found for the own unit in a round; nothing tells how much was not."""
    return list(_found().filter(round_id=round_id))


def common_knowledge_about(about_id: UUID) -> list[CommonKnowledge]:
    """List which other units are known to follow the young person of an own file, newest first."""
    return list(_found().filter(about_id=about_id))


def round_sizes(actor: Actor, *, since: datetime | None = None) -> list[RoundRow]:
    """Give the last year's rounds with the own authority's numbers, for its leaders."""
    begun = since or timezone.now() - timedelta(days=365)
    return _rows(list(_rounds(actor).filter(opened_at__gte=begun).order_by("-opened_at", "-id")[:200]), actor)


def rounds_lately(actor: Actor) -> int:
    """Count the rounds opened at the table in the last seven days."""
    return _rounds(actor).filter(opened_at__gt=timezone.now() - COUNTED_BACK).count()


def nominated_by_authority(round_id: UUID) -> int:
    """Count the own authority's nominations in a round, those of other units included."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT ctx.nominations_in(%s)", [round_id])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def former_reason(actor: Actor) -> str:
    """Open the last reason that the same user gave, so that it is not given again; empty where there is none."""
    last = Nomination.objects.filter(nominated_by=actor.user_id).order_by("-nominated_at", "id").first()
    keys = open_keys([last.data_key_id]) if last else {}
    if last is None or last.data_key_id not in keys:
        return ""
    return keys[last.data_key_id].open(bytes(last.reason), at=place_of(last, "reason"))


def commitments_of(round_id: UUID) -> list[WhoElseCommitment]:
    """List what binds each party, in an order that tells nothing."""
    return list(WhoElseCommitment.objects.filter(round_id=round_id).order_by("root"))


def _rounds(actor: Actor) -> QuerySet[WhoElseRound]:
    return WhoElseRound.objects.filter(partnership_id=actor.table_id).select_related("unit__authority")


def _rows(rounds: list[WhoElseRound], actor: Actor) -> list[RoundRow]:
    told = WhoElseSize.objects.filter(round__in=rounds, authority_id=actor.authority_id)
    sizes = dict(told.values_list("round_id", "number"))
    return [RoundRow(round=each, own_size=sizes.get(each.pk)) for each in rounds]


def _found() -> QuerySet[CommonKnowledge]:
    return CommonKnowledge.objects.select_related("other_unit__authority", "round").order_by("-found_at", "id")
