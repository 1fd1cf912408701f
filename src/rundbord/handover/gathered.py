"""How lines of a hand-over list are gathered for an answer to the person."""

from __future__ import annotations

from rundbord.access.gathering import Gathering, NotGathered, Sought

GATHERED: tuple[Gathering, ...] = (
    Sought(model="handover.HandOverLine", heading="Linje på en overleveringsliste"),
    NotGathered(
        model="handover.HandOverList", why="Tal og en nøgle; linjerne samles for sig og slettes ved mødets slutning."
    ),
    NotGathered(model="handover.LineQuestion", why="Spørgsmål uden navn; kan ikke findes ved en person."),
    NotGathered(model="handover.LineAnswer", why="Et ja eller nej til et spørgsmål uden navn."),
    NotGathered(model="handover.GivenName", why="En nøgle og dens sidste dag; navnet står i videregivelsen."),
)
