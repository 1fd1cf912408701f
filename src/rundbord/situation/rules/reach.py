"""Who reads a report or an incident, and whether one can be laid into the other without losing or gaining a reader."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from rundbord.partnership.vocabulary import Audience

_WIDTH = {audience: width for width, audience in enumerate(Audience)}
TOO_NARROW = (
    "Indberetningen kan læses af flere end hændelsen. Behold den som en hændelse for sig, og læg den smalle"
    " indberetning sammen med den."
)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Whose a row is, and which readers were chosen."""

    authority_id: UUID
    unit_id: UUID | None
    audience: Audience


def is_within(inner: Reach, outer: Reach) -> bool:
    """Tell whether everybody who reads the inner row reads the outer one, too.

    The own authority of a row that all parties read is counted in even where it is no party to the common work.
    """
    if _WIDTH[inner.audience] > _WIDTH[outer.audience]:
        return False
    if outer.audience in {Audience.PARTIES, Audience.PARTNERS}:
        return True
    is_same_team = outer.audience != Audience.UNIT or inner.unit_id == outer.unit_id
    return inner.authority_id == outer.authority_id and is_same_team
