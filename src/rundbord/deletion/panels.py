"""What the page of a day's deletions shows beside the list: apps above add their panels when they are loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rundbord.access.actor import Actor


@dataclass(frozen=True, kw_only=True)
class DayPanel:
    """One panel: its template reads `panel.content`; where `gather` gives None, it is left out."""

    template: str
    gather: Callable[[Actor], Mapping[str, object] | None]


@dataclass(frozen=True, kw_only=True)
class ShownPanel:
    """A panel with what it shows."""

    template: str
    content: Mapping[str, object]


_panels: list[DayPanel] = []


def add_day_panel(panel: DayPanel) -> None:
    """Let the page show one panel more."""
    _panels.append(panel)


def day_panels(actor: Actor) -> list[ShownPanel]:
    """Gather what there is to show."""
    gathered = [(panel.template, panel.gather(actor)) for panel in _panels]
    return [ShownPanel(template=template, content=content) for template, content in gathered if content is not None]
