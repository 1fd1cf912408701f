"""The municipalities' offers, by name, with free places."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.access.actor import Actor
from rundbord.interventions.models import Offer
from rundbord.interventions.vocabulary import OfferKind
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 30


@dataclass(frozen=True, kw_only=True)
class OfferRow:
    """One offer in the catalogue."""

    offer: Offer
    kind: str
    is_own: bool

    @property
    def free_words(self) -> str:
        """How many places are free, of how many."""
        return f"{self.offer.free} af {self.offer.places} ledige"


@dataclass(frozen=True, kw_only=True)
class OfferPage:
    """A page of the catalogue."""

    rows: list[OfferRow]
    before: str
    after: str


def offer_page(
    actor: Actor, *, kind: str = "", only_free: bool = False, after: str = "", before: str = ""
) -> OfferPage:
    """Give the open offers of all municipalities at the table, in the order of the alphabet."""
    rows = Offer.objects.filter(partnership_id=actor.table_id, closed_at=None).select_related("authority")
    if kind in set(OfferKind):
        rows = rows.filter(kind=kind)
    if only_free:
        rows = rows.filter(free__gt=0)
    shown: KeysetPage[Offer] = keyset_page(rows, order=("sort_key", "id"), after=after, before=before, size=PAGE_SIZE)
    listed = [
        OfferRow(offer=each, kind=label_of(OfferKind, each.kind), is_own=each.authority_id == actor.authority_id)
        for each in shown.rows
    ]
    return OfferPage(rows=listed, before=shown.before, after=shown.after)


def places_to_take(actor: Actor) -> list[Offer]:
    """List the own open offers that have a free place, in the order of the alphabet."""
    own = Offer.objects.filter(partnership_id=actor.table_id, authority_id=actor.authority_id, closed_at=None)
    return list(own.filter(free__gt=0).order_by("sort_key", "id"))
