"""Forty people in one morning meeting: who they are, when they write, and what came of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from bench.at_size.board_reader import Reader, Told
from bench.at_size.guests import guests_of
from bench.at_size.processors import used_in
from bench.at_size.running_meeting import begin_morning_meeting
from bench.at_size.visiting import signed_in
from bench.at_size.world import World

# Whose seats the guests sit behind: three authorities of the invented partnership.
HOSTS = ("betjent@vestegnen", "koordinator@gladsaxe", "ssp@herlev")
_PATIENCE = 30.0


@dataclass(frozen=True, kw_only=True)
class Held:
    """A meeting as it went."""

    people: int
    seconds: float
    accepted: int
    stored: int
    unseen: int
    delays: Sequence[float]
    told: Told
    processors: dict[str, float]


def hold(world: World, *, people: int, seconds: float, every: float, notes_before: int = 10) -> Held:
    """Let so many people sit in one meeting, and one of them write every so many seconds on average."""
    with world.as_superuser() as connection:
        names = guests_of(connection, HOSTS, people)
        meeting = begin_morning_meeting(connection, notes=notes_before)
        connection.execute("ANALYZE meetings_meeting, meetings_agendaitem, meetings_meetingentry")
    told, leaving = Told(), threading.Event()
    readers = [
        Reader(number=number, visitor=signed_in(world, name), path=f"/moeder/{meeting}/", told=told)
        for number, name in enumerate(names)
    ]
    threads = [threading.Thread(target=_sit, args=[reader, leaving]) for reader in readers]
    before = used_in(world)
    for thread in threads:
        thread.start()
        time.sleep(2 / people)  # nobody opens the page in the same moment
    notes = _write(readers, seconds, every)
    processors = used_in(world).since(before)
    _wait_for_all(told, people, notes)
    leaving.set()
    for thread in threads:
        thread.join()
    return _held(world, meeting, told, people=people, seconds=seconds, processors=processors)


def _sit(reader: Reader, leaving: threading.Event) -> None:
    try:
        reader.open()
    except Exception as error:
        reader.told.errors.append(f"{type(error).__name__}: {error}"[:120])
        return
    reader.stay(leaving)


def _write(readers: Sequence[Reader], seconds: float, every: float) -> int:
    """Let one after the other write until the time is over; give how many notes that was."""
    chance = Random(231)  # noqa: S311 - what is drawn keeps no secret
    ends_at, number = time.perf_counter() + seconds, 0
    while True:
        time.sleep(chance.expovariate(1 / every))
        if time.perf_counter() >= ends_at:
            return number
        chance.choice(readers).notes.put(_in_letters(number))
        number += 1


def _wait_for_all(told: Told, people: int, notes: int) -> None:
    """Wait until every note is sent and everybody has seen it, as long as somebody may still."""
    gives_up_at = time.perf_counter() + _PATIENCE
    while (len(told.accepted) < notes or _unseen(told, people)) and time.perf_counter() < gives_up_at:
        time.sleep(0.2)


def _unseen(told: Told, people: int) -> int:
    return sum((reader, mark) not in told.seen for mark in list(told.accepted) for reader in range(people))


def _held(
    world: World, meeting: UUID, told: Told, *, people: int, seconds: float, processors: dict[str, float]
) -> Held:
    with world.as_superuser() as connection:
        query = "SELECT text FROM meetings_meetingentry WHERE meeting_id = %s"
        texts = " ".join(str(text) for (text,) in connection.execute(query, [meeting]).fetchall())
    delays = [
        max(told.seen[reader, mark] - accepted, 0.0)
        for mark, accepted in told.accepted.items()
        for reader in range(people)
        if (reader, mark) in told.seen and reader != told.writers[mark]
    ]
    return Held(
        people=people,
        seconds=seconds,
        accepted=len(told.accepted),
        stored=sum(f"mærke {mark}." in texts for mark in told.accepted),
        unseen=_unseen(told, people),
        delays=sorted(delays),
        told=told,
        processors=processors,
    )


def _in_letters(number: int) -> str:
    """Give a word for a number: four letters that no two numbers share."""
    return "".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{number:04d}")
