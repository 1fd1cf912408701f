"""Who a file is about: opened, put right with a reason, and shown in full once, with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.look_up import note_look_up
from rundbord.concerns.actions.writing import held, part, sealed, today
from rundbord.concerns.models import CustodyHolder, NamePart, YoungPerson
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.clocks import end_of_file, end_put_right
from rundbord.concerns.rules.who import Custody, Who, objections_to_who
from rundbord.concerns.vocabulary import LookUpKind
from rundbord.deletion.queries.periods import days_of
from rundbord.keys.actions import make_data_key
from rundbord.keys.core.blind_index import index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.current import look_up_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key

_NO_CPR = "Der står ikke noget CPR-nummer i sagen."


def open_file(who: Who, *, unit_id: UUID, by: Actor) -> YoungPerson:
    """Write the row of a new file in the actor's unit; who it is has been judged."""
    row = make_data_key(by=by)
    person = YoungPerson(
        authority_id=by.authority_id,
        unit_id=unit_id,
        lead_id=by.user_id,
        lead_label=by.user_name,
        data_key=row,
        opened_at=timezone.now(),
        delete_on=end_of_file(who.birthday, today=today(), days=days_of("file_open", by.authority_id)),
    )
    _fill(person, who, open_key(row.pk))
    person.save(force_insert=True)
    _index_name(person, who.name)
    return person


def put_identity_right(person: YoungPerson, who: Who, *, by: Actor) -> None:
    """Let this be who the file is about; name parts and index are made anew, and an eighteenth birthday ends it."""
    standing = held(person, by=by)
    if objections := objections_to_who(who, today=today()):
        raise Refused(objections)
    _fill(standing, who, key_of(standing))
    standing.delete_on = end_put_right(standing.delete_on, who.birthday, today=today())
    standing.save(update_fields=[*_IDENTITY, "delete_on"])
    NamePart.objects.filter(person=standing).delete()
    _index_name(standing, who.name)
    _renew_custody(standing, who.custody)
    audit.record(Event.IDENTITY_PUT_RIGHT, about=standing, by=by)


def reveal_cpr(person: YoungPerson, *, reason: str, by: Actor) -> Cpr:
    """Give the whole CPR number to whoever has said why, and log it."""
    by.must(Permission.SEE_CONCERNS)
    if person.cpr is None:
        raise Refused({"reason": [_NO_CPR]})
    note_look_up(LookUpKind.REVEAL, reason=reason, hits=1, person=person, by=by)
    digits = key_of(person).open(bytes(person.cpr), at=place_of(person, "cpr"))
    audit.record(Event.CPR_REVEALED, about=person, by=by)
    return read_cpr(digits, today=today())


def add_custody(person: YoungPerson, custody: Iterable[Custody]) -> None:
    """Write down who has custody."""
    key = key_of(person)
    for each in custody:
        if not each.name.strip():
            continue
        holder = CustodyHolder(
            **part(person), has_protected_address=each.has_protected_address, written_at=timezone.now()
        )
        holder.name = sealed(holder, "name", each.name, key) or b""
        holder.contact = sealed(holder, "contact", each.contact, key)
        holder.save(force_insert=True)


_IDENTITY = ("name", "cpr", "cpr_index", "born_on", "birth_year", "address", "has_protected_address")


def _fill(person: YoungPerson, who: Who, key: OpenKey) -> None:
    born_on = who.birthday
    columns: dict[str, Any] = {
        "name": sealed(person, "name", who.name, key),
        "cpr": sealed(person, "cpr", who.cpr.digits, key) if who.cpr else None,
        "cpr_index": index_of_cpr(who.cpr, look_up_key(person.authority_id)) if who.cpr else None,
        "born_on": sealed(person, "born_on", born_on.isoformat(), key) if born_on else None,
        "birth_year": born_on.year if born_on else None,
        "address": sealed(person, "address", who.address, key),
        "has_protected_address": who.has_protected_address,
    }
    for name, value in columns.items():
        setattr(person, name, value)


def _index_name(person: YoungPerson, name: str) -> None:
    indexes = indexes_of_name(name, look_up_key(person.authority_id))
    NamePart.objects.bulk_create(NamePart(**part(person), index=index) for index in indexes)


def _renew_custody(person: YoungPerson, custody: Iterable[Custody]) -> None:
    CustodyHolder.objects.filter(person=person, removed_at=None).update(removed_at=timezone.now())
    add_custody(person, custody)
