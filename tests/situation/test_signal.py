"""The signal: it changes with what a reader can see, tells nothing, costs little and keeps nobody awake."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.identity.models import SignIn
from rundbord.partnership.vocabulary import Audience
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen
from tests.queries import own_queries

MOST_QUERIES = 3
TOPICS = ["inbox", "incidents", "notices", "picture", "today"]


@pytest.fixture
def client(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


def _version(client: Client, topic: str = "inbox") -> str:
    version: str = client.get(f"/signal/?emne={topic}").json()["version"]
    return version


def test_a_new_report_changes_the_version(vestegnen: Vestegnen, client: Client) -> None:
    before = _version(client)

    rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    assert _version(client) != before


def test_sorting_by_another_changes_the_version(vestegnen: Vestegnen, client: Client, client_of: ClientOf) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)
    before = _version(client)

    client_of(vestegnen.coordinator).post(f"/indbakke/{report.pk}/behold/", {"straks": "1"})

    assert _version(client) != before


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_hidden_leaves_the_version_alone(topic: str, vestegnen: Vestegnen, client: Client) -> None:
    before = _version(client, topic)

    rows.report(vestegnen.partnership, vestegnen.herlev_ssp, audience=Audience.AUTHORITY, is_urgent=True)
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, audience=Audience.UNIT)
    rows.incident(vestegnen.partnership, vestegnen.police, audience=Audience.POLICE)
    rows.notice(vestegnen.partnership, vestegnen.police, vestegnen.herlev)

    assert _version(client, topic) == before


def test_a_narrow_text_merged_into_a_wide_incident_is_not_told(
    vestegnen: Vestegnen, client_of: ClientOf, client: Client
) -> None:
    police = client_of(rows.user(vestegnen.local_police, Role.COORDINATOR))
    wide = rows.report(vestegnen.partnership, vestegnen.local_police)
    narrow = rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.AUTHORITY)
    police.post(f"/indbakke/{wide.pk}/behold/", {"straks": "1"})
    before = {topic: _version(client, topic) for topic in TOPICS}
    card = next(card for card in police.get("/indbakke/").context["cards"] if card.id == narrow.pk)
    found = police.get(f"/indbakke/{card.id}/saml/").context["found"]

    police.post(f"/indbakke/{narrow.pk}/saml/", {"target": found[0].target})

    assert police.get("/indbakke/").context["cards"] == []
    assert {topic: _version(client, topic) for topic in TOPICS} == before


def test_a_report_wakes_those_whose_day_it_changes_and_nobody_else(
    vestegnen: Vestegnen, client: Client, client_of: ClientOf
) -> None:
    days = {name: client_of(getattr(vestegnen, name)) for name in ("coordinator", "street_worker", "leader", "officer")}
    before = {name: _version(day, "today") for name, day in days.items()}

    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street)

    after = {name: _version(day, "today") for name, day in days.items()}
    # Whoever sorts has one more in the inbox; the own unit has been heard from.
    assert {name for name in days if after[name] != before[name]} == {"coordinator", "street_worker"}


def test_two_readers_of_the_same_never_get_the_same_version(
    vestegnen: Vestegnen, client: Client, client_of: ClientOf
) -> None:
    rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    assert _version(client, "today") != _version(client_of(vestegnen.leader), "today")


def test_it_tells_nothing_but_the_version(vestegnen: Vestegnen, client: Client) -> None:
    answer = client.get("/signal/?emne=inbox")

    assert set(answer.json()) == {"version"}
    assert len(answer.json()["version"]) == 16
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("topic", TOPICS)
def test_it_costs_little(topic: str, vestegnen: Vestegnen, client: Client) -> None:
    for _ in range(5):
        rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    with own_queries() as asked:
        client.get(f"/signal/?emne={topic}")

    assert len(asked) <= MOST_QUERIES


def test_asking_keeps_nobody_signed_in(vestegnen: Vestegnen, client: Client) -> None:
    ten_minutes_ago = timezone.now() - timedelta(minutes=10)
    with as_owner():
        SignIn.objects.update(seen_at=ten_minutes_ago)

    client.get("/signal/?emne=inbox")
    client.get("/beskeder/antal/")
    client.get("/indbakke/", headers={"HX-Request": "true", "X-Background": "1"})

    with as_owner():
        assert SignIn.objects.get().seen_at == ten_minutes_ago


@pytest.mark.parametrize("topic", ["inbox", "incidents", "vrøvl", ""])
def test_a_topic_that_the_role_may_not_open_does_not_exist(
    topic: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert client_of(vestegnen.street_worker).get(f"/signal/?emne={topic}").status_code == 404
