"""The levels of offence codes: they lie inside each other, so only codes of one level may stand side by side."""

from __future__ import annotations

from collections.abc import Iterable

TOTAL = "TOT"
LEVELS = {0: "I alt", 1: "Hovedgrupper", 2: "Grupper", 3: "Enkelte lovovertrædelser"}
# Seen in public code and data; others may be uploaded as a file.
ASKED_FOR = (
    TOTAL,
    "1",
    "3",
    "11",
    "12",
    "13",
    "14",
    "32",
    "34",
    "1312",
    "1320",
    "1328",
    "1339",
    "1380",
    "1390",
    "1435",
)


def level_of(code: str) -> int:
    """Tell how deep a code lies: all, penal code or special acts, groups, single offences."""
    if code == TOTAL:
        return 0
    return {1: 1, 2: 2}.get(len(code), 3)


def of_level(codes: Iterable[str], level: int) -> list[str]:
    """Keep the codes of one level, in order."""
    return sorted(code for code in codes if level_of(code) == level)
