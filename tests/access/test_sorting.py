"""The Danish sort key: the same from Python and from the database."""

from __future__ import annotations

import pytest

from rundbord.access.roles import Role
from rundbord.access.sorting import sort_key
from rundbord.identity.models import User
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import Vestegnen


@pytest.mark.parametrize("name", ["Ærø, SSP 10", "AABENRAA Å", "Élan & Ödis", "åÆøØ 'x'", "Ünder Çeler"])
def test_the_database_makes_the_same_key(vestegnen: Vestegnen, name: str) -> None:
    made = rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, name=name)

    with as_owner():
        assert User.objects.get(pk=made.pk).sort_key == sort_key(name)
