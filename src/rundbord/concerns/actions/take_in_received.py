"""Take in what was received: facts of a copy in a file of one's own, still bound to where they came from."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held, key_of, part, sealed
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.queries import ReceivedContent
from rundbord.sharing.rules.content import Line
from rundbord.sharing.vocabulary import InformationClass


def take_in_received(person: YoungPerson, received: ReceivedContent, *, by: Actor) -> int:
    """Write each line as a fact that ends with the copy and is not passed on without the sender's yes; once a file."""
    by.must(Permission.READ_DISCLOSED)
    standing = held(person, by=by)
    if Fact.objects.filter(person=standing, received_id=received.received_id).exists():
        raise Refused("Oplysningerne ligger allerede i sagen.")
    key = key_of(standing)
    for line in received.content.lines:
        _write(standing, received, line, key, by=by)
    audit.record(
        Event.RECEIVED_TAKEN_IN,
        about=standing,
        by=by,
        details={"received": str(received.received_id), "lines": len(received.content.lines)},
    )
    return len(received.content.lines)


def _write(person: YoungPerson, received: ReceivedContent, line: Line, key: OpenKey, *, by: Actor) -> None:
    is_gang = line.information_class is InformationClass.GANG
    row = Fact(
        **part(person),
        kind=_kind(line).value,
        information_class=line.information_class.value,
        grade=line.grade.value,
        observed_on=line.observed_on,
        keep_until=received.expires_on,
        confirmed_on=timezone.localdate(received.told_at) if is_gang else None,
        received_under=received.basis.value,
        received_id=received.received_id,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
    )
    row.body = sealed(row, "body", line.text, key) or b""
    row.source = sealed(row, "source", ", ".join(filter(None, (line.source, received.from_whom))), key)
    row.save(force_insert=True)


def _kind(line: Line) -> FactKind:
    """Read the kind from its label, as the sender's file named it."""
    return next((kind for kind in FactKind if kind.label == line.kind), FactKind.SEEN)
