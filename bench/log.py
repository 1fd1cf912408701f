"""Measures the log: inserts by eight writers with and without the leaf, beside a chain; numbering, signing, verifying.

Usage: ./rundbord bench log [--rounds N] [--seconds S] [--lines N]
Variants take turns in each round, so that whatever else the machine does slows all of them; the ratios are what counts.
"""

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import django
import psycopg

from rundbord.operating.embedded.cluster import SUPERUSER, Cluster
from rundbord.operating.places import STATE

RESULT = Path(__file__).parent / "results" / "log.md"
CLIENTS, LINES = 8, 100_000
# The same insert without its leaf, and one that holds what came before it, as a chain in the act's transaction does.
VARIANTS = """
CREATE FUNCTION audit.bench_bare(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
BEGIN
    INSERT INTO audit.event (id, at, authority, actor, event, subject_kind, subject, purpose, canonical, salt)
    VALUES (
        (entry->>'id')::uuid, (entry->>'at')::timestamptz, (entry->>'authority')::uuid, (entry->>'user')::uuid,
        entry->>'event', entry->>'subject_kind', entry->>'subject', entry->>'purpose', canonical, salt);
END $$;
CREATE TABLE audit.bench_head (hash bytea);
INSERT INTO audit.bench_head VALUES (sha256(''));
CREATE FUNCTION audit.bench_chain(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE audit.bench_head h SET hash = sha256(h.hash || canonical || salt);
    PERFORM audit.bench_bare(canonical, salt);
END $$;
"""
INSERTS = {"row alone": "bench_bare", "row and leaf (as built)": "append", "chain": "bench_chain"}


def main(argv: list[str]) -> int:
    asked = _asked(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rundbord.config.settings")
    django.setup()
    from tests.database import prepared_database, share_one_connection  # noqa: PLC0415 - needs Django set up

    with (
        _durable_cluster(),
        prepared_database("rundbord_bench_log") as name,
        TemporaryDirectory() as folder,
    ):
        address = _address(name)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(VARIANTS)
        rates = _rates(address, asked)
        share_one_connection(name)
        lines = [*_head(asked), *_told(rates), *_keeping(address, Path(folder), asked.lines)]
    if asked.lines >= LINES:
        RESULT.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))  # noqa: T201 - the terminal is its screen
    return 0


@contextmanager
def _durable_cluster() -> Iterator[None]:
    """A server of our own: that of the tests writes nothing to the disk before it answers, and so waits for nobody."""
    cluster = Cluster(STATE / "bench" / "log")
    cluster.destroy()
    cluster.start()
    os.environ["RUNDBORD_CLUSTER_URL"] = cluster.url_of(SUPERUSER, "postgres")
    try:
        yield
    finally:
        cluster.stop()
        cluster.destroy()


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--lines", type=int, default=LINES)
    return parser.parse_args(argv)


def _rates(address: str, asked: argparse.Namespace) -> dict[tuple[str, int], list[float]]:
    """Entries a second, for each variant and number of clients, round by round."""
    rates: dict[tuple[str, int], list[float]] = {}
    for _ in range(asked.rounds):
        for clients in (1, CLIENTS):
            for what, function in INSERTS.items():
                rates.setdefault((what, clients), []).append(_rate(address, function, clients, asked.seconds))
            numbering = _beside(address, lambda: _rate(address, "append", clients, asked.seconds))  # noqa: B023
            rates.setdefault(("row and leaf, numbered meanwhile", clients), []).append(numbering)
    return rates


def _rate(address: str, function: str, clients: int, seconds: float) -> float:
    with multiprocessing.get_context("fork").Pool(clients) as pool:
        return sum(pool.starmap(_write, [(address, function, seconds)] * clients)) / seconds


def _write(address: str, function: str, seconds: float) -> int:
    """Write entries one a transaction until the time is over, and give how many."""
    written = 0
    with psycopg.connect(address, autocommit=True) as connection:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            connection.execute(f"SELECT audit.{function}(%s, %s)", [_entry(), os.urandom(16)])
            written += 1
    return written


def _beside(address: str, act: Callable[[], float]) -> float:
    """Number leaves each half second while others write."""
    stop = multiprocessing.get_context("fork").Event()

    def number() -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            while not stop.wait(0.5):
                connection.execute("SELECT * FROM audit.number_leaves(10000)")

    numbering = multiprocessing.get_context("fork").Process(target=number)
    numbering.start()
    try:
        return act()
    finally:
        stop.set()
        numbering.join()


