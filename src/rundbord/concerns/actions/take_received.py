"""Take what another authority told into an own file: bound to its basis, so that it goes no further, and to its end."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.rules.facts import NewFact, is_by_name
from rundbord.concerns.vocabulary import FactKind
from rundbord.sharing.actions import Taken, take_from_copy
from rundbord.sharing.queries import received_content
from rundbord.sharing.rules.corrections import CorrectionKind, reaches_what_was_taken

_KINDS = {kind.label: kind for kind in FactKind}


def received_facts(received_id: UUID, places: Collection[int], *, by: Actor) -> tuple[NewFact, ...]:
    """Give the chosen lines as facts; what named readers alone may read is read by the taker alone."""
    by.must(Permission.READ_DISCLOSED)
    lines = received_content(received_id, by).content.lines
    chosen = sorted({place for place in places if place < len(lines)})
    if not chosen:
        return ()
    taken = take_from_copy(received_id, chosen, by=by)
    return tuple(_fact(place, taken, by) for place in chosen)


def _fact(place: int, taken: Taken, by: Actor) -> NewFact:
    received = taken.received
    line = received.content.lines[place]
    goes_with_the_copy = reaches_what_was_taken(
        CorrectionKind.ERASED, basis=received.basis.value, conditions=received.conditions
    )
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
        disclosure_id=received.disclosure_id,
        taken_line=place,
        taken_key_id=taken.key_id,
        keep_until=received.expires_on if goes_with_the_copy else None,
    )
