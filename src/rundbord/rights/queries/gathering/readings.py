"""Who has looked: each day, act and purpose, in words for the person; by file and by received copy apart.

A line about a received copy would tell that there is one: it is answered as the copy itself is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from rundbord.audit.reads_of import ReadOf, reads_of
from rundbord.identity.models import Unit
from rundbord.rights.queries.gathering.found import Item, Line, Sought, in_words
from rundbord.rights.queries.gathering.subjects import Subject, earlier_requests, subjects_of
from rundbord.rights.queries.gathering.tables import ids_or_nobody
from rundbord.rights.rules.purposes import PURPOSES
from rundbord.rights.vocabulary import ItemGroup

LOG = "audit.event"


def of_readings(sought: Sought, items: Iterable[Item]) -> Iterator[Item]:
    """Give one item for each file or copy that was read, and one of what hangs on none, so that there always is one."""
    subjects = subjects_of(sought, items)
    asked = earlier_requests(sought)
    found = reads_of({*subjects, *asked} or {str(id_) for id_ in ids_or_nobody([])}, events=set(PURPOSES))
    units = dict(Unit.objects.filter(authority_id=sought.actor.authority_id).values_list("id", "name"))
    lines: dict[UUID | None, dict[Line, None]] = defaultdict(dict)
    for read in found:
        for root in _roots(read, subjects, asked):
            lines[root][_line(read, sought, units)] = None
    yield Item(group=ItemGroup.LOG, model=LOG, lines=tuple(lines.pop(None, ())))
    for root, told in lines.items():
        yield Item(group=ItemGroup.LOG, model=LOG, lines=tuple(told), root_id=root)


def _roots(read: ReadOf, subjects: dict[str, list[Subject]], asked: frozenset[str]) -> set[UUID | None]:
    if read.subject in asked:
        return {None}
    return {each.root_id for each in subjects[read.subject] if each.is_shown_by(read)}


def _line(read: ReadOf, sought: Sought, units: dict[UUID, str]) -> Line:
    unit = units.get(read.unit_id, "") if read.unit_id else ""
    where = ", ".join(filter(None, (sought.actor.authority_name or "Myndigheden", unit)))
    return in_words(read.at), f"{where}: {read.event.label}. Formål: {PURPOSES[read.event]}."
