"""Finding files again by CPR number or name, inside the own reach: the database hides the rest (ADR 0024)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.concerns.models import Concern, Fact, NamePart, YoungPerson
from rundbord.keys.core.blind_index import index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.current import look_up_key

MOST_HITS = 20


def person_of(person_id: UUID) -> YoungPerson:
    """Find one file within reach; another does not exist, and neither does one whose key is gone."""
    living = YoungPerson.objects.select_related("unit").filter(data_key__destroyed_at=None)
    person = living.filter(pk=person_id).first()
    if person is None:
        raise Http404
    return person


def concern_of(person_id: UUID, concern_id: UUID) -> Concern:
    """Find one concern of a file within reach."""
    concerns = Concern.objects.select_related("person__unit", "area")
    concern = concerns.filter(pk=concern_id, person_id=person_id, person__data_key__destroyed_at=None).first()
    if concern is None:
        raise Http404
    return concern


def fact_of(person_id: UUID, fact_id: UUID) -> Fact:
    """Find one fact of a file, as far as the reader may read it."""
    fact = Fact.objects.select_related("person__unit").filter(pk=fact_id, person_id=person_id).first()
    if fact is None:
        raise Http404
    return fact


def files_by_cpr(cpr: Cpr, actor: Actor) -> list[YoungPerson]:
    """Find the files that bear a CPR number, the newest first."""
    index = index_of_cpr(cpr, look_up_key(actor.authority_id))
    found = YoungPerson.objects.select_related("unit").filter(authority_id=actor.authority_id, cpr_index=index)
    return list(found.order_by("-opened_at", "id")[:MOST_HITS])


def files_by_name(name: str, actor: Actor) -> list[YoungPerson]:
    """Find the files whose name has each of these parts, the newest first; without a part nothing is found."""
    found = YoungPerson.objects.select_related("unit").filter(authority_id=actor.authority_id)
    indexes = indexes_of_name(name, look_up_key(actor.authority_id))
    if not indexes:
        return []
    for index in indexes:
        parts = NamePart.objects.filter(authority_id=actor.authority_id, index=index, person=OuterRef("pk"))
        found = found.filter(Exists(parts))
    return list(found.order_by("-opened_at", "id")[: MOST_HITS + 1])
