"""Incidents on screen: found, counted, exported from one query; corrected without overwriting anybody."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit.entries import own_entries
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Incident, IncidentRevision, Picture
from rundbord.situation.queries.incidents import (
    MOST_COUNTED,
    IncidentFilter,
    Number,
    matching,
    number_of,
    since_last_picture,
)
from rundbord.situation.queries.proposals import facts_of
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.queries import own_queries

MOST_QUERIES = 6


@pytest.fixture
def client(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """Gladsaxe's coordinator."""
    return actor_of(vestegnen.coordinator)


def _incident(vestegnen: Vestegnen, heading: str = "Uro", **columns: Any) -> Incident:
    return rows.incident(vestegnen.partnership, vestegnen.gladsaxe, heading=heading, **columns)


def _headings(client: Client, query: str = "") -> list[str]:
    return [line["incident"].heading for line in client.get(f"/haendelser/{query}").context["lines"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ny", "Gammel"]),
        ("?kategori=brand", ["Gammel"]),
        ("?periode=7", ["Ny"]),
        ("?periode=valgt&fra={month_ago}&til={day_of_old}", ["Gammel"]),
        ("?periode=billede", ["Ny"]),
        ("?bekraeftet=ja", ["Gammel"]),
        ("?bekraeftet=nej", ["Ny"]),
        ("?art=observation", ["Ny"]),
        ("?status=lukket", ["Gammel"]),
        ("?status=aaben", ["Ny"]),
        ("?omraade={station}", ["Gammel"]),
        ("?sted=Gl. stor", ["Gammel"]),
        ("?sted=storegade", []),
        ("?kategori=vrøvl", ["Ny", "Gammel"]),
    ],
)
def test_incidents_are_found_by_place_category_and_time(
    query: str, found: list[str], vestegnen: Vestegnen, client: Client
) -> None:
    now = timezone.now()
    _incident(vestegnen, "Ny", nature="observation")
    old = now - timedelta(days=10)
    told = {"place_text": "Gl. Storegade", "place_key": "gammel storegade", "closed_at": now}
    certain = {"is_confirmed": True, "category": "brand", "area": vestegnen.station}
    _incident(vestegnen, "Gammel", occurred_at=old, starts_at=old, **told, **certain)
    _published(vestegnen, until=now - timedelta(days=1))
    days = {"month_ago": f"{now - timedelta(days=30):%Y-%m-%d}", "day_of_old": f"{timezone.localtime(old):%Y-%m-%d}"}

    assert _headings(client, query.format(station=vestegnen.station.pk, **days)) == found


def _published(vestegnen: Vestegnen, *, until: Any) -> Picture:
    with as_owner():
        return Picture.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            number=1,
            covers_from=until - timedelta(days=1),
            covers_to=until,
            started_at=until,
            published_at=until,
        )


def test_list_number_and_spreadsheet_say_the_same(vestegnen: Vestegnen, client: Client, coordinator: Actor) -> None:
    for name in ("a", "b", "c"):
        _incident(vestegnen, f"Brand {name}", category="brand")
    _incident(vestegnen, "Uro")
    rows.incident(vestegnen.partnership, vestegnen.police, category="brand", audience=Audience.AUTHORITY)

    listed = client.get("/haendelser/?kategori=brand")
    sheet = load_workbook(BytesIO(client.get("/haendelser/regneark/?kategori=brand").content))["Hændelser"]

    with acting_for(coordinator):
        number = number_of(coordinator, IncidentFilter(category="brand"))
    assert len(listed.context["lines"]) == number.count == sheet.max_row - 1 == 3
    assert len(listed.context["points"]["features"]) == 0


