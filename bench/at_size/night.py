"""Runs in a process of its own, as the worker: does the night's work on decisions again and again, and takes it back.

Says what each job does, and then takes a turn for each line that it reads; `nights` starts it with Django set up.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any

from django.db import connection

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.notices.queries import workplaces
from rundbord.tasks import actions

BIG = 10_000


class _TakenBack(Exception):
    """Ends a workplace's transaction without a trace."""


def main() -> None:
    """Say by job how many are told with how many statements, then the seconds of each turn, all workplaces together."""
    jobs = {
        "units reminded": actions.remind_of_overdue,
        "overdue climbs": actions.climb,
        "second looks told of": actions.remind_of_review,
    }
    _say({name: _told(act) for name, act in jobs.items()})
    for _ in sys.stdin:
        _say({name: _once(act)[1] for name, act in jobs.items()})


def _say(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201 - our parent reads it


def _told(act: Callable[..., int]) -> dict[str, Any]:
    sent: list[str] = []
    steps, _ = _once(act, sent)
    return {"steps": steps, "statements": len(sent), "scans": _scans(act)}


def _once(act: Callable[..., int], sent: list[str] | None = None) -> tuple[int, float]:
    """Act for every workplace, each in a transaction that is taken back."""

    def note(execute: Callable[..., Any], sql: Any, params: Any, *rest: Any) -> Any:
        if sent is not None:
            sent.append(str(sql))
        return execute(sql, params, *rest)

    steps, began = 0, time.perf_counter()
    with connection.execute_wrapper(note) if sent is not None else nullcontext():
        for authority_id, partnership_id in workplaces():
            actor = system_of(authority_id, partnership_id=partnership_id)
            with suppress(_TakenBack), acting_for(actor):
                steps += act(by=actor)
                raise _TakenBack
    return steps, time.perf_counter() - began


def _scans(act: Callable[..., int]) -> list[str]:
    """Name each big table that a statement of the job would read from end to end."""
    found: set[str] = set()

    def explain(execute: Callable[..., Any], sql: Any, params: Any, *rest: Any) -> Any:
        if str(sql).startswith("SELECT") and "FOR UPDATE" not in str(sql):
            with connection.connection.cursor() as cursor:
                plan = cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params).fetchone()[0][0]["Plan"]
            found.update(_scanned(plan))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(explain):
        _once(act)
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [BIG])
        return sorted(found & {name for (name,) in cursor.fetchall()})


def _scanned(plan: dict[str, Any]) -> set[str]:
    own = {plan["Relation Name"]} if plan["Node Type"] == "Seq Scan" else set()
    return own.union(*(_scanned(below) for below in plan.get("Plans", [])))
