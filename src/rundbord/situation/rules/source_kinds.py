"""Which kind of source a unit is."""

from __future__ import annotations

from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.situation.vocabulary import SourceKind

_BY_AUTHORITY = {
    AuthorityKind.POLICE: SourceKind.POLICE,
    AuthorityKind.HOUSING: SourceKind.HOUSING,
    AuthorityKind.CIVIL: SourceKind.CIVIL,
}
_BY_UNIT = {
    UnitKind.STREET: SourceKind.STREET,
    UnitKind.SCHOOL: SourceKind.SCHOOL_OR_CLUB,
    UnitKind.CLUB: SourceKind.SCHOOL_OR_CLUB,
    UnitKind.HOUSING: SourceKind.HOUSING,
    UnitKind.CIVIL: SourceKind.CIVIL,
}


def source_kind_of(authority_kind: str, unit_kind: str) -> SourceKind:
    """Tell what a unit's reports count as: by its authority where that decides, else by its own kind."""
    by_authority = _BY_AUTHORITY.get(AuthorityKind(authority_kind))
    return by_authority or _BY_UNIT.get(UnitKind(unit_kind), SourceKind.MUNICIPALITY)
