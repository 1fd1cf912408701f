"""What the own authority made of a received copy, as apps above tell it: each adds its part when it is loaded.

Whoever confirms a correction looks there for what must be put right or taken back as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rundbord.access.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Use:
    """One thing that was made of it, without a word of content; `href` shows it, `right_href` puts it right."""

    label: str
    at: datetime
    href: str = ""
    right_href: str = ""


Gather = Callable[[UUID, Actor], Iterable[Use]]
_gathers: list[Gather] = []


def add_uses(gather: Gather) -> None:
    """Let an app above tell what it made of a copy, by the sender's key; called while apps are made ready."""
    _gathers.append(gather)


def uses_of(disclosure_id: UUID, actor: Actor) -> list[Use]:
    """List what the actor may see of it, the oldest first."""
    found = [use for gather in _gathers for use in gather(disclosure_id, actor)]
    return sorted(found, key=lambda use: use.at)
