"""Measures backup and restore: seconds and megabytes, whole and incremental, for a database of 100 MB and one of 1 GB.

Usage: ./rundbord bench backup [--megabytes 100 1000]
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import django

RESULT = Path(__file__).parent / "results" / "backup.md"
SIZES = [100, 1000]
# Rows like those of the product: ids, times, and sealed text that nothing compresses.
FILL = """
CREATE TABLE bench_rows AS SELECT n, gen_random_uuid() AS id, now() AS at, mod(n, 50) AS unit,
    decode(string_agg(md5(random()::text || n || part), ''), 'hex') AS sealed
FROM generate_series(1, %s) n, generate_series(1, 50) part GROUP BY n
"""
ROW_BYTES = 880
CHANGE = "UPDATE bench_rows SET unit = unit + 1 WHERE n <= %s"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=SIZES)
    sizes = parser.parse_args(argv).megabytes
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rundbord.config.settings")
    django.setup()
    lines = [*_head()]
    for size in sizes:
        lines += _measured(size)
        print(lines[-1], flush=True)  # noqa: T201 - the terminal is its screen
    if sizes == SIZES:
        RESULT.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _measured(megabytes: int) -> Iterator[str]:
    from rundbord.operating.backup.catalogue import bases_in  # noqa: PLC0415 - needs Django set up
    from tests.operating.a_database import a_database, environment_of, rundbord  # noqa: PLC0415

    rows = megabytes * 1_000_000 // ROW_BYTES
    with TemporaryDirectory(dir=Path(__file__).parent.parent / ".rundbord") as name:
        folder = Path(name)
        folder.chmod(0o711)
        with a_database(folder / "home") as cluster:
            environment = environment_of(cluster, folder)
            told = rundbord(environment, "backup", "--new-identity", folder / "identity")
            (folder / "recipients").write_text(told.stdout.strip().splitlines()[-1])
            with cluster.connect("postgres", "rundbord") as connection:
                connection.execute(FILL, [rows])
                # What the first reader would otherwise mark in every page, and the next backup take for a change.
                connection.execute("VACUUM ANALYZE bench_rows")
                connection.execute("CHECKPOINT")
            whole, _ = _timed(lambda: rundbord(environment, "backup", "--full"))
            with cluster.connect("postgres", "rundbord") as connection:
                connection.execute(CHANGE, [rows // 50])
            step, _ = _timed(lambda: rundbord(environment, "backup"))
        full, incremental = bases_in(folder / "backups")
        asked = ["restore", folder / "backups", "--identity", folder / "identity", "--into", folder / "restored"]
        back, code = _timed(lambda: rundbord(environment, *asked))
        yield (
            f"| {megabytes:,} | {_mb(full.raw_bytes)} | {_mb(full.bytes)} | {whole:.1f} | {_mb(incremental.raw_bytes)}"
            f" | {_mb(incremental.bytes)} | {step:.1f} | {back:.1f} | {'yes' if code == 0 else f'no ({code})'} |"
        )


def _head() -> Iterator[str]:
    yield "# Backup and restore: what they take\n"
    yield (
        "`./rundbord backup` and `./rundbord restore` as an operator runs them, each with the start of Python:"
        " streamed, compressed, sealed; opened, combined, recovered, examined (roles, rows, log, destructions)."
        " Rows hold sealed text, which nothing compresses. Two cores, one disk; 2 % of the rows changed before the"
        " incremental one.\n"
    )
    yield (
        "| rows, MB | whole, MB | sealed, MB | seconds | incremental, MB | sealed, MB | seconds | restore and examine,"
        " seconds | all examined |\n|---|---|---|---|---|---|---|---|---|"
    )


def _mb(count: int) -> str:
    return f"{count / 1e6:,.1f}"


def _timed(act):  # noqa: ANN001, ANN202 - what a command gave, and how long it took
    began = time.perf_counter()
    done = act()
    took = time.perf_counter() - began
    if done.returncode not in (0, 2):
        sys.exit(done.stdout + done.stderr)
    return took, done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
