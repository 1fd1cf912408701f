"""Why nothing of the situation is gathered about a person."""

from __future__ import annotations

from rundbord.access.gathering import Gathering, NotGathered

GATHERED: tuple[Gathering, ...] = (
    NotGathered(
        model="situation.SourceText",
        why="Politiets offentlige døgnrapport, som ikke kan slås op ved en person og tømmes efter 14 dage.",
    ),
)
