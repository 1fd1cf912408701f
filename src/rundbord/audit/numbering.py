"""The sequencer: gives committed leaves their numbers, and stores the nodes that they complete."""

from __future__ import annotations

from typing import Any

from django.db import connections, transaction

from rundbord.access.session import current_login
from rundbord.audit.stored_tree import STEP, StoredTree
from rundbord.audit.tree import Subtree, frontier_at

MOST_AT_ONCE = 10_000


def number_leaves(*, at_most: int = MOST_AT_ONCE) -> int:
    """Number what waits, oldest first, in a transaction of its own; give how many, 0 where another is at it."""
    login = current_login()
    with transaction.atomic(using=login):
        with connections[login].cursor() as cursor:
            cursor.execute("SELECT size_before, size_after FROM audit.number_leaves(%s)", [at_most])
            row = cursor.fetchone()
        if row is None or row[0] == row[1]:
            return 0
        before, after = row
        _store(_completed(before, after), login=login)
        return int(after - before)


def _completed(before: int, after: int) -> list[Subtree]:
    stored = StoredTree()
    frontier = frontier_at(before, stored)
    grown = [each for leaf in stored.hashes(0, before, after - before) for each in frontier.add(leaf)]
    return [subtree for subtree in grown if subtree.level and subtree.level % STEP == 0]


def _store(nodes: list[Subtree], *, login: str) -> None:
    if not nodes:
        return
    columns: list[Any] = [[n.level for n in nodes], [n.position for n in nodes], [n.hash for n in nodes]]
    with connections[login].cursor() as cursor:
        cursor.execute("SELECT audit.add_nodes(%s::smallint[], %s::bigint[], %s::bytea[])", columns)
