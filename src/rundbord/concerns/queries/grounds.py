"""Which files rest on nothing but what others have taken back or put right, as far as the reader sees their facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.facts import has_lapsed, with_replaced
from rundbord.concerns.rules.grounds import GroundFact, GroundStanding, ground_standing
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.queries import open_keys
from rundbord.sharing.queries import CopyNow, changed_copies, copies_now

# What protects is no worry; what the unit thinks rests on what was seen or told.
_IS_GROUND = ~Q(kind=FactKind.PROTECTIVE.value) & ~Q(kind=FactKind.THOUGHT.value, received_under="")


def ground_of(person: YoungPerson) -> GroundStanding:
    """Say it of one file; a restricted copy is judged by nobody any more."""
    if person.moved_on is not None:
        return GroundStanding.STANDS
    return grounds_of([person.pk]).get(person.pk, GroundStanding.STANDS)


def grounds_of(person_ids: Collection[UUID] | QuerySet[Any]) -> dict[UUID, GroundStanding]:
    """Give those of several files that must be judged anew, with as many queries whatever their number."""
    taken = Fact.objects.filter(person__in=person_ids, disclosure_id__isnull=False)
    held = list(taken.values_list("disclosure_id", "person_id"))
    changed = changed_copies({disclosure_id for disclosure_id, _ in held if disclosure_id})
    touched = {person_id for disclosure_id, person_id in held if disclosure_id in changed}
    if not touched:
        return {}
    standings = {person_id: ground_standing(facts) for person_id, facts in _facts_of(touched).items()}
    return {person_id: standing for person_id, standing in standings.items() if standing.wants_judgement}


def _facts_of(person_ids: Collection[UUID]) -> Mapping[UUID, list[GroundFact]]:
    rows = list(
        with_replaced(Fact.objects.filter(_IS_GROUND, person__in=person_ids, is_about_case=False)).defer(
            "body", "source", "withdrawn_why"
        )
    )
    copies = copies_now({row.disclosure_id for row in rows if row.disclosure_id})
    alive = set(open_keys(row.taken_key_id for row in rows if row.taken_key_id))
    found = defaultdict[UUID, list[GroundFact]](list)
    for row in rows:
        found[row.person_id].append(_weighed(row, copies.get(row.disclosure_id) if row.disclosure_id else None, alive))
    return found


def _weighed(row: Fact, copy: CopyNow | None, alive: Collection[UUID]) -> GroundFact:
    is_taken_back = copy is not None and copy.taken_back is not None
    return GroundFact(
        is_withdrawn=row.withdrawn_at is not None or bool(getattr(row, "is_replaced", False)),
        is_gone=is_taken_back or (row.taken_key_id is not None and row.taken_key_id not in alive) or has_lapsed(row),
        is_righted=copy is not None and copy.of_line(row.taken_line, since=row.written_at) is not None,
    )
