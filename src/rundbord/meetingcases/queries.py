"""Reads of cases at meetings: the own list, who is in the room, and what stands on the page of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.opened import known_of
from rundbord.handover.queries.places import seats_in_individual_part, unit_in_room
from rundbord.identity.models import Unit
from rundbord.keys.core.sealing import OpenKey
from rundbord.meetingcases.models import MeetingCase
from rundbord.meetingcases.rules import Room
from rundbord.meetingcases.vocabulary import CaseDecision
from rundbord.meetings.models import Meeting
from rundbord.sharing import queries as sharing
from rundbord.vocabulary import label_of

_LATELY = timedelta(days=7)
_MOST_ON_FILE = 10


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """A case with whom it is about; `from_whom` is empty for an own file."""

    case: MeetingCase
    name: str
    from_whom: str = ""

    @property
    def decision(self) -> str:
        """Put the decision into words."""
        return label_of(CaseDecision, self.case.decision)

    @property
    def is_overdue(self) -> bool:
        """Tell whether the day has passed."""
        return self.case.due_on is not None and self.case.due_on < timezone.localdate()


@dataclass(frozen=True, kw_only=True)
class OfferedCopy:
    """A copy that came lately from a unit in the room, and is not on the list yet."""

    received_id: UUID
    name: str
    from_whom: str


def cases_at(meeting: Meeting, actor: Actor) -> list[CaseRow]:
    """List the unit's own cases of a meeting, in the order in which they were put there."""
    rows = MeetingCase.objects.filter(unit_id=unit_in_room(actor), meeting=meeting)
    return _opened(list(rows.select_related("person", "responsible__authority").order_by("put_at", "id")), actor)


def case_of(case_id: UUID, actor: Actor) -> CaseRow:
    """Find one case with whom it is about; raise Http404 for any other, and where its words are gone."""
    rows = MeetingCase.objects.select_related("person", "meeting__forum").filter(pk=case_id)
    opened = _opened(list(rows), actor)
    if not opened:
        raise Http404
    return opened[0]


def offered_copies(meeting: Meeting, actor: Actor) -> list[OfferedCopy]:
    """List what units in the room told the own unit in the last days, and is not on its list."""
    seated = set(seats_in_individual_part(meeting).values_list("unit_id", flat=True))
    taken = set(
        MeetingCase.objects.filter(unit_id=unit_in_room(actor), meeting=meeting).values_list("received_id", flat=True)
    )
    _, rows = sharing.received_page(actor)
    since = timezone.now() - _LATELY
    lately = [
        row
        for row in rows
        if row.received.told_at >= since
        and row.received.sender_unit_id in seated
        and row.received.pk not in taken
        and not (row.is_gone or row.is_taken_back or row.is_request)
    ]
    return [
        OfferedCopy(received_id=row.received.pk, name=_name_in(row.received.pk, actor), from_whom=row.from_whom)
        for row in lately
    ]


def room_for(case: MeetingCase) -> Room:
    """Tell who has a seat in the individual part, and who of them knows whom the case is about."""
    seated = frozenset(seats_in_individual_part(case.meeting).values_list("unit_id", flat=True))
    if case.person_id is None:
        # What others were told is theirs: whoever brought the case answers for who stayed.
        return Room(seated=seated, told=seated)
    told = {
        row.disclosure.recipient_unit_id
        for row in sharing.disclosures_about(case.person_id)
        if row.disclosure.recipient_unit_id and not row.is_recalled
    }
    return Room(seated=seated, told=frozenset(told))


def basis_of(case: MeetingCase) -> str:
    """Give the basis on which the case could be spoken of: of the copy, or of the newest telling."""
    if case.received_id is not None:
        return sharing.received_of(case.received_id).basis
    told = [row for row in sharing.disclosures_about(_file_of(case)) if row.disclosure.recipient_unit_id]
    return told[0].disclosure.basis if told else ""


def units_in_room(meeting: Meeting) -> list[Unit]:
    """List the units with a seat in the individual part."""
    seated = seats_in_individual_part(meeting).values_list("unit_id", flat=True)
    return list(
        Unit.objects.filter(pk__in=list(seated)).select_related("authority").order_by("authority__name", "name")
    )


def panel_of_file(person: YoungPerson, key: OpenKey, actor: Actor) -> Mapping[str, object]:
    """Give what meetings decided about a file, the newest first."""
    rows = (
        MeetingCase.objects.filter(person=person)
        .exclude(decision="")
        .select_related("meeting__forum", "responsible__authority")
    )
    return {"rows": [CaseRow(case=row, name="") for row in rows.order_by("-decided_at")[:_MOST_ON_FILE]]}


def _opened(cases: list[MeetingCase], actor: Actor) -> list[CaseRow]:
    files = known_of(case.person for case in cases if case.person is not None)
    listed = []
    for case in cases:
        if case.person_id in files:
            listed.append(CaseRow(case=case, name=files[case.person_id].name))
        elif case.received_id is not None and (row := _of_copy(case, actor)):
            listed.append(row)
    return listed


def _of_copy(case: MeetingCase, actor: Actor) -> CaseRow | None:
    assert case.received_id is not None  # noqa: S101 — asked by the caller
    try:
        told = sharing.received_content(case.received_id, actor)
    except Http404:
        return None
    return CaseRow(case=case, name=told.content.name, from_whom=told.from_whom)


def _name_in(received_id: UUID, actor: Actor) -> str:
    return sharing.received_content(received_id, actor).content.name


def _file_of(case: MeetingCase) -> UUID:
    assert case.person_id is not None  # noqa: S101 — a case of no copy
    return case.person_id
