"""What one account tells of an event: when, where and in which words, reduced to what can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from rundbord.situation.vocabulary import TimePrecision

_TOLERANCE: dict[str, timedelta] = {
    TimePrecision.MINUTE: timedelta(minutes=90),
    TimePrecision.PART_OF_DAY: timedelta(hours=6),
    TimePrecision.DATE: timedelta(hours=12),
}
LONGEST_TOLERANCE = max(_TOLERANCE.values())
_STEM = 6
_COMMON = frozenset(
    """
    ad af alle andet at bare blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller en
    end er et flere for fordi fra før gik går had han har have havde her hos hun hvad hvor i igen ikke imod ind ingen
    intet jeg kan kom kun kunne lidt man mange med meget men mens mellem mod måtte nej nogle nogen noget nok nu når
    ned om op os over på samt se set sig sin skal skulle som stor store så til tæt ud under var ved vi vil ville være
    været her to tre fire cirka omkring politiet anmeldt anmeldelse personer person
    """.split()  # noqa: SIM905 — read as words
)


@dataclass(frozen=True, kw_only=True)
class Account:
    """What the rule knows of a report or an incident; empty where it is unknown."""

    key: str
    category: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    precision: str = TimePrecision.MINUTE
    area: str = ""
    street: str = ""
    point: tuple[float, float] | None = None
    words: frozenset[str] = frozenset()

    @cached_property
    def window(self) -> tuple[float, float] | None:
        """The seconds of the epoch between which it happened; None when nothing is known of it."""
        starts, ends = self.starts_at or self.ends_at, self.ends_at or self.starts_at
        if starts is None or ends is None:
            return None
        if self.precision == TimePrecision.DATE:
            ends = max(ends, starts + timedelta(days=1))
        return min(starts, ends).timestamp(), max(starts, ends).timestamp()

    @cached_property
    def tolerance(self) -> float:
        """How many seconds its time may be from that of another account."""
        return _TOLERANCE.get(self.precision, LONGEST_TOLERANCE).total_seconds()


def telling_words(*texts: str) -> frozenset[str]:
    """Reduce texts to the stems of words that tell something."""
    found = re.findall(r"[a-zæøå]{3,}", " ".join(texts).casefold())
    return frozenset(word[:_STEM] for word in found if word not in _COMMON)
