"""The same statements without the application: what the database alone needs, audit and commit included."""

from __future__ import annotations

import pickle
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.types.json import Jsonb

from bench.at_size.captured import Captured, Statement, Wish
from bench.at_size.resigning import is_context, signed_anew
from bench.at_size.world import World
from rundbord.operating.places import PYTHON, ROOT

LOGINS = {"default": "rundbord_app", "auth": "rundbord_auth", "place": "rundbord_place"}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

Connection = psycopg.Connection[tuple[Any, ...]]
Program = subprocess.Popen[bytes]


@contextmanager
def inside(world: World) -> Iterator[Program]:
    """Start an application that tells what it sends."""
    program = subprocess.Popen(  # noqa: S603 - our own program
        [PYTHON, "-m", "bench.at_size.capturing"],
        cwd=ROOT,
        env=world.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        program.communicate()


def captured_by(program: Program, wish: Wish) -> Captured:
    """Make the request inside that application and give what it sent."""
    assert program.stdin  # noqa: S101 - opened by `inside`
    assert program.stdout  # noqa: S101
    program.stdin.write(pickle.dumps(wish))
    program.stdin.flush()
    captured: Captured = pickle.load(program.stdout)  # noqa: S301 - written by our own child
    return captured


@dataclass
class Bare:
    """A request's statements, ready to be sent again and again by the logins that sent them first."""

    world: World
    captured: Captured
    connections: dict[str, Connection] = field(default_factory=dict)
    opened: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Bare:
        """Open the connections; each statement commits by itself unless it stood in a transaction."""
        for login in {each.login for each in self.captured.statements}:
            connection = psycopg.connect(self.world.url_of(LOGINS[login]), autocommit=True)
            self.connections[login] = self.opened.enter_context(connection)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close them."""
        self.opened.close()

    def seconds(self) -> float:
        """Send all of it once; what has to be made anew for that is made before the clock runs."""
        statements = fresh(self.captured, self.world)
        began = time.perf_counter()
        for each in statements:
            self.send(each)
        self.commit()
        return time.perf_counter() - began

    def send(self, each: Statement) -> list[tuple[Any, ...]]:
        """Send one statement, within its login's transaction if it stood in one; give its rows."""
        connection = self.connections[each.login]
        is_open = connection.info.transaction_status != TransactionStatus.IDLE
        if each.in_transaction != is_open:
            connection.execute("BEGIN" if each.in_transaction else "COMMIT")
        cursor = connection.execute(each.sql, each.params)
        return cursor.fetchall() if cursor.description else []

    def commit(self) -> None:
        """End every transaction that is open."""
        for connection in self.connections.values():
            if connection.info.transaction_status != TransactionStatus.IDLE:
                connection.execute("COMMIT")


def fresh(captured: Captured, world: World) -> list[Statement]:
    """Give the statements with other numbers for new rows, and with a context that has not run out."""
    others = {str(each): str(uuid4()) for each in captured.made}
    key = world.environment["RUNDBORD_CONTEXT_KEY"]
    return [replace(each, params=_renewed(each.params, others, key)) for each in captured.statements]


def _renewed(value: Any, others: Mapping[str, str], key: str) -> Any:
    if isinstance(value, list):
        return [_renewed(each, others, key) for each in value]
    if isinstance(value, dict):
        return {name: _renewed(each, others, key) for name, each in value.items()}
    if isinstance(value, Jsonb):
        return Jsonb(_renewed(value.obj, others, key), value.dumps)
    return _renewed_scalar(value, others, key)


def _renewed_scalar(value: Any, others: Mapping[str, str], key: str) -> Any:
    if isinstance(value, UUID):
        return UUID(_exchanged(str(value), others))
    if isinstance(value, bytes):
        return _exchanged(value.decode("latin-1"), others).encode("latin-1")
    if isinstance(value, str):
        return signed_anew(value, key) if is_context(value) else _exchanged(value, others)
    return value


def _exchanged(text: str, others: Mapping[str, str]) -> str:
    return _UUID.sub(lambda found: others.get(found[0], found[0]), text)
