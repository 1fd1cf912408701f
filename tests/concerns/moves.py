"""Somebody followed by the family unit of Gladsaxe, who is about to live in Herlev."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.concerns.actions import MovingWords
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.proposals import Wish
from rundbord.identity.models import Unit, User
from rundbord.identity.vocabulary import UnitKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.vocabulary import DisclosurePurpose, LegalBasis, Requirement
from tests.concerns.files import fact_about, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen

NOTE = "Der er holdt tre samtaler, og familien vil gerne have hjælp i Herlev."
WHY = "Børn og Unge i Herlev skal fortsætte støtten fra den dag, han flytter ind hos sin far."
SCHOOL = "Har en fast voksen på skolen, som ringer til faren hver fredag."


@dataclass(frozen=True, kw_only=True)
class Household:
    """Who follows the young person, their leader and colleague, and who could take over."""

    world: Vestegnen
    unit: Unit
    worker: User
    leader: User
    colleague: User
    herlev_unit: Unit
    herlev_worker: User
    by: Actor


def household(world: Vestegnen, actor_of: ActorOf) -> Household:
    """Make the two family units and their people."""
    unit = rows.unit(world.gladsaxe, "Børn og Familie", UnitKind.FAMILY)
    herlev = rows.unit(world.herlev, "Børn og Unge", UnitKind.FAMILY)
    worker = rows.user(unit, Role.CASE_WORKER, name="Familie Konsulent")
    return Household(
        world=world,
        unit=unit,
        worker=worker,
        leader=rows.user(unit, Role.LEADER, name="Familie Leder"),
        colleague=rows.user(unit, Role.CASE_WORKER, name="Familie Kollega"),
        herlev_unit=herlev,
        herlev_worker=rows.user(herlev, Role.CASE_WORKER, name="Herlev Konsulent"),
        by=actor_of(worker),
    )


def somebody_who_moves(of: Household, *, by: Actor | None = None, **columns: Any) -> YoungPerson:
    """Open a file on somebody of fifteen, with two facts; it ends in half a year."""
    by = by or of.by
    person = file_on(by, **{"delete_on": timezone.localdate() + timedelta(days=180), **columns})
    with acting_for(by):
        fact_about(person, by, words=SCHOOL)
        born = open_key(person.data_key_id).seal("2011-01-01", at=place_of(person, "born_on"))
        YoungPerson.objects.filter(pk=person.pk).update(born_on=born, birth_year=2011)
        person.refresh_from_db()
    return person


def fact_of_school(person: YoungPerson) -> str:
    """Give the key of the fact that the new municipality needs."""
    with as_owner():
        return str(Fact.objects.filter(person=person).order_by("-written_at")[0].pk)


def wish_of(of: Household, person: YoungPerson, **fields: Any) -> Wish:
    """Tell the family unit of Herlev about the school, as barnets lov § 132 has it."""
    return Wish(
        **{
            "purpose": DisclosurePurpose.HANDOVER,
            "necessity": WHY,
            "basis": LegalBasis.MOVE,
            "facts": frozenset({fact_of_school(person)}),
            "units": frozenset({str(of.herlev_unit.pk)}),
            "present": frozenset({Requirement.SUPPORT_NEEDED}),
            **fields,
        }
    )


def words_of_move(**fields: Any) -> MovingWords:
    """Say what is left behind."""
    return MovingWords(**{"note": NOTE, **fields})


def posted_move(of: Household, person: YoungPerson, **fields: Any) -> dict[str, Any]:
    """Fill the form in."""
    return {
        "to": str(of.herlev_unit.pk),
        "facts": [fact_of_school(person)],
        "purpose": "handover",
        "necessity": WHY,
        "basis": "bl132_move",
        "present": ["support_needed"],
        "note": NOTE,
        **fields,
    }


def today() -> date:
    """Give the Danish day."""
    return timezone.localdate()
