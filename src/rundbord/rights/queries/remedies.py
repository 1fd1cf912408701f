"""What decisions want done in files: as the unit sees it in the file, and as the desk follows it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import Concern, CustodyHolder, Fact, RoleChange, YoungPerson
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.rights.models import Remedy, RightsRequest
from rundbord.rights.rules.remedies import done_by
from rundbord.rights.vocabulary import RemedyHow, RightKind
from rundbord.vocabulary import label_of

_IDENTITY = ("name", "cpr", "born_on", "address")


@dataclass(frozen=True, kw_only=True)
class RemedyView:
    """One of them; `words` are empty for the desk."""

    remedy: Remedy
    today: date
    words: str = ""

    @property
    def kind(self) -> RightKind:
        """What was decided on."""
        return RightKind(self.remedy.kind)

    @property
    def how(self) -> str:
        """By what change it was done."""
        return label_of(RemedyHow, self.remedy.how) if self.remedy.how else ""

    @property
    def mark(self) -> tuple[str, str]:
        """Give words and kind of the badge."""
        if self.remedy.done_at:
            return "Gennemført", "closed"
        return ("Over fristen", "overdue") if self.remedy.due_on < self.today else ("Venter på enheden", "new")


def remedies_of(request: RightsRequest) -> list[RemedyView]:
    """Give those of a request, for the desk."""
    rows = Remedy.objects.filter(request=request).select_related("unit").order_by("ordered_at", "id")
    return [RemedyView(remedy=row, today=timezone.localdate()) for row in rows]


def remedies_in(person: YoungPerson, key: OpenKey) -> list[RemedyView]:
    """Give what waits to be done in a file."""
    rows = Remedy.objects.filter(authority_id=person.authority_id, person_id=person.pk, done_at=None)
    return [_opened(row, key) for row in rows.order_by("ordered_at", "id")]


def remedy_in(remedy_id: UUID, actor: Actor) -> tuple[Remedy, YoungPerson]:
    """Find one that waits, with its file; what is out of reach does not exist."""
    row = Remedy.objects.filter(pk=remedy_id, authority_id=actor.authority_id).first()
    person = YoungPerson.objects.select_related("unit").filter(pk=row.person_id).first() if row else None
    if row is None or person is None:
        raise Http404
    return row, person


def view_of(remedy: Remedy, key: OpenKey) -> RemedyView:
    """Open the words of one."""
    return _opened(remedy, key)


def how_done(remedy: Remedy, person: YoungPerson) -> RemedyHow | None:
    """Tell by which change since it was ordered it is carried out."""
    return done_by(RightKind(remedy.kind), _changed(remedy, person))


def identity_of(person: YoungPerson) -> bytes:
    """Digest what the file says of who it is about, as it lies sealed: each change seals it anew."""
    sealed = (getattr(person, column) for column in _IDENTITY)
    return hashlib.sha256(b"|".join(bytes(each or b"") for each in sealed)).digest()


def late_remedies(actor: Actor) -> int:
    """Count those of the own authority that should have been carried out."""
    rows = Remedy.objects.filter(authority_id=actor.authority_id, done_at=None)
    return rows.filter(due_on__lt=timezone.localdate()).count()


def _changed(remedy: Remedy, person: YoungPerson) -> frozenset[RemedyHow]:
    since = remedy.ordered_at
    righted = Q(withdrawn_at__gte=since) | Q(replaces__isnull=False, written_at__gte=since)
    custody = Q(written_at__gte=since) | Q(removed_at__gte=since)
    concerns = Concern.objects.filter(person=person)
    checks = {
        RemedyHow.DELETED: person.data_key.destroyed_at is not None,
        RemedyHow.FACT: Fact.objects.filter(righted, person=person).exists(),
        RemedyHow.IDENTITY: identity_of(person) != bytes(remedy.stood)
        or CustodyHolder.objects.filter(custody, person=person).exists(),
        RemedyHow.ROLE: RoleChange.objects.filter(person=person, changed_at__gte=since).exists(),
        RemedyHow.NARROWED: person.is_narrow or person.moved_on is not None,
        RemedyHow.CLOSED: concerns.filter(closed_at__gte=since).exists()
        and not concerns.filter(closed_at=None).exists(),
    }
    return frozenset(how for how, is_so in checks.items() if is_so)


def _opened(row: Remedy, key: OpenKey) -> RemedyView:
    words = key.open(bytes(row.words), at=place_of(row, "words"))
    return RemedyView(remedy=row, today=timezone.localdate(), words=words)
