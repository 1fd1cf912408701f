"""Measures sealing and opening texts, opening a list's keys from the store, and one blind index at production cost.

Usage: ./rundbord bench keys
Seconds are those of the processor, so that whatever else the machine does counts for neither; for wrapping and opening
keys, which wait for the disk, the clock's are given too.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from uuid import uuid4

from rundbord.config.environment import LEAST_INDEX_MEMORY_KIB, LEAST_INDEX_PASSES
from rundbord.keys.core.blind_index import Cost, IndexPurpose, index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import read_cpr
from rundbord.keys.core.sealing import OpenKey, Place
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.store.files import FileKeyStore, create_store

RESULT = Path(__file__).parent / "results" / "keys.md"
COST = Cost(memory_kib=LEAST_INDEX_MEMORY_KIB, passes=LEAST_INDEX_PASSES)
PLACE = Place(table="concerns_person", column="name", row=uuid4(), authority=uuid4())
# A replacement number, which nobody bears; a name; a long note.
CPR, NAME, NOTE = "610109-4321", "Opdigt Opdigtsen", "Opdigtet notat. " * 250
SEALS, LOOK_UPS, PERSONS = 50_000, 40, 500
# Ages 10 to 25: so many days, ten thousand numbers each.
CANDIDATES = 5_844 * 10_000


def main(argv: list[str]) -> int:
    lines = ["# Keys: what sealing and finding cost\n", "| what | processor | clock |\n|---|---|---|", *_sealing()]
    with tempfile.TemporaryDirectory() as folder:
        lines += [*_store(Path(folder) / "store"), *_indexes(Path(folder) / "index")]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))  # noqa: T201 - the terminal is its screen
    return 0


def _sealing() -> Iterator[str]:
    key = OpenKey(uuid4(), bytes(range(32)))
    for what, text in (("CPR number", CPR), ("note of 4,000 letters", NOTE)):
        sealed = key.seal(text, at=PLACE)
        yield _rate(f"seal a {what}", _measured(partial(key.seal, text, at=PLACE), SEALS), SEALS)
        yield _rate(f"open a {what}", _measured(partial(key.open, sealed, at=PLACE), SEALS), SEALS)


def _store(folder: Path) -> Iterator[str]:
    create_store(folder)
    store, owner = FileKeyStore(folder, cost=COST), uuid4()
    store.found(owner)
    names = [KeyName(owner=owner, key_id=uuid4()) for _ in range(PERSONS)]
    wrapped: list[bytes] = []
    made = iter(names)
    yield _rate(
        "make a person's key",
        _measured(lambda: wrapped.append(store.wrap_new(next(made), bytes(32))), PERSONS),
        PERSONS,
    )
    pairs = iter(list(zip(names, wrapped, strict=True)))
    yield _rate("open a person's key", _measured(lambda: store.unwrap(*next(pairs)), PERSONS), PERSONS)


def _indexes(folder: Path) -> Iterator[str]:
    create_store(folder)
    store, owner = FileKeyStore(folder, cost=COST), uuid4()
    store.found(owner)
    key, cpr = store.index_key(owner, IndexPurpose.LOOK_UP), read_cpr(CPR, today=date(2026, 1, 1))
    each = [_measured(lambda: index_of_cpr(cpr, key), 1) for _ in range(LOOK_UPS)]
    processor, clock = (median(times) * 1000 for times in zip(*each, strict=True))
    yield f"| one blind index of a CPR number ({COST.memory_kib // 1024} MiB, {COST.passes} passes), median |" + (
        f" {processor:.1f} ms | {clock:.1f} ms |"
    )
    parts = len(indexes_of_name(NAME, key))
    yield f"| a name of {parts} parts | {processor * parts:.1f} ms, reckoned | |"
    yield f"| all CPR numbers of ages 10 to 25, index key stolen, one core | {_days(processor)} days, reckoned | |"


def _days(milliseconds: float) -> str:
    return f"{CANDIDATES * milliseconds / 1000 / 86_400:.1f}"


def _measured(act: Callable[[], object], times: int) -> tuple[float, float]:
    began, began_on_the_clock = time.process_time(), time.perf_counter()
    for _ in range(times):
        act()
    return time.process_time() - began, time.perf_counter() - began_on_the_clock


def _rate(what: str, seconds: tuple[float, float], times: int) -> str:
    processor, clock = (f"{times / each:,.0f} a second" for each in seconds)
    return f"| {what} | {processor} | {clock} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
