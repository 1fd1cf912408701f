"""Rules of planning, starting and ending a shift."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.streetwork.vocabulary import ShiftState

LONGEST_SHIFT = timedelta(hours=14)
LATEST_PLAN = timedelta(days=60)
MOST_IN_A_TEAM = 12
# A planned shift may be started somewhat early, and as long as it would not be over.
EARLIEST_START = timedelta(hours=3)
INTERVALS = (30, 60, 90, 120)
USUAL_INTERVAL = 60

Objections = dict[str, list[str]]


def objections_to_plan(
    *,
    starts_at: datetime,
    ends_at: datetime,
    team: Collection[UUID],
    staff: Collection[UUID],
    areas: Collection[object],
    now: datetime,
) -> Objections:
    """Say all that is wrong with a plan; `staff` are those who may be sent out by the own authority."""
    objections = {
        "starts_at": ["Vagter planlægges højst 60 dage frem."] if starts_at > now + LATEST_PLAN else [],
        "ends_at": _to_end(starts_at, ends_at, now),
        "team": _to_team(team, staff),
        "areas": [] if areas else ["Vælg mindst ét område på ruten."],
    }
    return {field: sentences for field, sentences in objections.items() if sentences}


def _to_end(starts_at: datetime, ends_at: datetime, now: datetime) -> list[str]:
    if ends_at <= starts_at:
        return ["Slutningen skal ligge efter begyndelsen."]
    if ends_at - starts_at > LONGEST_SHIFT:
        return ["En vagt er højst 14 timer. Del den i to."]
    return ["Vagten ville være slut, før den var planlagt."] if ends_at <= now else []


def _to_team(team: Collection[UUID], staff: Collection[UUID]) -> list[str]:
    if not team:
        return ["Vælg, hvem der er på holdet."]
    if not set(team) <= set(staff):
        return ["På holdet er kun medarbejdere fra jeres egen myndighed."]
    return [f"Et hold er højst {MOST_IN_A_TEAM}."] if len(set(team)) > MOST_IN_A_TEAM else []


def objections_to_start(*, planned_from: datetime, state: ShiftState, now: datetime) -> list[str]:
    """Say why a shift cannot start now."""
    if state is ShiftState.OUT:
        return ["Vagten er allerede i gang."]
    if state is not ShiftState.PLANNED:
        return ["Vagten er slut eller aflyst. Planlæg en ny."]
    if now < planned_from - EARLIEST_START:
        return ["Vagten kan tidligst startes tre timer før tid."]
    return []


def state_of(
    *,
    planned_until: datetime,
    started_at: datetime | None,
    ended_at: datetime | None,
    cancelled_at: datetime | None,
    now: datetime,
) -> ShiftState:
    """Tell where a shift is; one that nobody started before it was over was not held."""
    if cancelled_at is not None:
        return ShiftState.CANCELLED
    if ended_at is not None:
        return ShiftState.ENDED
    if started_at is not None:
        return ShiftState.OUT
    return ShiftState.PLANNED if now < planned_until else ShiftState.NOT_HELD
