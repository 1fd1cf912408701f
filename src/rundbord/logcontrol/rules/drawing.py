"""Drawing the sample: nobody can tell before which readings come, and everybody can draw it again afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

from rundbord.logcontrol.rules.reads import Read

# Datatilsynet calls two samples a year the least; a week keeps them recent, and twenty are looked through in an hour.
SAMPLE_SIZE = 20
# Of each thing that stands out at most so many are shown, drawn like the sample: a control that drowns is none.
MOST_OF_A_GROUND = 30
TIME_TO_SIGN = timedelta(days=14)
_WEEK = timedelta(days=7)


def drawn(reads: Iterable[Read], seed: bytes, *, most: int = SAMPLE_SIZE) -> list[Read]:
    """Give so many readings as chance, fixed by the seed (32 secret bytes, kept with the control), picks them."""
    return sorted(reads, key=lambda read: sha256(seed + read.id.bytes).digest())[:most]


def week_before(today: date) -> tuple[date, date]:
    """Give Monday and Sunday of the last whole week, Danish days."""
    monday = today - timedelta(days=today.weekday()) - _WEEK
    return monday, monday + timedelta(days=6)
