"""What was read about persons, as the rules see it, and what is known of readers and files besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from rundbord.access.actor import SYSTEM_USER, Actor
from rundbord.audit import Event
from rundbord.audit.person_reads import person_reads
from rundbord.concerns.models import Assignment, NamePart, YoungPerson
from rundbord.identity.models import Duty, User
from rundbord.keys.core.blind_index import indexes_of_name
from rundbord.keys.current import look_up_key
from rundbord.logcontrol.rules.reads import CONTROLLED, Read
from rundbord.logcontrol.vocabulary import Relation

FILE = YoungPerson._meta.label
# A family name borne by more than one in fifty of the authority's files says nothing about kinship.
_COMMON = 50
_ALWAYS_RARE = 3


def reads_of_persons(since: datetime, until: datetime, *, events: Collection[Event] = CONTROLLED) -> list[Read]:
    """Give the own authority's readings of persons by people, oldest first."""
    found = person_reads(since=since, until=until, events=events)
    return [
        Read(
            id=each.id,
            at=each.at,
            event=each.event,
            reader=each.user_id,
            unit=each.unit_id,
            subject_kind=each.subject_kind,
            subject=each.subject,
        )
        for each in found
        if each.user_id != SYSTEM_USER
    ]


def names_of_files(reads: Iterable[Read], actor: Actor) -> dict[str, set[bytes]]:
    """Give the blind indexes of the names of the files that were read; nothing is opened."""
    names: dict[str, set[bytes]] = defaultdict(set)
    files = {read.subject for read in reads if read.subject_kind == FILE}
    parts = NamePart.objects.filter(authority_id=actor.authority_id, person_id__in=files)
    for person_id, index in parts.values_list("person_id", "index"):
        names[str(person_id)].add(bytes(index))
    return names


def names_of_staff(actor: Actor) -> dict[UUID, tuple[bytes, ...]]:
    """Give the blind indexes of the own employees' names, in the order of their names."""
    key = look_up_key(actor.authority_id)
    staff = User.objects.filter(authority_id=actor.authority_id, closed_at=None)
    return {user.pk: indexes_of_name(user.name, key) for user in staff}


def rare(family_names: Mapping[UUID, bytes], actor: Actor) -> dict[UUID, bytes]:
    """Leave out the names that too many files bear."""
    files = YoungPerson.objects.filter(authority_id=actor.authority_id).count()
    most = max(_ALWAYS_RARE, files // _COMMON)
    borne = defaultdict[bytes, int](int)
    parts = NamePart.objects.filter(authority_id=actor.authority_id, index__in=set(family_names.values()))
    for index in parts.values_list("index", flat=True):
        borne[bytes(index)] += 1
    return {user: index for user, index in family_names.items() if borne[index] <= most}


def duties_of(reads: Iterable[Read], actor: Actor) -> dict[tuple[UUID, UUID], list[tuple[date, date | None]]]:
    """Give the terms of the readers' duties, by reader and unit."""
    terms: dict[tuple[UUID, UUID], list[tuple[date, date | None]]] = defaultdict(list)
    duties = Duty.objects.filter(authority_id=actor.authority_id, user_id__in={read.reader for read in reads})
    for user, unit, begun, ended in duties.values_list("user_id", "unit_id", "starts_on", "ends_on"):
        terms[user, unit].append((begun, ended))
    return terms


def relations_of(reads: Iterable[Read], actor: Actor) -> dict[UUID, Relation]:
    """Tell, by the reading's number, how its reader stands to the file today."""
    of_files = [read for read in reads if read.subject_kind == FILE]
    known = {
        str(person.pk): person
        for person in YoungPerson.objects.filter(
            authority_id=actor.authority_id, pk__in={read.subject for read in of_files}
        )
    }
    given = set(
        Assignment.objects.filter(person_id__in=known, ended_at=None).values_list("person_id", "user_id", "unit_id")
    )
    assigned = {(str(person), user or unit) for person, user, unit in given}
    return {read.id: _relation(read, known.get(read.subject), assigned) for read in of_files}


def _relation(read: Read, person: YoungPerson | None, assigned: set[tuple[str, UUID]]) -> Relation:
    if person is None:
        return Relation.UNKNOWN
    if person.lead_id == read.reader:
        return Relation.RESPONSIBLE
    if assigned & {(read.subject, read.reader), (read.subject, read.unit)}:
        return Relation.ASSIGNED
    return Relation.UNIT if person.unit_id == read.unit else Relation.NONE
