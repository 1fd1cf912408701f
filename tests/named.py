"""Which tests there are, by name, read from their files: what governance documents may name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def every_test() -> frozenset[str]:
    """Give the node id of every test without its parameters."""
    found: set[str] = set()
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        found.update(_tests_in(file))
    return frozenset(found)


def _tests_in(file: Path) -> Iterator[str]:
    place = file.relative_to(ROOT).as_posix()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"{place}::{node.name}"
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from (
                f"{place}::{node.name}::{each.name}"
                for each in node.body
                if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
            )
