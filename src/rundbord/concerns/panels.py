"""What the page of a file is made of: panels, each with its template; other apps add theirs when they are loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.keys.core.sealing import OpenKey

Gather = Callable[[YoungPerson, OpenKey, Actor], Mapping[str, object]]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One panel: its template reads `panel.content`; `place` is main, side or top; lower `order` stands first."""

    template: str
    gather: Gather
    place: str = "main"
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A panel with what it shows."""

    template: str
    content: Mapping[str, object]


_panels: list[Panel] = []


def add_panel(panel: Panel) -> None:
    """Let the page show one panel more; called while apps are made ready."""
    _panels.append(panel)
    _panels.sort(key=lambda each: each.order)


def panels_of(place: str, person: YoungPerson, key: OpenKey, actor: Actor) -> list[Shown]:
    """Gather the panels of one place on the page."""
    return [
        Shown(template=panel.template, content=panel.gather(person, key, actor))
        for panel in _panels
        if panel.place == place
    ]
