"""Two worlds, with and without a running use of break-glass: nobody but those whom it concerns sees a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from tests.leaks import database
from tests.leaks.oracles import ORACLES
from tests.leaks.oracles.emergency import OPENED, USE, askers_about, file_to_open, notices_use, opens, use_in
from tests.leaks.world import Who, World
from tests.leaks.worlds import rich_world

Seen = Mapping[str, set[UUID]]
_LABELS = (*ORACLES, USE)


def _seen(world: World, askers: Iterable[Who]) -> list[Seen]:
    seen: list[Seen] = []
    with database.undone():
        database.build(world)
        for who in askers:
            with database.asking(who):
                seen.append({label: database.seen_of(label) for label in _LABELS})
    return seen


def test_a_use_opens_one_file_for_its_user_and_shows_nothing_to_anybody_else() -> None:
    without, with_use = rich_world(7), rich_world(7)
    file_to_open(without)
    use = use_in(with_use, file_to_open(with_use))
    # Every fifth of those who ask elsewhere, and everybody who claims to act in an emergency.
    askers: Sequence[Who] = [*with_use.askers[::5], *askers_about(use)]

    before, after = _seen(without, askers), _seen(with_use, askers)

    opened = 0
    for who, former, latter in zip(askers, before, after, strict=True):
        for label in _LABELS:
            more, fewer = latter[label] - former[label], former[label] - latter[label]
            assert not fewer, (who, label)
            if label == USE:
                assert (use.id in more) == notices_use(who, use), who
                continue
            right = {row.id for row in with_use.of(label) if opens(who, row, use)} - former[label]
            assert more == right, (who, label)
            opened += len(more)
    assert opened >= len(OPENED), "a use that opens nothing proves nothing"
