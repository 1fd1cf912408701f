"""The overview shows each role the doors that it may open, and no others."""

from __future__ import annotations

import pytest

from tests.factories.situations import ClientOf, Vestegnen


@pytest.mark.parametrize("role", ["coordinator", "officer", "leader", "secretary"])
def test_those_who_follow_the_situation_find_the_areas(role: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shown = client_of(getattr(vestegnen, role)).get("/overblik/")

    assert shown.status_code == 200
    assert 'href="/omraader/"' in shown.content.decode()


@pytest.mark.parametrize("role", ["street_worker", "caretaker", "dpo", "administrator"])
def test_others_have_no_overview(role: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(getattr(vestegnen, role))

    assert client.get("/overblik/").status_code in {403, 404}
    assert "Overblik" not in client.get("/").content.decode()
