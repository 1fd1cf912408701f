"""Reading the own log: in Danish words, page by page, and logged itself."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.session import acting_for
from rundbord.audit import Event
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def test_the_officer_for_data_protection_reads_who_did_what(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        audit.record(Event.AREA_CHANGED, about=vestegnen.station, by=coordinator)

    text = client_of(vestegnen.dpo).get("/log/").content.decode()

    assert "Ændrede område" in text
    assert vestegnen.coordinator.name in text


def test_another_authoritys_lines_are_not_there(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        audit.record(Event.AREA_ASSESSED, about=vestegnen.station, by=officer)

    text = client_of(vestegnen.dpo).get("/log/?haendelse=area_assessed").content.decode()

    assert "Ingen linjer" in text


def test_reading_the_log_is_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.dpo)
    client.get("/log/")

    text = client.get("/log/?haendelse=log_read").content.decode()

    assert "Læste loggen" in text


def test_older_lines_are_a_page_further(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        for _ in range(60):
            audit.record(Event.AREA_CHANGED, by=coordinator)

    text = client_of(vestegnen.dpo).get("/log/?haendelse=area_changed").content.decode()

    assert text.count("Ændrede område</td>") == 50
    assert "foer=" in text


def test_a_coordinator_may_not_read_the_log(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.coordinator).get("/log/").status_code == 403
