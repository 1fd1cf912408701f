"""`./rundbord sbom`: every locked package of the product as a CycloneDX 1.6 list (SBOM), from the lock files alone."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from rundbord.operating.places import LOCKS, ROOT

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)(?: ?; ?([^\\\n]+))?", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main(_arguments: list[str]) -> int:
    """Write the list to standard output."""
    json.dump(components_list(), sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 0


def components_list() -> dict[str, Any]:
    """Give the whole list; the same lock files give the same bytes, so no time and no random number stands in it."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "rundbord", "bom-ref": "rundbord"}},
        "components": sorted([*_python(), *_front_end()], key=lambda each: str(each["purl"])),
    }


def _python() -> Iterator[dict[str, Any]]:
    packages = re.split(r"\n(?=\S)", (LOCKS / "run.txt").read_text("utf-8").strip())
    for package in packages:
        if pinned := _PINNED.match(package):
            name, version, marker = pinned.groups()
            yield {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name.lower()}@{version}",
                "bom-ref": f"pkg:pypi/{name.lower()}@{version}",
                # One for each file that may be installed: which one it is depends on the machine.
                "properties": [
                    *({"name": "rundbord:sha256", "value": found} for found in _HASH.findall(package)),
                    *([{"name": "rundbord:marker", "value": marker.strip()}] if marker else []),
                ],
            }


def _front_end() -> Iterator[dict[str, Any]]:
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for place, package in locked.items():
        if place.startswith("node_modules/") and not package.get("dev"):
            name = place.removeprefix("node_modules/")
            purl = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
            yield {
                "type": "library",
                "name": name,
                "version": package["version"],
                "purl": purl,
                "bom-ref": purl,
                "properties": [{"name": "rundbord:integrity", "value": package.get("integrity", "")}],
            }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
