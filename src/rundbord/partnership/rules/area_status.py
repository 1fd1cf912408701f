"""An area's status: police and SSP each say, and it stands when both say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import AreaStatus, Side

ELSEWHERE = "Området ligger i en anden kommune. Det er SSP dér, der vurderer det."
NEITHER = "Kun politi og kommuner vurderer områder."


@dataclass(frozen=True, kw_only=True)
class Word:
    """What one side said last."""

    status: AreaStatus
    said_at: datetime


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an area stands: what each side said last, if anything."""

    police: Word | None = None
    ssp: Word | None = None

    @property
    def status(self) -> AreaStatus | None:
        """Give the status that stands; None while the two differ or one is silent."""
        if self.police and self.ssp and self.police.status == self.ssp.status:
            return self.police.status
        return None

    @property
    def since(self) -> datetime | None:
        """Give the moment when the second side agreed."""
        return max(self.police.said_at, self.ssp.said_at) if self.status and self.police and self.ssp else None

    @property
    def sentence(self) -> str:
        """Say it in Danish: one word when both agree, else each side's own."""
        if self.status:
            return self.status.label
        if not self.police and not self.ssp:
            return "Ikke vurderet"
        return f"Politiet: {_label(self.police)} · SSP: {_label(self.ssp)}"


def side_of(kind: AuthorityKind) -> Side | None:
    """Tell which side an authority speaks for."""
    return {AuthorityKind.POLICE: Side.POLICE, AuthorityKind.MUNICIPALITY: Side.SSP}.get(kind)


def objections_to_assessing(
    *, kind: AuthorityKind, authority_id: UUID, area_authority_id: UUID, area_kind: AuthorityKind
) -> list[str]:
    """Every reason why an authority cannot assess an area: SSP speaks for its own municipality's areas alone."""
    if side_of(kind) is None:
        return [NEITHER]
    lies_elsewhere = area_kind == AuthorityKind.MUNICIPALITY and area_authority_id != authority_id
    return [ELSEWHERE] if side_of(kind) == Side.SSP and lies_elsewhere else []


def _label(word: Word | None) -> str:
    return word.status.label if word else "ikke vurderet"
