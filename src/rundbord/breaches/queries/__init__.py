"""Breaches as pages and acts read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.breaches.models import Breach
from rundbord.breaches.rules.judging import hours_left, paragraphs
from rundbord.breaches.vocabulary import BreachOrigin, Risk, YesNo
from rundbord.identity.models import Authority, Unit
from rundbord.identity.vocabulary import Regime
from rundbord.sharing.vocabulary import InformationClass
from rundbord.vocabulary import label_of

MOST_CLOSED = 50


@dataclass(frozen=True, kw_only=True)
class BreachView:
    """A breach in words."""

    breach: Breach
    now: datetime

    @property
    def hours(self) -> int:
        """How many hours are left."""
        return hours_left(self.breach.discovered_at, self.now)

    @property
    def mark(self) -> tuple[str, str]:
        """Give words and kind of the badge."""
        if self.breach.closed_at:
            return "Afsluttet", "closed"
        if self.breach.notified_at or self.breach.notify == YesNo.NO:
            return "Vurderet", "info"
        if self.hours < 0:
            return "De 72 timer er gået", "overdue"
        return f"{self.hours} timer tilbage", "warning"

    @property
    def origin(self) -> str:
        """How it came to light."""
        return label_of(BreachOrigin, self.breach.origin)

    @property
    def classes(self) -> str:
        """Which kinds of information it is about."""
        return ", ".join(label_of(InformationClass, each) for each in self.breach.classes) or "Ikke oplyst"

    @property
    def risk(self) -> str:
        """How grave it is."""
        return label_of(Risk, self.breach.risk) if self.breach.risk else ""

    @property
    def rules(self) -> tuple[str, str]:
        """The rules of notifying and of telling."""
        return paragraphs(Regime(self.breach.regime))


@dataclass(frozen=True, kw_only=True)
class Sight:
    """That somebody read it: `reader` is a number, never a name."""

    at: datetime
    what: str
    authority: str
    unit: str
    reader: int


def breaches_of(actor: Actor) -> tuple[list[BreachView], list[BreachView]]:
    """Give what is open, the nearest end of the clock first, and the newest closed ones."""
    now, own = timezone.now(), Breach.objects.filter(authority_id=actor.authority_id)
    closed = own.filter(closed_at__isnull=False).order_by("-discovered_at", "-id")[:MOST_CLOSED]
    return [BreachView(breach=each, now=now) for each in waiting(actor)], [
        BreachView(breach=each, now=now) for each in closed
    ]


def waiting(actor: Actor) -> QuerySet[Breach]:
    """Give the own authority's open breaches, the oldest first."""
    own = Breach.objects.filter(authority_id=actor.authority_id, closed_at=None)
    return own.order_by("discovered_at", "id")


def breach_view(breach_id: UUID, actor: Actor) -> BreachView:
    """Find one of the own authority's; another does not exist."""
    found = Breach.objects.filter(pk=breach_id, authority_id=actor.authority_id).first()
    if found is None:
        raise Http404
    return BreachView(breach=found, now=timezone.now())


def who_saw(breach: Breach) -> list[Sight]:
    """Tell who has read an own file, or the copies of what was told; of anything else nothing is told."""
    if breach.origin_id is None:
        return []
    with connections[current_login()].cursor() as cursor:
        cursor.execute(
            "SELECT * FROM audit.who_saw(%s) UNION ALL SELECT * FROM audit.who_saw_file(%s)", [breach.origin_id] * 2
        )
        rows = cursor.fetchall()
    authorities = dict(Authority.objects.values_list("id", "name"))
    units = dict(Unit.objects.filter(pk__in={row[3] for row in rows if row[3]}).values_list("id", "name"))
    return [
        Sight(
            at=at,
            what=label_of(Event, event),
            authority=authorities.get(authority, "En anden myndighed"),
            unit=units.get(unit, ""),
            reader=reader,
        )
        for at, event, authority, unit, reader in rows
    ]
