"""Measures near-repeat: Burkitt's known counts, and the decay over distance and time on real burglary lines.

Usage: ./rundbord bench near_repeat [geocoded.jsonl] [--peer PYTHON]
The lines (report_date, time_text, lat, lon) are not in this repository. Burkitt's points come with libpysal:
    .venv/bin/uv venv .rundbord/peers && .venv/bin/uv pip install --python .rundbord/peers pointpats==2.5.5
"""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rundbord.patterns import Bands, Events, NearRepeat, near_repeat
from rundbord.reading.burglary_lines import read_burglary_line

ROOT = Path(__file__).resolve().parent.parent
RESULT = Path(__file__).parent / "results" / "near_repeat.md"
PEER = ROOT / ".rundbord" / "peers" / "bin" / "python"
BURKITT = "import geopandas, libpysal; d = geopandas.read_file(libpysal.examples.get_path('burkitt.shp'));"
BURKITT += "import json; print(json.dumps([d['X'].tolist(), d['Y'].tolist(), d['T'].tolist()]))"
# Distance, time, and the pairs near in space, in time, and in both.
KNOWN = ((20, 5, 3429, 52, 13), (10, 30, 1162, 229, 24), (5, 60, 360, 436, 12), (40, 90, 8245, 664, 346))
BANDS = Bands(metres=(100.0, 200.0, 400.0, 1000.0), days=(7, 14, 28, 90))
_LATEST = timedelta(days=14)
_EARTH = 6_371_008.8
_PERMUTATIONS = 999


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("lines", type=Path, nargs="?")
    parser.add_argument("--peer", type=Path, default=PEER)
    asked = parser.parse_args(argv)
    text = "# Near-repeat\n\n" + "\n".join([*_burkitt(asked.peer), "", *_burglaries(asked.lines)])
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text + "\n", "utf-8")
    print(text)  # noqa: T201 - the terminal is its screen
    return 0


def _burkitt(peer: Path) -> Iterator[str]:
    yield "## Burkitt lymphoma, Uganda 1961–75, 188 cases\n"
    if not peer.is_file():
        yield "Not measured: libpysal, which brings the points, is not installed (the head of the script says how)."
        return
    answer = subprocess.run([peer, "-W", "ignore", "-c", BURKITT], capture_output=True, text=True, check=True)  # noqa: S603
    east, north, days = json.loads(answer.stdout)
    events = Events(east=east, north=north, days=[int(day) for day in days])
    yield f"{_PERMUTATIONS} permutations, seed 0.\n"
    yield "| delta, tau | near in space | near in time | both | expected | p | as known |"
    yield "|---|---|---|---|---|---|---|"
    for delta, tau, *known in KNOWN:
        bands = Bands(metres=(float(delta),), days=(tau,), is_same_point_apart=False)
        found = near_repeat(events, bands, permutations=_PERMUTATIONS)
        (cell,) = found.cells
        counted = [found.near_in_space[0], found.near_in_time[0], cell.pairs]
        yield (
            f"| {delta}, {tau} | {counted[0]} | {counted[1]} | {counted[2]} | {cell.expected:.3f} | {cell.p:.3f} |"
            f" {'yes' if counted == known else f'no, known is {known}'} |"
        )


def _burglaries(path: Path | None) -> Iterator[str]:
    yield "## Danish burglary lines, Østjylland 2018–2026\n"
    if path is None:
        yield "Not measured: no file of lines was given."
        return
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    events = _events(rows)
    found = near_repeat(events, BANDS, permutations=_PERMUTATIONS)
    yield f"{len(events)} of {len(rows)} rows usable (coordinates; a last date at most 14 days before the report)."
    yield f"{_PERMUTATIONS} permutations, seed 0. Observed / expected = ratio (p). Places are streets, not houses.\n"
    yield from _table(found)


def _table(found: NearRepeat) -> Iterator[str]:
    periods = BANDS.periods
    yield "| distance | " + " | ".join(f"{first}–{last} days" for first, last in periods) + " |"
    yield "|---|" + "---|" * len(periods)
    for number, (beyond, up_to) in enumerate(BANDS.spans):
        row = found.cells[number * len(periods) : (number + 1) * len(periods)]
        cells = [f"{one.pairs}/{one.expected:.1f} = {one.ratio or 0:.2f} (p {one.p:.3f})" for one in row]
        name = f"{beyond:g}–{up_to:g} m" if up_to else "same point"
        yield f"| {name} | " + " | ".join(cells) + " |"


def _events(rows: list[dict[str, str | float]]) -> Events:
    east, north, days = [], [], []
    for row in rows:
        published = date.fromisoformat(str(row["report_date"]))
        last = _last_day(str(row["time_text"]), published)
        if row["lat"] is None or row["lon"] is None or last is None or not published - _LATEST <= last <= published:
            continue
        latitude, longitude = float(row["lat"]), float(row["lon"])
        east.append(math.radians(longitude) * _EARTH * math.cos(math.radians(56.2)))
        north.append(math.radians(latitude) * _EARTH)
        days.append(last.toordinal())
    return Events(east=east, north=north, days=days)


def _last_day(words: str, published: date) -> date | None:
    times = read_burglary_line(f"På Prøvevej begået {words}", published).times
    last = times.end or times.start
    return last.at.date() if last else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
