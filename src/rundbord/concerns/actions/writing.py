"""What every act on a file does alike: find it within reach, seal its words, name who wrote."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.sharing.rules.capacities import capacity_of
from rundbord.sharing.vocabulary import Capacity

RESTRICTED = (
    "Den unge er flyttet, og sagen er en afgrænset kopi. Der skrives ikke mere i den, og intet gives videre. Det, der"
    " er givet videre, kan stadig rettes eller kaldes tilbage."
)


def held(person: YoungPerson, *, by: Actor) -> YoungPerson:
    """Give the file to somebody who may work on it, held until the end of the request; out of reach is missing."""
    by.must(Permission.WORK_CONCERNS)
    return _held(person.pk)


def _held(person_id: UUID) -> YoungPerson:
    standing = YoungPerson.objects.select_for_update().filter(pk=person_id).first()
    if standing is None:
        refuse_restricted(person_id)
        raise Http404
    return standing


def refuse_restricted(person_id: UUID) -> None:
    """Refuse to work on somebody who has moved away: the database holds such a file for nobody."""
    if YoungPerson.objects.filter(pk=person_id, moved_on__isnull=False).exists():
        raise Refused(RESTRICTED)


def held_concern(concern: Concern, *, by: Actor) -> Concern:
    """Give a concern to somebody who may work on it, with its file held."""
    person = held(concern.person, by=by)
    standing = Concern.objects.filter(pk=concern.pk, person=person).first()
    if standing is None:
        raise Http404
    standing.person = person
    return standing


def part(person: YoungPerson) -> dict[str, Any]:
    """Give the columns of a row that belongs to a file."""
    return {"authority_id": person.authority_id, "person": person}


def sealed(row: models.Model, column: str, text: str, key: OpenKey) -> bytes | None:
    """Seal a text for its column; what is empty is kept as nothing."""
    return key.seal(text.strip(), at=place_of(row, column)) if text.strip() else None


def own_capacity(by: Actor) -> Capacity:
    """Tell what the actor's unit is in the eyes of the law."""
    unit = Unit.objects.filter(pk=by.unit_id).first() if by.unit_id else None
    if unit is None:
        return Capacity.OTHER
    return capacity_of(AuthorityKind(by.authority_kind), UnitKind(unit.kind))


def path_of(person: YoungPerson) -> str:
    """Give the address of a file."""
    return reverse("concerns:show_file", args=[person.pk])


def today() -> date:
    """Give the Danish day."""
    return timezone.localdate()
