"""Gatherings, promises to residents and what is published of them, and what clubs offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import AUTH, speaking_as
from rundbord.partnership.models import ClubOffer, Gathering, Promise, PublishedPromise, WalkObservation
from rundbord.partnership.vocabulary import PromiseState, WalkCategory, WalkPriority, WalkState
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

Row = TypeVar("Row", bound=Model)
PAGE_SIZE = 30
_MOST = 200


@dataclass(frozen=True, kw_only=True)
class PromiseRow:
    """A promise, how it stands today, and whether what is published says the same."""

    promise: Promise | PublishedPromise
    published: PublishedPromise | None = None

    @property
    def is_late(self) -> bool:
        """Tell whether the day has passed with the promise open."""
        return self.promise.state == PromiseState.OPEN and self.promise.due_on < timezone.localdate()

    @property
    def words(self) -> str:
        """Say how it stands."""
        return "Over fristen" if self.is_late else label_of(PromiseState, self.promise.state)

    @property
    def mark(self) -> str:
        """Tell how it is marked."""
        marks = {PromiseState.KEPT.value: "success", PromiseState.BROKEN.value: "error"}
        return "overdue" if self.is_late else marks.get(self.promise.state, "info")

    @property
    def is_behind(self) -> bool:
        """Tell whether the public page still says something older."""
        told = self.published
        return told is not None and (told.state, told.answer) != (self.promise.state, self.promise.answer)


@dataclass(frozen=True, kw_only=True)
class ObservationRow:
    """What was seen on a walk, in words."""

    observation: WalkObservation

    @property
    def category(self) -> str:
        """Say what it is about."""
        return label_of(WalkCategory, self.observation.category)

    @property
    def priority(self) -> str:
        """Say how soon."""
        return label_of(WalkPriority, self.observation.priority)

    @property
    def state(self) -> str:
        """Say how far it is."""
        return label_of(WalkState, self.observation.state)

    @property
    def is_late(self) -> bool:
        """Tell whether it should have been mended by now."""
        waits = self.observation.state in {WalkState.OPEN.value, WalkState.UNDER_WAY.value}
        return waits and self.observation.due_on < timezone.localdate()


def gatherings(actor: Actor, *, after: str = "", before: str = "") -> KeysetPage[Gathering]:
    """Give a page of gatherings, newest first."""
    rows = Gathering.objects.filter(partnership_id=actor.table_id).select_related("area")
    return keyset_page(rows, order=("-held_on", "-id"), after=after, before=before, size=PAGE_SIZE)


def gathering(gathering_id: UUID) -> Gathering:
    """Find a gathering, or raise Http404."""
    return _found(Gathering.objects.select_related("area").filter(pk=gathering_id))


def open_promises(actor: Actor) -> list[PromiseRow]:
    """List what is not answered yet, the oldest deadline first."""
    rows = Promise.objects.filter(partnership_id=actor.table_id, state=PromiseState.OPEN)
    return _promise_rows(rows.order_by("due_on", "id")[:_MOST])


def promises_of(gathering: Gathering) -> list[PromiseRow]:
    """List what was promised at a gathering."""
    return _promise_rows(Promise.objects.filter(gathering=gathering).order_by("due_on", "id"))


def promise(promise_id: UUID) -> Promise:
    """Find a promise, or raise Http404."""
    return _found(Promise.objects.select_related("owner__authority", "area").filter(pk=promise_id))


def observations_of(gathering: Gathering) -> list[ObservationRow]:
    """List what was seen on a walk, the most urgent first."""
    rows = WalkObservation.objects.filter(gathering=gathering).select_related("owner__authority")
    order = [each.value for each in WalkPriority]
    listed = sorted(rows, key=lambda row: (order.index(row.priority), row.due_on))
    return [ObservationRow(observation=row) for row in listed]


def observation(observation_id: UUID) -> WalkObservation:
    """Find an observation, or raise Http404."""
    return _found(WalkObservation.objects.select_related("owner").filter(pk=observation_id))


def club_offers() -> list[ClubOffer]:
    """List what clubs offer now, by area."""
    rows = ClubOffer.objects.filter(ended_on=None).select_related("area")
    return list(rows.order_by("area__sort_key", "association", "id")[:_MOST])


def club_offer(offer_id: UUID) -> ClubOffer:
    """Find a club's offer, or raise Http404."""
    return _found(ClubOffer.objects.filter(pk=offer_id))


def published_in(area_id: UUID) -> list[PromiseRow]:
    """Give what was published of an area, for anybody; an area of which nothing was published does not exist."""
    with speaking_as(AUTH):
        rows = list(PublishedPromise.objects.filter(area_id=area_id).order_by("due_on", "id"))
    if not rows:
        raise Http404
    return [PromiseRow(promise=row) for row in rows]


def published_areas() -> list[tuple[UUID, str]]:
    """List the areas that have a public page, by name."""
    rows = PublishedPromise.objects.order_by("area_name").values_list("area_id", "area_name").distinct()
    return list(rows)


def newest_day(rows: list[PromiseRow]) -> date:
    """Give the day of the newest publication."""
    return max(row.promise.published_on for row in rows if isinstance(row.promise, PublishedPromise))


def _promise_rows(rows: QuerySet[Promise]) -> list[PromiseRow]:
    listed = list(rows.select_related("owner__authority", "area"))
    published = {each.promise_id: each for each in PublishedPromise.objects.filter(promise__in=listed)}
    return [PromiseRow(promise=each, published=published.get(each.pk)) for each in listed]


def _found(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
