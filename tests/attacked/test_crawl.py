"""wapiti walks through the demonstration as one of its users and attacks what it meets; shown to find faults."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.attacked.findings import Finding, explanations, keep, unexplained
from tests.attacked.planted import planted
from tests.attacked.served import cookies_of
from tests.attacked.tools import crawler, run

MODULES = "sql,xss,permanentxss,redirect,exec,file,crlf,csp,cookieflags,http_headers,csrf"
MOST_WALKING, MOST_ATTACKING = 90, 30

pytestmark = pytest.mark.usefixtures("thorough")


def by_wapiti(address: str, folder: Path, *more: str) -> tuple[list[Finding], int]:
    """Give what it finds, and how many pages it walked through; signing out and other hosts are left alone."""
    told = folder / "told.json"
    where = ["-u", address, "--scope", "domain", "-d", "3", "--max-links-per-page", "12", "--max-files-per-dir", "4"]
    kept = ["--store-session", folder, "--store-config", folder, "-f", "json", "-o", told, "--no-bugreport"]
    bounds = ["--max-scan-time", MOST_WALKING, "--max-attack-time", MOST_ATTACKING, "-t", "15", "-S", "polite"]
    done = run([crawler(), *where, *kept, *bounds, "-m", MODULES, "-x", f"{address}log-ud/*", "-v", "0", *more])
    assert told.exists(), done.stdout[-2000:] + done.stderr[-2000:]
    found = json.loads(told.read_text("utf-8"))
    kinds = {**found["vulnerabilities"], **found["anomalies"]}
    named = [_finding(kind, each) for kind, all_of_it in kinds.items() for each in all_of_it]
    return named, int(found["infos"]["crawled_pages_nbr"])


def _finding(kind: str, told: dict[str, str]) -> Finding:
    place = f"{told['method']} {told['path']} {told.get('parameter') or ''}"
    return Finding("wapiti", kind.replace(" ", "-").lower(), place.strip())


def test_a_walk_through_the_pages_finds_nothing_that_is_not_explained(address: str, tmp_path: Path) -> None:
    found, pages = by_wapiti(f"{address}/", tmp_path, "-C", cookies_of(address, "Koordinator"), "--drop-set-cookie")

    assert pages > 5, "it was led away"
    assert unexplained(found) == []
    assert [each for each in explanations("wapiti") if not any(each.covers(one) for one in found)] == []
    keep(
        "wapiti",
        version=f"wapiti 3.2.3, {MODULES}; {MOST_WALKING} s of walking, {MOST_ATTACKING} s for each attack",
        looked_at=f"the demonstration as Koordinator, {pages} pages",
        found=found,
        verdict=f"{len(found)} findings, each explained in explained.csv",
    )


def test_holes_that_were_made_for_it_are_found(tmp_path: Path) -> None:
    def leaky(environ: dict[str, str], start: Callable[..., object]) -> list[bytes]:
        asked = parse_qs(environ["QUERY_STRING"])
        if "videre" in asked:
            start("302 Found", [("Location", asked["videre"][0])])
            return [b""]
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        word = asked.get("ord", [""])[0]
        return [f"<!doctype html><p>{word}</p><a href='/?ord=park'>ord</a> <a href='/?videre=/'>v</a>".encode()]

    with planted(leaky) as port:
        found, _ = by_wapiti(f"http://127.0.0.1:{port}/", tmp_path)

    assert {"reflected-cross-site-scripting", "open-redirect"} <= {each.rule for each in found}, found
