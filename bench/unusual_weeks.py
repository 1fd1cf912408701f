"""Measures false alarms a week and outbreaks found within 3, 7 and 14 days, invented, beside two published methods.

Usage: ./rundbord bench unusual_weeks [--worlds 3] [--days 182] [--starts 6] [--seed 1]
"""

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from unusual.cusum import cusum_tails
from unusual.published import EARS_THRESHOLD, FARRINGTON_THRESHOLD, ears_c2, farrington
from unusual.world import FIRST, SIZES, Counts, Outbreak, World, world

from rundbord.patterns import History
from rundbord.patterns.judging import FALSE_SHARE, FEWEST, LENGTHS, past_of, tested
from rundbord.patterns.normal.discovery_rate import q_values
from rundbord.patterns.normal.model import NormalModel

Numbers = NDArray[np.float64]

RESULT = Path(__file__).parent / "results" / "unusual_weeks.md"
OURS, EARS, FARRINGTON = "Rundbord", "EARS C2", "Farrington 1996"
# What may be asked of each series: windows of so many days, and the cumulative sum.
WINDOWS = (7, 1, 14, 28)
CUSUM = len(WINDOWS)
# Families of tests that were tried, each the columns of what it asks; the product's is the one of `LENGTHS`.
FAMILIES = {
    "7 and 1 days": (0, 1),
    "7, 1 and 14 days": (0, 1, 2),
    "7, 1 and 28 days": (0, 1, 3),
    "7 and 1 days, cumulative sum": (0, 1, CUSUM),
}
PRODUCT = next(name for name, columns in FAMILIES.items() if columns == tuple(WINDOWS.index(one) for one in LENGTHS))
TRIED = {f"{OURS}, {name}": name for name in FAMILIES}
METHODS = (*TRIED, EARS, FARRINGTON)
RATES = {f"{method} {share:.0%}": (name, share) for method, name in TRIED.items() for share in (0.05, 0.10, 0.20)}
USED = f"{OURS}, {PRODUCT} {FALSE_SHARE:.0%}"
THRESHOLDS = {EARS: EARS_THRESHOLD, FARRINGTON: FARRINGTON_THRESHOLD}
OWN = (*RATES, *THRESHOLDS)
SHOWN = (USED, *THRESHOLDS)
SCENES = [Outbreak(size=size, days=days) for days in (3, 14) for size in (2.0, 4.0, 8.0)]
# Five years, what is left out before the window, and room for what a method looks back on.
_PAST = 5 * 365 + 60
_WATCHED = 14
_LONGEST = max(scene.days for scene in SCENES)


