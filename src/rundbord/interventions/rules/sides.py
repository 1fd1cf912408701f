"""Which side of the partnership somebody is on."""

from __future__ import annotations

from rundbord.interventions.vocabulary import Side

_SIDES = {"police": Side.POLICE, "municipality": Side.MUNICIPALITY}


def side_of(authority_kind: str) -> Side | None:
    """Give the side of an authority of this kind; None for one that begins nothing."""
    return _SIDES.get(authority_kind)