def _keeping(address: str, folder: Path, count: int) -> Iterator[str]:
    """Number, sign, prove and verify so many entries."""
    from django.conf import settings  # noqa: PLC0415 - needs Django set up
    from django.db import connection  # noqa: PLC0415

    from rundbord.audit import checkpointing  # noqa: PLC0415
    from rundbord.audit.keeping import number_all  # noqa: PLC0415
    from rundbord.audit.log_signing import verifier_keys  # noqa: PLC0415
    from rundbord.audit.stored_tree import StoredTree  # noqa: PLC0415
    from rundbord.audit.tree import consistency_proof  # noqa: PLC0415
    from rundbord.audit.verifying import Trusted, verify_log  # noqa: PLC0415
    from rundbord.keys.store.files import create_store  # noqa: PLC0415
    from tests.database import as_log_keeper, as_worker  # noqa: PLC0415

    settings.KEY_STORE = folder / "store"
    create_store(settings.KEY_STORE)
    with psycopg.connect(address, autocommit=True) as writing:
        # What the rounds left unlike the product is put away: rows without leaf, leaves without node.
        writing.execute("SET session_replication_role = replica")
        writing.execute("TRUNCATE audit.event, audit.leaf, audit.node")
        writing.execute(_MANY, [count])
    with as_worker():
        yield f"| number {count:,} leaves that wait | {_took(number_all):.1f} s |"
        yield f"| sign one checkpoint over them | {_took(checkpointing.sign_when_due) * 1000:.0f} ms |"
        took = _took(lambda: consistency_proof(count // 3, count, StoredTree()))
        yield f"| prove that it continues the first third | {took * 1000:.1f} ms |"
    with as_log_keeper(), connection.cursor() as cursor:
        trusted = Trusted(keys=verifier_keys(), retention=timedelta(days=731))
        began = time.perf_counter()
        found = verify_log(cursor, trusted, now=datetime.now(UTC))
        took = time.perf_counter() - began
    assert not found.faults, found.report()  # noqa: S101 - a bench over a broken log measures nothing
    yield f"| verify-log | {took:.1f} s, {count / took:,.0f} lines a second |"


_MANY = """
SELECT audit.append(convert_to(jsonb_build_object(
    'id', gen_random_uuid(), 'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'event', 'signed_in', 'user', NULL, 'authority', NULL, 'subject_kind', NULL, 'subject', NULL,
    'details', jsonb_build_object('n', n))::text, 'UTF8'), substr(sha256(gen_random_uuid()::text::bytea), 1, 16))
FROM generate_series(1, %s::int) n
"""


def _took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _head(asked: argparse.Namespace) -> list[str]:
    return [
        "# The log: what a leaf costs, and what keeping it costs\n",
        f"Entries a second, one a transaction; median of {asked.rounds} rounds of {asked.seconds:g} s, variants taking"
        " turns; writes made durable; the database on the same two cores as the writers. Ratios"
        " are of the same round, their median.\n",
    ]


def _told(rates: dict[tuple[str, int], list[float]]) -> Iterator[str]:
    yield "| what | one writer | eight writers | ratio to the row alone, eight |\n|---|---|---|---|"
    bare = rates["row alone", CLIENTS]
    for what in dict.fromkeys(name for name, _ in rates):
        ratio = statistics.median(a / b for a, b in zip(rates[what, CLIENTS], bare, strict=True))
        one, eight = (statistics.median(rates[what, clients]) for clients in (1, CLIENTS))
        yield f"| {what} | {one:,.0f} | {eight:,.0f} | {ratio:.2f} |"
    yield "\n| keeping | |\n|---|---|"


def _entry() -> bytes:
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    said = f'"authority":null,"details":{{"antal":1}},"event":"signed_in","id":"{uuid4()}"'
    return f'{{"at":"{at}",{said},"purpose":null,"subject":"{uuid4()}","subject_kind":"a.B","user":null}}'.encode()


def _address(name: str) -> str:
    return psycopg.conninfo.make_conninfo(os.environ["RUNDBORD_CLUSTER_URL"], dbname=name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