def main(argv: list[str]) -> int:
    asked = _asked(argv)
    rng = np.random.default_rng(asked.seed)
    possible = np.arange(_PAST, _PAST + asked.days - _LONGEST)
    worlds = [
        Watch(world(_PAST + asked.days, rng), rng.choice(possible, asked.starts, replace=False).tolist())
        for _ in range(asked.worlds)
    ]
    began = time.perf_counter()
    quiet = [_quiet(one, range(_PAST, _PAST + asked.days)) for one in worlds]
    seconds = (time.perf_counter() - began) / (asked.worlds * asked.days)
    scenes = {scene: [_scene(one, scene, rng) for one in worlds] for scene in SCENES}
    text = "\n".join(_lines(asked, quiet, scenes, seconds))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text + "\n", "utf-8")
    print(text)  # noqa: T201 - the terminal is its screen
    return 0


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name, default in (("worlds", 3), ("days", 182), ("starts", 6), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args(argv)


class Watch:
    """A world under watch: what is normal on a day is learned once, since nothing of the last 28 days belongs to it."""

    def __init__(self, drawn: World, starts: list[int]) -> None:
        self.drawn = drawn
        self.starts = starts
        self._again = {start + number for start in starts for number in range(_WATCHED)}
        self._models: dict[int, NormalModel] = {}
        self._daily: dict[int, tuple[Numbers, Numbers]] = {}
        self._calm: dict[int, dict[str, Numbers]] = {}

    def calm(self, day: int) -> dict[str, Numbers]:
        """Score a day on which nothing happens."""
        if day not in self._calm:
            self._calm[day] = self.scores(self.drawn.counts, day)
        return self._calm[day]

    def scores(self, counts: Counts, day: int) -> dict[str, Numbers]:
        """Score each series by each method."""
        tails = self._tails(counts, day)
        ours = {method: -np.log10(tails[:, FAMILIES[name]].min(axis=1)) for method, name in TRIED.items()}
        return ours | {"tails": tails, EARS: ears_c2(counts, day), FARRINGTON: farrington(counts, day)}

    def _tails(self, counts: Counts, day: int) -> Numbers:
        """Give each series' p for each window and for the sum; one where there are too few events for a signal."""
        ending_on = FIRST + timedelta(days=day)
        histories = _histories(counts, day)
        model = self._models.get(day)
        if model is None:
            model = NormalModel(past_of(_histories(self.drawn.counts, day), ending_on), self.drawn.special)
            if day in self._again:
                self._models[day] = model
        found = [one for length in WINDOWS for one in tested(length, histories, model, ending_on)]
        tails = [one.p if one.judged(0.0).is_signal else 1.0 for one in found]
        return np.column_stack([np.array(tails).reshape(len(WINDOWS), len(counts)).T, self._sums(counts, day, model)])

    def _sums(self, counts: Counts, day: int, model: NormalModel) -> Numbers:
        stretch = [FIRST + timedelta(days=day - back) for back in reversed(range(max(WINDOWS)))]
        if day not in self._daily:
            means = np.column_stack([model.predict([one]).mean for one in stretch])
            self._daily[day] = (means, model.predict(stretch).variance)
        seen = counts[:, day - len(stretch) + 1 : day + 1]
        return np.where(seen.sum(axis=1) >= FEWEST, cusum_tails(seen, *self._daily[day]), 1.0)


def _histories(counts: Counts, day: int) -> list[History]:
    return [
        History(area=str(number), category="all", starts_on=FIRST, counts=tuple(line))
        for number, line in enumerate(counts[:, : day + 1].tolist())
    ]


def _quiet(watch: Watch, days: range) -> dict[str, Numbers]:
    """Score days on which nothing happens: days × series, and what we call a signal."""
    scored = [watch.calm(day) for day in days]
    alarms = {name: np.stack([one[name] for one in scored]) for name in METHODS}
    qs = {name: np.stack([_qs(one["tails"][:, columns]) for one in scored]) for name, columns in FAMILIES.items()}
    return alarms | qs


def _qs(tails: Numbers) -> Numbers:
    """Give the smallest q of what is asked of each series, among all of the day."""
    return np.array(q_values(tails.ravel().tolist())).reshape(tails.shape).min(axis=1)


def _scene(watch: Watch, scene: Outbreak, rng: np.random.Generator) -> dict[str, Numbers]:
    """Let an outbreak begin in each series in turn, all others quiet; score its first days: starts × days × series."""
    found: dict[str, list[list[Numbers]]] = {name: [] for name in (*METHODS, *FAMILIES)}
    for start in watch.starts:
        counts = watch.drawn.counts.copy()
        counts[:, start : start + scene.days] += scene.drawn(watch.drawn, rng)
        days = range(start, start + _WATCHED)
        struck, calm = [watch.scores(counts, day) for day in days], [watch.calm(day) for day in days]
        for name in METHODS:
            found[name].append([one[name] for one in struck])
        pairs = [(one["tails"], other["tails"]) for one, other in zip(struck, calm, strict=True)]
        for name, columns in FAMILIES.items():
            found[name].append([_qs_in_turn(one[:, columns], other[:, columns]) for one, other in pairs])
    return {name: np.array(lines) for name, lines in found.items()}


def _qs_in_turn(struck: Numbers, calm: Numbers) -> Numbers:
    """Judge each struck series among calm ones, as the one thing that happens that day."""
    qs = np.ones(len(struck))
    for number in range(len(struck)):
        tails = calm.copy()
        tails[number] = struck[number]
        qs[number] = _qs(tails)[number]
    return qs


def _lines(
    asked: argparse.Namespace,
    quiet: list[dict[str, Numbers]],
    scenes: dict[Outbreak, list[dict[str, Numbers]]],
    seconds: float,
) -> Iterator[str]:
    series = sum(SIZES.values())
    weeks = asked.worlds * asked.days / 7
    yield "# Unusual weeks: false alarms and outbreaks found\n"
    yield f"{asked.worlds} invented worlds of {series} series ({_sizes()}); {weeks:.0f} weeks without outbreaks;"
    yield f"{asked.worlds * asked.starts * series} outbreaks of each kind, one at a time; seed {asked.seed}. All"
    yield f"methods together took {seconds:.2f} s for the {series} series of a day.\n"
    yield f"A false alarm is a run of days with an alarm in one series, counted once; the rate is that of all {series}"
    yield "series together. Found: within 3 / 7 / 14 days of the first event. sd is that of an ordinary week. Rundbord"
    yield f"is measured with several families of tests; the product uses {PRODUCT} (decision 0015).\n"
    calm = {name: _alarms(name, quiet) for name in OWN}
    rates = {name: sum(_runs(one) for one in alarms) / weeks for name, alarms in calm.items()}
    yield f"## Each with its own threshold (Rundbord: a false discovery rate; the product uses {FALSE_SHARE:.0%})\n"
    yield from _head()
    for name in OWN:
        yield _row(name, rates[name], {scene: _alarms(name, lines) for scene, lines in scenes.items()})
    for rate in (rates[USED], 1.0):
        yield f"\n## All set to at most {rate:.2f} false alarms a week\n"
        yield from _head()
        for name in METHODS:
            limit = _limit([one[name] for one in quiet], rate * weeks)
            real = sum(_runs(one[name] > limit) for one in quiet) / weeks
            yield _row(name, real, {scene: [one[name] > limit for one in lines] for scene, lines in scenes.items()})
    yield "\n## By size of the series, own thresholds, within 14 days, all kinds of outbreak\n"
    yield "| events a week | " + " | ".join(SHOWN) + " |\n|---|" + "---|" * len(SHOWN)
    for size, where in _places():
        cells = []
        for name in SHOWN:
            hits = [one[:, :, where].any(axis=1).mean() for lines in scenes.values() for one in _alarms(name, lines)]
            false = sum(_runs(one[:, where]) for one in calm[name]) / weeks
            cells.append(f"{np.mean(hits):.0%} ({false:.2f} false a week)")
        yield f"| {size:g} | " + " | ".join(cells) + " |"


def _alarms(name: str, lines: list[dict[str, Numbers]]) -> list[NDArray[np.bool_]]:
    if name in RATES:
        family, share = RATES[name]
        return [one[family] <= share for one in lines]
    return [one[name] > THRESHOLDS[name] for one in lines]


def _head() -> Iterator[str]:
    kinds = [f"+{scene.size:g} sd over {scene.days} d" for scene in SCENES]
    yield "| method | false a week | " + " | ".join(kinds) + " |"
    yield "|---|---|" + "---|" * len(kinds)


def _row(name: str, rate: float, found: dict[Outbreak, list[NDArray[np.bool_]]]) -> str:
    cells = []
    for alarms in found.values():
        shares = [np.mean([one[:, :days].any(axis=1).mean() for one in alarms]) for days in (3, 7, 14)]
        cells.append(" / ".join(f"{share:.0%}" for share in shares))
    return f"| {name} | {rate:.2f} | " + " | ".join(cells) + " |"


def _runs(alarms: NDArray[np.bool_]) -> int:
    before = np.vstack([np.zeros((1, alarms.shape[1]), np.bool_), alarms[:-1]])
    return int((alarms & ~before).sum())


def _limit(scores: list[Numbers], runs: float) -> float:
    """Find the lowest threshold with no more runs of alarms than asked."""
    every = np.unique(np.concatenate([one.ravel() for one in scores]))
    low, high = 0, len(every) - 1
    while low < high:
        middle = (low + high) // 2
        if sum(_runs(one > every[middle]) for one in scores) <= runs:
            high = middle
        else:
            low = middle + 1
    return float(every[low])


def _places() -> Iterator[tuple[float, slice]]:
    begun = 0
    for size, number in SIZES.items():
        yield size, slice(begun, begun + number)
        begun += number


def _sizes() -> str:
    return ", ".join(f"{number} with {size:g} events a week" for size, number in SIZES.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
