"""Who has looked: each day and act, in words for the person; by file and by received copy apart.

A line about a received copy would tell that there is one: it is answered as the copy itself is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from rundbord.access.purposes import Purpose
from rundbord.audit import Event
from rundbord.audit.reads_of import reads_of
from rundbord.interventions.models import Intervention
from rundbord.logcontrol.rules.reads import CONTROLLED
from rundbord.rights.queries.gathering.found import Item, Line, Sought, in_words
from rundbord.rights.queries.gathering.tables import ids_or_nobody
from rundbord.rights.vocabulary import ItemGroup
from rundbord.vocabulary import label_of

LOG = "audit.event"


def of_readings(sought: Sought, items: Iterable[Item]) -> Iterator[Item]:
    """Give one item for each file or copy that was read, and an empty one, so that there always is something."""
    yield Item(group=ItemGroup.LOG, model=LOG, lines=())
    subjects = _subjects(sought, items)
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for at, event, subject in reads_of(subjects or {str(id_) for id_ in ids_or_nobody([])}, events=CONTROLLED):
        words = f"{sought.actor.authority_name or 'Myndigheden'}: {label_of(Event, event)}. {Purpose.PREVENTION.label}"
        line = (in_words(at), words)
        if line not in lines[subjects[subject]]:
            lines[subjects[subject]].append(line)
    for root, found in lines.items():
        yield Item(group=ItemGroup.LOG, model=LOG, lines=tuple(found), root_id=root)


def _subjects(sought: Sought, items: Iterable[Item]) -> dict[str, UUID]:
    """Give what can stand in the log, and the root that it belongs to."""
    found = {str(each.source_id): each.root_id for each in items if each.source_id and each.root_id}
    found |= {str(file): file for file in sought.files}
    rows = Intervention.objects.filter(person_id__in=ids_or_nobody(list(sought.files)))
    return found | {str(key): file for key, file in rows.values_list("id", "person_id")}
