"""Figures of pages as a table to read and as a file to compare with."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# What the measurement is held against (docs/speed.md).
MOST_TIMES_BARE, MOST_ADDED = 3.0, 15.0
MOST_GROWTH = 1.25
MOST_POLICY = 1.15
_COLUMNS = (
    *("page", "queries", "one client", "bare", "allowed", "kept", "eight clients", "requests/s"),
    *("scans of big tables", "policies"),
)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """One page in one world; times in seconds, one a request."""

    queries: int
    app: Sequence[float]
    bare: Sequence[float]
    many: Sequence[float]
    per_second: float
    scans: Sequence[str]
    policy_ratio: float | None

    @property
    def allowed(self) -> float:
        """The most milliseconds that the slowest twentieth may take: thrice the bare statements' and 15."""
        return MOST_TIMES_BARE * _p95(self.bare) + MOST_ADDED

    @property
    def is_quick(self) -> bool:
        """Tell whether it keeps within that."""
        return _p95(self.app) <= self.allowed


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One page in every world, the smallest first."""

    page: str
    figures: Mapping[str, Figures]

    @property
    def growth(self) -> float:
        """The median over the rounds of the largest world's time to the smallest's; 1 with one world."""
        worlds = list(self.figures.values())
        pairs = zip(worlds[0].app, worlds[-1].app, strict=True)
        return statistics.median(big / small for small, big in pairs)

    @property
    def line(self) -> str:
        """Say in a line how it went in the largest world."""
        one = list(self.figures.values())[-1]
        app, bare = (f"{_p50(times):.0f}/{_p95(times):.0f} ms" for times in (one.app, one.bare))
        return f"{self.page}: {app}, bare {bare}"


@dataclass(frozen=True, kw_only=True)
class Titles:
    """How a table is called: its heading, what the worlds hold so many of, its files, and sentences at its end."""

    heading: str = "Pages over ten years of one partnership"
    noun: str = "incidents"
    file: str = "pages"
    ending: str = ""


def write(
    measured: Sequence[Measured],
    *,
    titles: Titles = Titles(),
    starts: Mapping[str, float],
    peaks: Mapping[str, Sequence[float]],
    folder: Path,
    is_whole: bool,
) -> str:
    """Give the table; when every page was measured, leave it and all times in the folder."""
    table = "\n".join(_table(measured, starts, peaks, titles)) + "\n"
    if is_whole:
        folder.mkdir(exist_ok=True)
        (folder / f"{titles.file}.md").write_text(table, "utf-8")
        (folder / f"{titles.file}.json").write_text(json.dumps(_told(measured), indent=1) + "\n", "utf-8")
    return table


def _table(
    measured: Sequence[Measured], starts: Mapping[str, float], peaks: Mapping[str, Sequence[float]], titles: Titles
) -> Iterator[str]:
    names = list(measured[0].figures)
    yield f"# {titles.heading}\n"
    yield f"Measured {date.today().isoformat()} on two shared cores. Milliseconds as p50 / p95; one client unless it"
    yield "says eight. `bare` is the same request's statements sent by themselves in the same run, audit and commit"
    yield f"included. A page may take {MOST_TIMES_BARE:g} × bare + {MOST_ADDED:g} ms at p95; docs/speed.md says more.\n"
    for name in names:
        yield f"## {name} {titles.noun}\n"
        yield f"| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}"
        yield from (_row(each.page, each.figures[name]) for each in measured)
        yield ""
    if len(names) > 1:
        yield f"## {names[-1]} against {names[0]}\n"
        yield f"Median of the pairwise ratios, one client; at most {MOST_GROWTH:g} is aimed at.\n"
        yield "| page | ratio | kept |\n|---|---|---|"
        yield from (f"| {each.page} | {each.growth:.2f} | {_yes(each.growth <= MOST_GROWTH)} |" for each in measured)
        yield ""
    yield "## Starting and memory\n"
    yield "| world | cold start, s | peak MB: master, workers |\n|---|---|---|"
    for name in names:
        yield f"| {name} | {starts[name]:.1f} | {', '.join(f'{peak:.0f}' for peak in peaks[name])} |"
    if titles.ending:
        yield f"\n{titles.ending}"


def _row(page: str, one: Figures) -> str:
    eight = f"{_p50(one.many):.0f} / {_p95(one.many):.0f} | {one.per_second:.0f}" if one.many else "– | –"
    policy = f"{one.policy_ratio:.2f}" if one.policy_ratio is not None else "–"
    app, bare = (f"{_p50(times):.1f} / {_p95(times):.1f}" for times in (one.app, one.bare))
    scans = ", ".join(one.scans) or "none"
    kept = _yes(one.is_quick)
    return f"| {page} | {one.queries} | {app} | {bare} | {one.allowed:.0f} | {kept} | {eight} | {scans} | {policy} |"


def _told(measured: Sequence[Measured]) -> dict[str, dict[str, dict[str, object]]]:
    return {each.page: {name: _numbers(one) for name, one in each.figures.items()} for each in measured}


def _numbers(one: Figures) -> dict[str, object]:
    return {
        "queries": one.queries,
        "app_ms": [round(each * 1000, 2) for each in one.app],
        "bare_ms": [round(each * 1000, 2) for each in one.bare],
        "eight_ms": {
            "p50": round(_p50(one.many), 2),
            "p95": round(_p95(one.many), 2),
            "per_second": round(one.per_second, 1),
        },
        "scans": list(one.scans),
        "policy_ratio": one.policy_ratio and round(one.policy_ratio, 3),
    }


def _p50(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) * 1000 if seconds else 0.0


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)] * 1000 if seconds else 0.0


def _yes(kept: bool) -> str:
    return "yes" if kept else "**no**"
