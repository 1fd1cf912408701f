"""Who may read a report, party by party: the words on the form, and whom an urgent one wakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import Audience


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One party as a possible reader, with the names of its units where they are known."""

    authority_id: UUID
    name: str
    kind: AuthorityKind
    units: tuple[str, ...] = ()


def readers(audience: Audience, parties: Iterable[Reader], *, own: UUID) -> list[Reader]:
    """List the parties that an audience includes; the own authority always, and before the others."""
    included = [party for party in parties if party.authority_id == own or _includes(audience, party.kind)]
    return sorted(included, key=lambda party: (party.authority_id != own, party.name))


def _includes(audience: Audience, kind: AuthorityKind) -> bool:
    if audience is Audience.PARTNERS:
        return True
    if audience is Audience.PARTIES:
        return not kind.is_place
    return audience is Audience.POLICE and kind is AuthorityKind.POLICE


def in_words(audience: Audience, parties: Iterable[Reader], *, own: UUID, own_unit: str) -> str:
    """Say who may read, party by party."""
    if audience is Audience.UNIT:
        return f"Kan kun læses af {own_unit}, og kommer ikke med i situationsbilledet."
    *first, last = [party.name for party in readers(audience, parties, own=own)]
    return f"Kan læses af {', '.join(first)} og {last}." if first else f"Kan kun læses af {last}."


def units_in_words(audience: Audience, parties: Iterable[Reader], *, own: UUID) -> list[str]:
    """Name the units behind each party that may read."""
    if audience is Audience.UNIT:
        return []
    included = readers(audience, parties, own=own)
    return [f"{party.name}: {', '.join(party.units)}" for party in included if party.units]
