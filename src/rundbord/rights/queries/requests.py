"""Requests as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.vocabulary import Regime
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.rights.models import RightsRequest
from rundbord.rights.vocabulary import (
    Asker,
    DelayWhy,
    IdentityCheck,
    MandateCheck,
    Outcome,
    RequestChannel,
    RightKind,
    RoutedTo,
)
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 25
FORGOTTEN = "Slettet"


@dataclass(frozen=True, kw_only=True)
class RequestRow:
    """A request without a name."""

    request: RightsRequest
    today: date

    @property
    def kind(self) -> str:
        """What is asked for."""
        return label_of(RightKind, self.request.kind)

    @property
    def is_overdue(self) -> bool:
        """Tell whether it should have been answered."""
        return self.request.closed_at is None and self.request.due_on < self.today

    @property
    def mark(self) -> tuple[str, str]:
        """Give the words and the kind of the badge."""
        if self.request.closed_at:
            return label_of(Outcome, self.request.outcome), "closed"
        if self.is_overdue:
            return "Over fristen", "overdue"
        days = (self.request.due_on - self.today).days
        return ("I dag" if days == 0 else f"{days} {'dag' if days == 1 else 'dage'} tilbage"), "info"


@dataclass(frozen=True, kw_only=True)
class RequestView:
    """A request opened for whoever answers it; words are empty where the key is destroyed."""

    row: RequestRow
    key: OpenKey | None

    @property
    def request(self) -> RightsRequest:
        """The row itself."""
        return self.row.request

    def _open(self, column: str) -> str:
        sealed = getattr(self.request, column)
        return self.key.open(bytes(sealed), at=place_of(self.request, column)) if self.key and sealed else ""

    @property
    def name(self) -> str:
        """Whom it is about."""
        return self._open("name") or FORGOTTEN

    @property
    def cpr(self) -> Cpr | None:
        """The number, as a value that shows nothing by itself."""
        digits = self._open("cpr")
        return read_cpr(digits, today=timezone.localdate()) if digits else None

    @property
    def masked_cpr(self) -> str:
        """The number as pages show it."""
        cpr = self.cpr
        return cpr.masked if cpr else FORGOTTEN

    @property
    def asker_name(self) -> str:
        """Who asks for another."""
        return self._open("asker_name")

    @property
    def words(self) -> str:
        """What is asked, in the person's words."""
        return self._open("words")

    @property
    def outcome_words(self) -> str:
        """Why it was decided so."""
        return self._open("outcome_words")

    @property
    def labels(self) -> dict[str, str]:
        """Give the labels of what was chosen."""
        request = self.request
        return {
            "asker": label_of(Asker, request.asker),
            "channel": label_of(RequestChannel, request.channel),
            "identity": label_of(IdentityCheck, request.identity_check),
            "mandate": label_of(MandateCheck, request.mandate_check) if request.mandate_check else "",
            "regime": label_of(Regime, request.regime),
            "delay": label_of(DelayWhy, request.delay_why) if request.delay_why else "",
            "routed_to": label_of(RoutedTo, request.routed_to) if request.routed_to else "",
        }


@dataclass(frozen=True, kw_only=True)
class Requests:
    """What waits, the nearest deadline first, and a stretch of what is closed."""

    waiting: list[RequestRow]
    closed: list[RequestRow]
    newer: str
    older: str


def requests_of(actor: Actor, *, after: str = "", before: str = "") -> Requests:
    """Give both; no name is opened."""
    rows = _own(actor).filter(closed_at__isnull=False)
    page = keyset_page(rows, order=("-received_on", "-id"), after=after, before=before, size=PAGE_SIZE)
    today = timezone.localdate()
    return Requests(
        waiting=[RequestRow(request=each, today=today) for each in waiting(actor)],
        closed=[RequestRow(request=each, today=today) for each in page.rows],
        newer=page.before,
        older=page.after,
    )


def waiting(actor: Actor) -> list[RightsRequest]:
    """Give the own authority's requests that wait, the nearest deadline first."""
    return sorted(_own(actor).filter(closed_at=None), key=lambda each: (each.due_on, each.registered_at))


def by_clock(actor: Actor) -> tuple[int, int]:
    """Count those over their deadline, and the others that wait."""
    rows, today = waiting(actor), timezone.localdate()
    late = sum(each.due_on < today for each in rows)
    return late, len(rows) - late


def request_of(request_id: UUID, actor: Actor) -> RightsRequest:
    """Find one of the own authority's; another does not exist."""
    found = _own(actor).filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def opened(request: RightsRequest) -> RequestView:
    """Open it, as far as its key is there."""
    key = open_keys([request.data_key_id]).get(request.data_key_id)
    return RequestView(row=RequestRow(request=request, today=timezone.localdate()), key=key)


def _own(actor: Actor) -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(authority_id=actor.authority_id)