def test_a_cell_is_never_a_formula_and_the_sheet_tells_who_fetched_it(
    vestegnen: Vestegnen, client: Client, coordinator: Actor
) -> None:
    _incident(vestegnen, '=HYPERLINK("https://eksempel.invalid";"Klik")', place_text="@SUM(1+1)")

    response = client.get("/haendelser/regneark/?kategori=uro")
    book = load_workbook(BytesIO(response.content))

    cell = book["Hændelser"]["B2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    about = {row[0].value: row[1].value for row in book["Om arket"].iter_rows(min_row=2)}
    assert "Koordinator, Gladsaxe Kommune" in str(about["Hentet af"])
    assert about["Filter"] == "Kategori: Uro og utryghed"
    assert response["Content-Disposition"].startswith("attachment")
    with acting_for(coordinator):
        assert own_entries()[0].event == "incidents_exported"


def test_a_reader_without_the_right_gets_no_spreadsheet(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.herlev_case_worker)

    assert client.get("/haendelser/regneark/").status_code == 403
    assert "Hent regneark" not in client.get("/haendelser/").content.decode()


def test_narrow_incidents_are_neither_listed_nor_counted_for_others(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    hidden = _incident(vestegnen, "Kun for Gladsaxe", audience=Audience.AUTHORITY)
    stranger = client_of(vestegnen.herlev_case_worker)

    page = stranger.get("/haendelser/")

    assert page.context["lines"] == []
    assert page.context["number"].count == 0
    assert stranger.get(f"/haendelser/{hidden.pk}/").status_code == 404
    caretaker = actor_of(vestegnen.caretaker)
    with acting_for(caretaker):
        assert matching(caretaker, IncidentFilter()).count() == 0


def test_withdrawn_incidents_are_not_counted_but_their_page_still_explains(
    vestegnen: Vestegnen, client: Client
) -> None:
    withdrawn = _incident(vestegnen, withdrawn_at=timezone.now())

    assert _headings(client) == []
    assert "Trukket tilbage" in client.get(f"/haendelser/{withdrawn.pk}/").content.decode()


def test_counting_stops_where_it_gets_dear() -> None:
    assert str(Number(count=MOST_COUNTED + 1)) == "mindst 1.000"
    assert str(Number(count=37)) == "37"


def test_a_long_list_is_paged_and_costs_the_same(vestegnen: Vestegnen, client: Client) -> None:
    for number in range(55):
        _incident(vestegnen, f"Uro {number}", area=vestegnen.station, lat=55.73, lon=12.41)

    with own_queries() as asked:
        first = client.get("/haendelser/")
    second = client.get(f"/haendelser/{first.context['older_url']}")

    assert len(asked) <= MOST_QUERIES
    assert len(first.context["lines"]) == 50
    assert len(second.context["lines"]) == 5
    assert len(first.context["points"]["features"]) == 50


def test_searching_by_place_uses_its_index_under_row_security(vestegnen: Vestegnen, coordinator: Actor) -> None:
    streets = [f"{first}{second}gade" for first in "bcdfghjklmnprstv" for second in "aeiouyæøå"]
    for street in streets:
        _incident(vestegnen, place_key=street)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE situation_incident")

    with acting_for(coordinator):
        found = matching(coordinator, IncidentFilter(place="bågade"))

        assert "incident_by_place" in found.explain()
        assert found.count() == 1


def test_the_page_shows_each_sources_own_words_and_what_was_done(vestegnen: Vestegnen, client: Client) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, text="Gruppe ved kiosken.", basis="seen")
    client.post(f"/indbakke/{report.pk}/behold/", {"straks": "1"})
    with as_owner():
        incident = Incident.objects.get()

    page = client.get(f"/haendelser/{incident.pk}/").content.decode()

    for words in (
        "Gruppe ved kiosken.",
        "Set selv",
        "Beholdt i indbakken",
        "Koordinator, Gladsaxe Kommune",
        "Endnu ikke",
    ):
        assert words in page


def _fields(client: Client, incident: Incident, **changes: str) -> dict[str, str]:
    form = client.get(f"/haendelser/{incident.pk}/ret/").context["form"]
    shown = {name: form[name].value() for name in form.fields}
    texts = {name: value for name, value in shown.items() if isinstance(value, str | int | float)}
    texts |= {name: shown[name].strftime("%Y-%m-%dT%H:%M") for name in ("starts_at", "ends_at") if shown[name]}
    return {name: str(value) for name, value in (texts | changes).items() if value is not False}


def test_a_correction_is_kept_with_what_stood_before(vestegnen: Vestegnen, client: Client) -> None:
    incident = _incident(vestegnen, "Uro")

    response = client.post(f"/haendelser/{incident.pk}/ret/", _fields(client, incident, heading="Slagsmål"))
    page = client.get(f"/haendelser/{incident.pk}/").content.decode()

    assert response.status_code == 302
    assert "Slagsmål" in page
    with as_owner():
        assert Incident.objects.get().version == 2
        assert IncidentRevision.objects.get().content["heading"] == "Slagsmål"


def test_of_two_who_correct_at_once_both_keep_their_words(
    vestegnen: Vestegnen, client: Client, client_of: ClientOf
) -> None:
    incident = _incident(vestegnen, "Uro")
    other = client_of(rows.user(vestegnen.herlev_ssp, Role.COORDINATOR))
    mine = _fields(client, incident, heading="Mit bud")
    other.post(f"/haendelser/{incident.pk}/ret/", _fields(other, incident, heading="Andens bud"))

    refused = client.post(f"/haendelser/{incident.pk}/ret/", mine)
    page = refused.content.decode()
    again = client.post(f"/haendelser/{incident.pk}/ret/", {**mine, "seen": refused.context["form"].data["seen"]})

    assert "Andens bud" in page
    assert "Mit bud" in page
    assert again.status_code == 302
    with as_owner():
        assert list(IncidentRevision.objects.order_by("version").values_list("content__heading", flat=True)) == [
            "Andens bud",
            "Mit bud",
        ]


def test_saving_over_a_version_that_is_gone_is_refused(vestegnen: Vestegnen, coordinator: Actor) -> None:
    incident = _incident(vestegnen, "Uro")
    with acting_for(coordinator):
        mine, other = Incident.objects.get(pk=incident.pk), Incident.objects.get(pk=incident.pk)
        actions.confirm_incident(other, is_confirmed=True, by=coordinator)

        with pytest.raises(Refused, match="samme øjeblik"):
            actions.close_incident(mine, by=coordinator)


def test_a_withdrawn_incident_cannot_be_corrected(vestegnen: Vestegnen, coordinator: Actor) -> None:
    incident = _incident(vestegnen, withdrawn_at=timezone.now())

    with acting_for(coordinator), pytest.raises(Refused, match="trukket tilbage"):
        actions.change_incident(incident, facts=facts_of(incident), by=coordinator)


def test_nothing_changed_leaves_the_version(vestegnen: Vestegnen, coordinator: Actor) -> None:
    incident = _incident(vestegnen)

    with acting_for(coordinator):
        actions.change_incident(incident, facts=facts_of(incident), by=coordinator)

    with as_owner():
        assert Incident.objects.get().version == 1


def test_it_is_confirmed_closed_and_opened_again_by_one_button_each(vestegnen: Vestegnen, client: Client) -> None:
    incident = _incident(vestegnen)
    address = f"/haendelser/{incident.pk}"

    client.post(f"{address}/bekraeft/", {"bekraeftet": "ja"})
    client.post(f"{address}/afslut/")
    closed = client.get(f"{address}/").content.decode()
    client.post(f"{address}/genaabn/")
    client.post(f"{address}/bekraeft/", {"bekraeftet": "nej"})

    assert "Bekræftet" in closed
    assert "Åbn igen" in closed
    with as_owner():
        stands = Incident.objects.get()
    assert (stands.closed_at, stands.is_confirmed, stands.version) == (None, False, 5)


@pytest.mark.parametrize("name", ["herlev_case_worker", "leader", "officer"])
def test_readers_do_not_correct(name: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    incident = _incident(vestegnen)
    client = client_of(getattr(vestegnen, name))

    assert client.get(f"/haendelser/{incident.pk}/").status_code == 200
    assert client.post(f"/haendelser/{incident.pk}/afslut/").status_code == 403


def test_an_empty_list_says_how_incidents_come_about(vestegnen: Vestegnen, client: Client) -> None:
    assert "Ingen hændelser endnu" in client.get("/haendelser/").content.decode()
    assert "passer til filteret" in client.get("/haendelser/?kategori=brand").content.decode()


def test_tiles_count_since_the_last_picture(vestegnen: Vestegnen, coordinator: Actor) -> None:
    _published(vestegnen, until=timezone.now() - timedelta(hours=5))
    _incident(vestegnen)
    _incident(vestegnen, occurred_at=timezone.now() - timedelta(days=2))

    with acting_for(coordinator):
        assert number_of(coordinator, since_last_picture(coordinator)).count == 1
