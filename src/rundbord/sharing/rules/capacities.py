"""What a unit is in the eyes of the law, and the groups of capacities that the bases speak of."""

from __future__ import annotations

from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.sharing.vocabulary import Capacity

_POLICE = {
    UnitKind.LOCAL_POLICE: Capacity.POLICE,
    UnitKind.PREVENTION: Capacity.POLICE,
    UnitKind.INVESTIGATION: Capacity.INVESTIGATION,
}
_MUNICIPAL = {
    UnitKind.SSP: Capacity.SSP,
    UnitKind.STREET: Capacity.STREET,
    UnitKind.SCHOOL: Capacity.SCHOOL,
    UnitKind.CLUB: Capacity.CLUB,
    UnitKind.FAMILY: Capacity.CHILD_WELFARE,
    UnitKind.JOB: Capacity.JOB,
    UnitKind.PSYCHIATRY: Capacity.PSYCHIATRY,
    UnitKind.HOUSING: Capacity.HOUSING,
    UnitKind.CIVIL: Capacity.ASSOCIATION,
}
# § 115 stk. 3 names self-owning institutions in the social field, education, employment and psychiatry; no clubs.
_OTHERS = {
    UnitKind.PROBATION: Capacity.PROBATION,
    UnitKind.PSYCHIATRY: Capacity.PSYCHIATRY,
    UnitKind.SCHOOL: Capacity.SELF_OWNING,
    UnitKind.FAMILY: Capacity.SELF_OWNING,
    UnitKind.JOB: Capacity.SELF_OWNING,
}
_BY_AUTHORITY = {
    AuthorityKind.POLICE: (_POLICE, Capacity.OTHER),
    AuthorityKind.MUNICIPALITY: (_MUNICIPAL, Capacity.OTHER),
    AuthorityKind.OTHER: (_OTHERS, Capacity.OTHER),
    # Whatever their units are called, landlords stay landlords and associations stay associations.
    AuthorityKind.HOUSING: ({}, Capacity.HOUSING),
    AuthorityKind.CIVIL: ({}, Capacity.ASSOCIATION),
}

MUNICIPAL = frozenset(
    {
        *(Capacity.SSP, Capacity.CHILD_WELFARE, Capacity.SOCIAL, Capacity.SCHOOL, Capacity.CLUB),
        *(Capacity.STREET, Capacity.JOB, Capacity.HEALTH, Capacity.DAY_CARE),
    }
)
SOCIAL_AUTHORITIES = frozenset({Capacity.CHILD_WELFARE, Capacity.SOCIAL})
PREVENTIVE = frozenset({*MUNICIPAL, Capacity.PROBATION, Capacity.PSYCHIATRY, Capacity.SELF_OWNING})
AUTHORITIES = frozenset({*PREVENTIVE, Capacity.POLICE, Capacity.PROSECUTION, Capacity.FAMILY_LAW})
FAMILY = frozenset({Capacity.CUSTODY_HOLDER, Capacity.RELATIVE, Capacity.NETWORK})
OUTSIDERS = frozenset({Capacity.MENTOR, Capacity.ASSOCIATION})
# A.13: never readers of anything about a person.
NEVER_READERS = frozenset({Capacity.OVERSIGHT, Capacity.OTHER})


def capacity_of(authority: AuthorityKind, unit: UnitKind) -> Capacity:
    """Tell what a unit is; whatever its authority cannot have is "other", to whom nothing about a person passes."""
    if unit in {UnitKind.SECRETARIAT, UnitKind.ADMINISTRATION}:
        return Capacity.OVERSIGHT
    units, otherwise = _BY_AUTHORITY[authority]
    return units.get(unit, otherwise)
