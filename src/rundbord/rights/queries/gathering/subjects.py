"""Which rows of the log are about a person: those of the files themselves, and what shows several persons at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from rundbord.audit.reads_of import ReadOf
from rundbord.concerns.models import LookUp
from rundbord.handover.models import HandOverLine
from rundbord.interventions.models import Intervention
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.meetingcases.models import MeetingCase
from rundbord.programmes.models import Participant
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.gathering.found import Item, Sought
from rundbord.rights.queries.gathering.tables import ids_or_nobody


@dataclass(frozen=True, kw_only=True)
class Subject:
    """That a row shows the person: which file or copy it belongs to, since when, and to which unit; None for all."""

    root_id: UUID
    since: datetime | None = None
    unit_id: UUID | None = None

    def is_shown_by(self, read: ReadOf) -> bool:
        """Tell whether a reading of the row showed the person."""
        in_time = self.since is None or read.at >= self.since
        return in_time and self.unit_id in {None, read.unit_id}


def subjects_of(sought: Sought, items: Iterable[Item]) -> dict[str, list[Subject]]:
    """Give what can stand in the log, and which file or copy each belongs to."""
    found = list(items)
    subjects: dict[str, list[Subject]] = defaultdict(list)
    for key, subject in (*_single(sought, found), *_shared(sought, found)):
        subjects[str(key)].append(subject)
    return dict(subjects)


def _single(sought: Sought, items: list[Item]) -> Iterator[tuple[UUID, Subject]]:
    """Give rows about this person alone."""
    for file in sought.files:
        yield file, Subject(root_id=file)
    for each in items:
        if each.source_id and each.root_id:
            yield each.source_id, Subject(root_id=each.root_id)
    files = ids_or_nobody(list(sought.files))
    for model in (Intervention, LookUp):
        rows = model._default_manager.filter(person_id__in=files)
        for key, root in rows.values_list("id", "person_id"):
            if root is not None:
                yield key, Subject(root_id=root)


def _shared(sought: Sought, items: list[Item]) -> Iterator[tuple[UUID, Subject]]:
    """Give what shows several at once: the cases of a meeting, the people of a course, the lines of a list."""
    cases = MeetingCase.objects.filter(person_id__in=ids_or_nobody(list(sought.files)))
    for meeting, file, at, unit in cases.values_list("meeting_id", "person_id", "put_at", "unit_id"):
        if file is not None:
            yield meeting, Subject(root_id=file, since=at, unit_id=unit)
    received = ids_or_nobody([each.source_id for each in items if each.source_id and each.root_id == each.source_id])
    copies = MeetingCase.objects.filter(received_id__in=received)
    for meeting, copy, at, unit in copies.values_list("meeting_id", "received_id", "put_at", "unit_id"):
        if copy is not None:
            yield meeting, Subject(root_id=copy, since=at, unit_id=unit)
    for cohort, key, at in Participant.objects.filter(pk__in=received).values_list("cohort_id", "id", "added_at"):
        yield cohort, Subject(root_id=key, since=at)
    for of, key, at in HandOverLine.objects.filter(pk__in=received).values_list("list_id", "id", "added_at"):
        yield of, Subject(root_id=key, since=at)


def earlier_requests(sought: Sought) -> frozenset[str]:
    """Find what the same person asked for before, as far as it is not forgotten: whoever answered has read of them."""
    rows = list(RightsRequest.objects.filter(authority_id=sought.actor.authority_id, closed_at__isnull=False))
    keys = open_keys([row.data_key_id for row in rows] or [uuid4()])
    return frozenset(
        str(row.pk)
        for row in rows
        if row.data_key_id in keys
        and keys[row.data_key_id].open(bytes(row.cpr), at=place_of(row, "cpr")) == sought.cpr.digits
    )
