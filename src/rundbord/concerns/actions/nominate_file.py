"""Nominate a file in a round of *who else?*: with the number that it holds, and the role of its newest open concern."""

from __future__ import annotations

from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.queries.opened import birthday, cpr_of, key_of
from rundbord.sharing.actions import NominationTerms, Nominee, nominate
from rundbord.sharing.queries import round_of
from rundbord.sharing.vocabulary import PersonRole


def nominate_file(person: YoungPerson, terms: NominationTerms, *, round_id: UUID, by: Actor) -> None:
    """Nominate it; what others have nominated changes nothing of what happens here."""
    by.must(Permission.NOMINATE)
    newest = Concern.objects.filter(person=person, closed_at=None).order_by("-opened_at", "-id").first()
    if newest is None:
        raise Refused("Sagen har ingen åben bekymring.")
    nominate(_nominee(person, PersonRole(newest.role)), terms, into=round_of(round_id, by).round, by=by)


def _nominee(person: YoungPerson, role: PersonRole) -> Nominee:
    key = key_of(person)
    cpr = cpr_of(person, key)
    return Nominee(
        about_id=person.pk,
        data_key_id=person.data_key_id,
        opened_at=person.opened_at,
        cpr=cpr,
        born_on=cpr.born_on if cpr else birthday(person, key),
        role=role,
    )
