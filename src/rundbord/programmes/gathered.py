"""How taking part in a programme is gathered for an answer to the person."""

from __future__ import annotations

from rundbord.access.gathering import Gathering, NotGathered, Sought

GATHERED: tuple[Gathering, ...] = (
    Sought(model="programmes.Participant", heading="Deltager på et hold"),
    NotGathered(model="programmes.Presence", why="Fremmøde dag for dag; antal mødegange står ved deltagelsen."),
)
