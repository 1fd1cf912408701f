"""What a unit is in the eyes of the law."""

from __future__ import annotations

import pytest

from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.sharing.rules.capacities import NEVER_READERS, capacity_of
from rundbord.sharing.vocabulary import Capacity


@pytest.mark.parametrize(
    ("authority", "unit", "capacity"),
    [
        (AuthorityKind.POLICE, UnitKind.PREVENTION, Capacity.POLICE),
        (AuthorityKind.POLICE, UnitKind.LOCAL_POLICE, Capacity.POLICE),
        (AuthorityKind.POLICE, UnitKind.INVESTIGATION, Capacity.INVESTIGATION),
        (AuthorityKind.MUNICIPALITY, UnitKind.FAMILY, Capacity.CHILD_WELFARE),
        (AuthorityKind.MUNICIPALITY, UnitKind.SSP, Capacity.SSP),
        (AuthorityKind.MUNICIPALITY, UnitKind.HOUSING, Capacity.HOUSING),
        (AuthorityKind.OTHER, UnitKind.PROBATION, Capacity.PROBATION),
        (AuthorityKind.OTHER, UnitKind.SCHOOL, Capacity.SELF_OWNING),
        (AuthorityKind.OTHER, UnitKind.CLUB, Capacity.OTHER),
        (AuthorityKind.HOUSING, UnitKind.SSP, Capacity.HOUSING),
        (AuthorityKind.CIVIL, UnitKind.PREVENTION, Capacity.ASSOCIATION),
        (AuthorityKind.MUNICIPALITY, UnitKind.LOCAL_POLICE, Capacity.OTHER),
        (AuthorityKind.MUNICIPALITY, UnitKind.SECRETARIAT, Capacity.OVERSIGHT),
        (AuthorityKind.POLICE, UnitKind.ADMINISTRATION, Capacity.OVERSIGHT),
    ],
)
def test_a_unit_is_what_its_authority_can_have(authority: AuthorityKind, unit: UnitKind, capacity: Capacity) -> None:
    assert capacity_of(authority, unit) is capacity


def test_only_a_police_district_has_police() -> None:
    police = {
        authority
        for authority in AuthorityKind
        for unit in UnitKind
        if capacity_of(authority, unit) in {Capacity.POLICE, Capacity.INVESTIGATION}
    }

    assert police == {AuthorityKind.POLICE}


def test_whatever_is_called_other_never_reads_of_persons() -> None:
    strangers = {capacity_of(authority, UnitKind.OTHER) for authority in AuthorityKind} - {
        *(Capacity.HOUSING, Capacity.ASSOCIATION),
    }

    assert strangers <= NEVER_READERS
