"""Judges one day: every area and category, the last seven days and the last day, as one family of tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from rundbord.patterns.counts import Findings, History, Judgement, Normal, TooLittleHistory, Window
from rundbord.patterns.normal.discovery_rate import q_values
from rundbord.patterns.normal.model import WEEK, NormalModel, Past
from rundbord.patterns.normal.negative_binomial import quantile, upper_tail

# At most one signal in ten is expected to be chance: a person looks at each, and bench/results/unusual_weeks.md shows
# what a stricter or a laxer share costs.
FALSE_SHARE = 0.10
# One event, or two, may be grave, but are no unusual count.
FEWEST = 3
# Windows that end on the day judged: a slow rise, and a heavy burst.
LENGTHS = (WEEK, 1)
# What is happening now must not become its own normal.
_LEFT_OUT = 28
# Less than half a year cannot tell a normal from a spell.
_WEEKS_NEEDED = 26
_MOST_WEEKS = 5 * 52
_DAY = timedelta(days=1)
_RANGE = (0.025, 0.975)


def judged(histories: Sequence[History], *, ending_on: date, special: Mapping[date, str]) -> Findings:
    """Judge all series of one day together, since the false discovery rate is shared among them."""
    enough, too_little = _with_enough(histories, ending_on)
    found = _judged(enough, ending_on, special) if enough else []
    return Findings(ending_on=ending_on, judgements=tuple(found), too_little=tuple(too_little))


def _with_enough(histories: Sequence[History], ending_on: date) -> tuple[list[History], list[TooLittleHistory]]:
    enough, too_little = [], []
    for history in histories:
        if history.ends_on < ending_on:
            raise ValueError(f"counted until {history.ends_on} only, asked about {ending_on}")
        weeks = _weeks_before(history, ending_on)
        if weeks >= _WEEKS_NEEDED:
            enough.append(history)
        else:
            too_little.append(_too_little(history, weeks))
    return enough, too_little


def _too_little(history: History, weeks: int) -> TooLittleHistory:
    judged_from = history.starts_on + (_WEEKS_NEEDED * WEEK + _LEFT_OUT - 1) * _DAY
    return TooLittleHistory(
        area=history.area, category=history.category, weeks=weeks, needed=_WEEKS_NEEDED, judged_from=judged_from
    )


def _weeks_before(history: History, ending_on: date) -> int:
    days = (ending_on - history.starts_on).days + 1 - _LEFT_OUT
    return min(_MOST_WEEKS, max(0, days // WEEK))


@dataclass(frozen=True, kw_only=True)
class Tested:
    """One window of one series before the day's tests are seen together."""

    history: History
    window: Window
    counted: int
    normal: Normal
    p: float

    def judged(self, q: float) -> Judgement:
        """Decide, now that the whole day is known."""
        return Judgement(
            area=self.history.area,
            category=self.history.category,
            window=self.window,
            counted=self.counted,
            normal=self.normal,
            p=self.p,
            q=q,
            is_signal=q <= FALSE_SHARE and self.counted >= FEWEST and self.counted > self.normal.high,
        )


def _judged(histories: Sequence[History], ending_on: date, special: Mapping[date, str]) -> list[Judgement]:
    model = NormalModel(past_of(histories, ending_on), special)
    every = [one for length in LENGTHS for one in tested(length, histories, model, ending_on)]
    return [one.judged(q) for one, q in zip(every, q_values([one.p for one in every]), strict=True)]


def past_of(histories: Sequence[History], ending_on: date) -> Past:
    """Lay full weeks, counted back from the newest that may count as past, beside each other."""
    weeks = [_weeks_before(history, ending_on) for history in histories]
    length = max(weeks) * WEEK
    last = ending_on - _LEFT_OUT * _DAY
    counts, watched = np.zeros((len(histories), length)), np.zeros((len(histories), length))
    for row, (history, own) in enumerate(zip(histories, weeks, strict=True)):
        end = (last - history.starts_on).days + 1
        counts[row, length - own * WEEK :] = history.counts[end - own * WEEK : end]
        watched[row, length - own * WEEK :] = 1.0
    days = [last - number * _DAY for number in reversed(range(length))]
    return Past(days=days, counts=counts, watched=watched)


def tested(length: int, histories: Sequence[History], model: NormalModel, ending_on: date) -> Iterator[Tested]:
    """Compare the window of this length with what the model expects, one test for each series."""
    window = Window(first=ending_on - (length - 1) * _DAY, last=ending_on)
    ahead = model.predict(window.days)
    counted = np.array([_counted(history, window) for history in histories], np.int64)
    tail = upper_tail(counted, ahead.mean, ahead.variance)
    low, high = (quantile(share, ahead.mean, ahead.variance) for share in _RANGE)
    for row, history in enumerate(histories):
        normal = Normal(
            expected=float(ahead.mean[row]),
            low=int(low[row]),
            high=int(high[row]),
            learned_from=model.learned_from(row),
            influences=model.influences(row),
        )
        yield Tested(history=history, window=window, counted=int(counted[row]), normal=normal, p=float(tail[row]))


def _counted(history: History, window: Window) -> int:
    first = (window.first - history.starts_on).days
    return sum(history.counts[first : first + len(window.days)])
