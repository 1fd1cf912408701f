"""Forty people in one morning meeting: who they are, when they write, and what came of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from bench.at_size.board_reader import Reader, Told
from bench.at_size.copying import Connection, copy_rows
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
        names = _guests(connection, people)
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


def _guests(connection: Connection, people: int) -> list[str]:
    """Give so many users, copied from their hosts; those of an earlier meeting come again."""
    named = [(host.partition("@"), number) for number in range(people) for host in [HOSTS[number % len(HOSTS)]]]
    connection.execute("CREATE TEMP TABLE guests (old_id uuid, new_id uuid, name text, days integer)")
    for (name, _, code), number in named:
        connection.execute(
            """
            INSERT INTO guests SELECT u.id, gen_random_uuid(), %s, 0
            FROM identity_user u JOIN identity_authority a ON a.id = u.authority_id
            WHERE u.sign_in_name = %s AND a.code = %s AND NOT EXISTS (
                SELECT 1 FROM identity_user o WHERE o.authority_id = a.id AND o.sign_in_name = %s)""",
            [f"{name}{number}", name, code, f"{name}{number}"],
        )
    copy_rows(connection, "identity_user", "old_id", {"id": "c.new_id", "sign_in_name": "c.name"}, copies="guests")
    # One duty each: the one at the own authority's table that the host has had longest.
    connection.execute(
        """
        INSERT INTO identity_duty (id, authority_id, unit_id, user_id, user_label, role, starts_on)
        SELECT gen_random_uuid(), d.authority_id, d.unit_id, g.new_id, g.name, d.role, d.starts_on
        FROM guests g JOIN identity_user u ON u.id = g.old_id
            JOIN identity_duty d ON d.user_id = u.id AND d.authority_id = u.authority_id"""
    )
    copy_rows(
        connection, "identity_introductionpass", "old_id", {"user_id": "c.new_id"}, copies="guests", key="user_id"
    )
    connection.execute("DROP TABLE guests")
    return [f"{name}{number}@{code}" for (name, _, code), number in named]


def _in_letters(number: int) -> str:
    """Give a word for a number: four letters that no two numbers share."""
    return "".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{number:04d}")
