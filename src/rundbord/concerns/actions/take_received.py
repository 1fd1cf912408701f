"""Take what another authority told into an own file: bound to its basis, so that it goes no further, and to its end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.rules.facts import NewFact, is_by_name
from rundbord.concerns.vocabulary import FactKind
from rundbord.sharing.queries import ReceivedContent, received_content
from rundbord.sharing.rules.content import Line
from rundbord.sharing.vocabulary import LegalBasis

_KINDS = {kind.label: kind for kind in FactKind}


def received_facts(received_id: UUID, places: Collection[int], *, by: Actor) -> tuple[NewFact, ...]:
    """Give the chosen lines as facts; what named readers alone may read is read by the taker alone."""
    by.must(Permission.READ_DISCLOSED)
    received = received_content(received_id, by)
    lines = received.content.lines
    return tuple(_fact(lines[place], received, by) for place in sorted(set(places)) if place < len(lines))


def _last_day(received: ReceivedContent) -> date | None:
    """What came with a move is the new municipality's own from now on: it lasts as long as the file it stands in."""
    return None if received.basis is LegalBasis.MOVE else received.expires_on


def _fact(line: Line, received: ReceivedContent, by: Actor) -> NewFact:
    return NewFact(
        kind=_KINDS.get(line.kind, FactKind.SEEN),
        words=line.text,
        information_class=line.information_class,
        grade=line.grade,
        observed_on=line.observed_on,
        source=received.from_whom,
        readers=frozenset({by.user_id}) if is_by_name(line.information_class) else frozenset(),
        received_under=received.basis.value,
        received_id=received.received_id,
        keep_until=_last_day(received),
    )
