"""What a picture tells of a conflict since the last one, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What was added to a conflict in a period; tension before and after are labels, empty where none was judged."""

    is_new: bool = False
    is_closed: bool = False
    is_reopened: bool = False
    tension_before: str = ""
    tension_after: str = ""
    events: int = 0
    confirmed: int = 0
    new_hypotheses: int = 0
    weighed: int = 0
    new_windows: int = 0
    new_risks: int = 0
    steps: int = 0
    reviews: int = 0
    reader_changes: int = 0


def changes_in_words(changes: Changes) -> list[str]:
    """Say what is new, the weightiest first; nothing where nothing is."""
    words = [
        "Ny konflikt" if changes.is_new else "",
        "Afsluttet" if changes.is_closed else "",
        "Åbnet igen" if changes.is_reopened else "",
        _tension(changes),
        _events(changes),
        _counted(changes.new_windows, "gengældelsesvindue sat", "gengældelsesvinduer sat"),
        _counted(changes.new_hypotheses, "ny hypotese", "nye hypoteser"),
        _counted(changes.weighed, "hypotese vurderet igen", "hypoteser vurderet igen"),
        _counted(changes.new_risks, "nyt sted eller ny dag i risiko", "nye steder eller dage i risiko"),
        _counted(changes.steps, "nyt skridt", "nye skridt"),
        _counted(changes.reviews, "gennemgang", "gennemgange"),
        "Læserkredsen er ændret" if changes.reader_changes else "",
    ]
    return [each for each in words if each]


def in_one_line(parts: Sequence[str], *, otherwise: str) -> str:
    """Write several changes as one sentence part."""
    return ", ".join(_lowered(each) if position else each for position, each in enumerate(parts)) or otherwise


def _tension(changes: Changes) -> str:
    before, after = changes.tension_before, changes.tension_after
    if not after or changes.is_new:
        return ""
    if before == after:
        return f"Spænding vurderet igen: {after.lower()}"
    return f"Spænding fra {before.lower()} til {after.lower()}"


def _events(changes: Changes) -> str:
    told = _counted(changes.events, "ny hændelse", "nye hændelser")
    if not told or not changes.confirmed:
        return f"{told} (ubekræftet)" if changes.events == 1 else told
    if changes.confirmed == changes.events:
        return f"{told} (bekræftet)" if changes.events == 1 else f"{told} (alle bekræftet)"
    return f"{told} ({changes.confirmed} bekræftet)"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
