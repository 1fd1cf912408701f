"""Rules of the route: from when until when a team was where, and in which hours of the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from rundbord.partnership.rules.danish_days import DENMARK

Place = TypeVar("Place")


@dataclass(frozen=True, kw_only=True)
class Stay(Generic[Place]):
    """One stay in an area: aware times; `left_at` is None while the team is there."""

    place: Place
    entered_at: datetime
    left_at: datetime | None


def stays(entries: Sequence[tuple[Place, datetime]], *, ended_at: datetime | None) -> list[Stay[Place]]:
    """Turn entries, the oldest first, into stays: each lasts until the next, the last until the shift's end."""
    leaving = [*(moment for _, moment in entries[1:]), ended_at][: len(entries)]
    return [
        Stay(place=place, entered_at=entered_at, left_at=left_at)
        for (place, entered_at), left_at in zip(entries, leaving, strict=True)
    ]


def hours_of(entered_at: datetime, left_at: datetime) -> list[int]:
    """List the hours of the Danish clock (0–23) that a stay touches, in the order of the night.

    Reckoned in UTC, so that a night when the clock is set comes out right.
    """
    moment = entered_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    hours: list[int] = []
    while not hours or (moment < left_at and len(hours) < 24):
        hours.append(moment.astimezone(DENMARK).hour)
        moment += timedelta(hours=1)
    return list(dict.fromkeys(hours))


def hours_in_words(hours: Sequence[int]) -> str:
    """Say hours as people do: »kl. 19–21«; hours that do not follow each other are listed."""
    spans: list[tuple[int, int]] = []
    for hour in hours:
        if spans and (spans[-1][1]) % 24 == hour:
            spans[-1] = (spans[-1][0], (hour + 1) % 24)
        else:
            spans.append((hour, (hour + 1) % 24))
    return "kl. " + ", ".join(f"{begins}–{ends or 24}" for begins, ends in spans) if spans else ""
