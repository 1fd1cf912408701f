"""The inbox on screen: sorting by button, what a coordinator is told, and how much it costs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.vocabulary import Category, DismissalReason
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen
from tests.queries import own_queries

MOST_QUERIES = 13


@pytest.fixture
def client(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


def _report(vestegnen: Vestegnen, **columns: Any) -> Report:
    return rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, area=vestegnen.station, **columns)


def _page(client: Client, address: str = "/indbakke/") -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def _incidents() -> list[Incident]:
    with as_owner():
        return list(Incident.objects.filter(withdrawn_at=None))


def test_a_card_tells_source_time_place_readers_and_the_sources_own_words(vestegnen: Vestegnen, client: Client) -> None:
    _report(vestegnen, text="Gruppe ved kiosken.", basis="seen", group_size="many", is_urgent=True)

    page = _page(client)

    for words in (
        "Gadeteamet",
        "Stationen",
        "Gruppe ved kiosken.",
        "Set selv",
        "Gruppe: 10–19",
        "Haster",
        "Alle parter",
    ):
        assert words in page


def test_one_button_keeps_and_offers_to_undo(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen, category=Category.UNREST)

    response = client.post(f"/indbakke/{report.pk}/behold/", {"straks": "1"}, follow=True)
    page = response.content.decode()

    assert "Uro og utryghed, Stationen" in page
    assert "Fortryd" in page
    assert len(_incidents()) == 1


def test_the_next_report_gets_the_focus(vestegnen: Vestegnen, client: Client) -> None:
    older = _report(vestegnen, text="Ældre.", created_at=timezone.now() - timedelta(hours=1))
    newer = _report(vestegnen, text="Nyere.")
    card = client.get("/indbakke/").context["cards"][0]

    page = client.post(card.ways.keep, {"straks": "1"}, follow=True).content.decode()

    assert card.id == newer.pk
    assert f'id="report-{older.pk}"' in page
    assert "autofocus" in page


def test_undoing_from_the_alert_brings_the_report_back(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)
    client.post(f"/indbakke/{report.pk}/behold/", {"straks": "1"})
    with as_owner():
        triage = Triage.objects.get()

    page = client.post(f"/indbakke/fortryd/{triage.pk}/", follow=True).content.decode()

    assert "ligger i indbakken igen" in page
    assert str(report.pk) in page
    assert _incidents() == []


def test_facts_are_corrected_on_the_way(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)
    fields = {"heading": "Uro ved kiosken", "category": "uro", "area_id": str(vestegnen.park.pk), "is_confirmed": "on"}

    response = client.post(f"/indbakke/{report.pk}/behold/", fields)

    assert response.status_code == 302
    incident = _incidents()[0]
    assert (incident.heading, incident.area_id, incident.is_confirmed) == ("Uro ved kiosken", vestegnen.park.pk, True)


def test_a_time_that_is_left_alone_keeps_its_precision(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen, starts_precision="part_of_day")
    form = client.get(f"/indbakke/{report.pk}/behold/").context["form"]
    shown = timezone.localtime(report.starts_at).strftime("%Y-%m-%dT%H:%M")
    fields = {"heading": form["heading"].value(), "category": "uro", "starts_at": shown}

    client.post(f"/indbakke/{report.pk}/behold/", fields)

    assert _incidents()[0].starts_precision == "part_of_day"


def test_a_person_in_the_heading_is_stopped_with_the_words_shown(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)
    fields = {"heading": "Ring til 12 34 56 78", "category": "uro"}

    response = client.post(f"/indbakke/{report.pk}/behold/", fields)

    assert response.status_code == 200
    assert "Telefonnummer" in response.content.decode()
    assert _incidents() == []


def test_a_street_leads_to_its_area(vestegnen: Vestegnen, client: Client) -> None:
    rows.street(vestegnen.park, "Parkvej")
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street)

    client.post(f"/indbakke/{report.pk}/placer/", {"place_text": "Parkvej"})

    incident = _incidents()[0]
    assert (incident.area_id, incident.place_key) == (vestegnen.park.pk, "parkvej")


def test_a_point_on_the_map_leads_to_its_area(vestegnen: Vestegnen, client: Client) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street)

    client.post(f"/indbakke/{report.pk}/placer/", {"lat": "55.725", "lon": "12.457"})

    assert _incidents()[0].area_id == vestegnen.park.pk


def test_nowhere_is_refused_with_a_sentence(vestegnen: Vestegnen, client: Client) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street)

    page = client.post(f"/indbakke/{report.pk}/placer/", {}).content.decode()

    assert "Vælg et punkt på kortet" in page


def test_a_reason_is_one_button(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)

    page = _page(client, f"/indbakke/{report.pk}/afvis/")
    answer = client.post(f"/indbakke/{report.pk}/afvis/", {"reason": "known"}, follow=True).content.decode()

    assert all(reason.label in page for reason in DismissalReason)
    assert "Afvist" in answer


def test_dismissing_without_a_reason_asks_for_one(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)

    assert "Vælg en grund" in client.post(f"/indbakke/{report.pk}/afvis/", {"note": "Nej"}).content.decode()


def test_the_suggested_duplicate_is_merged_by_one_button(vestegnen: Vestegnen, client: Client) -> None:
    common = {"place_text": "Storegade", "category": Category.VANDALISM}
    first, second = _report(vestegnen, **common), _report(vestegnen, text="Rude knust.", **common)
    client.post(f"/indbakke/{first.pk}/behold/", {"straks": "1"})
    card = client.get("/indbakke/").context["cards"][0]

    answer = client.post(card.ways.merge, {"target": card.proposal.target}, follow=True).content.decode()

    assert card.id == second.pk
    assert "samme gade" in card.proposal.why
    assert "Lagt sammen" in answer
    assert len(_incidents()) == 1


def test_an_incident_is_found_to_merge_with(vestegnen: Vestegnen, client: Client) -> None:
    rows.incident(vestegnen.partnership, vestegnen.gladsaxe, place_text="Storegade", place_key="storegade")
    report = _report(vestegnen)

    found = client.get(f"/indbakke/{report.pk}/saml/", {"sted": "store"}).context["found"]
    missed = client.get(f"/indbakke/{report.pk}/saml/", {"sted": "lille"}).context["found"]

    assert [each.heading for each in found] == ["Uro ved stationen"]
    assert missed == []


def test_a_merge_that_would_lose_readers_says_so(vestegnen: Vestegnen, client: Client) -> None:
    narrow = rows.incident(vestegnen.partnership, vestegnen.gladsaxe, audience=Audience.AUTHORITY)
    report = _report(vestegnen)

    page = client.post(f"/indbakke/{report.pk}/saml/", {"target": f"incident:{narrow.pk}"}).content.decode()

    assert "læses af flere" in page


@pytest.mark.parametrize("target", ["incident:ikke-en-nøgle", "report:", "x"])
def test_a_target_that_is_none_does_not_exist(target: str, vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)

    assert client.post(f"/indbakke/{report.pk}/saml/", {"target": target}).status_code == 404


def test_the_slower_of_two_is_told_who_was_quicker(vestegnen: Vestegnen, client: Client, client_of: ClientOf) -> None:
    report = _report(vestegnen)
    police = client_of(rows.user(vestegnen.local_police, Role.COORDINATOR))
    client.post(f"/indbakke/{report.pk}/behold/", {"straks": "1"})

    page = police.post(f"/indbakke/{report.pk}/behold/", {"straks": "1"}, follow=True).content.decode()

    assert "En anden var hurtigere" in page
    assert "Koordinator, Gladsaxe Kommune beholdt indberetningen" in page
    assert len(_incidents()) == 1


def test_several_are_kept_at_once_and_what_is_taken_is_left(vestegnen: Vestegnen, client: Client) -> None:
    reports = [_report(vestegnen) for _ in range(3)]
    client.post(f"/indbakke/{reports[0].pk}/behold/", {"straks": "1"})
    ticked = [str(report.pk) for report in reports]

    page = client.post("/indbakke/flere/", {"handling": "behold", "report": ticked}, follow=True).content.decode()

    assert "2 indberetninger er sorteret" in page
    assert len(_incidents()) == 3


def test_several_are_dismissed_with_one_reason(vestegnen: Vestegnen, client: Client) -> None:
    ticked = [str(_report(vestegnen).pk) for _ in range(2)]

    client.post("/indbakke/flere/", {"handling": "afvis", "grund": "not_followed", "report": [*ticked, "vrøvl"]})

    with as_owner():
        assert list(Triage.objects.values_list("reason", flat=True)) == ["not_followed", "not_followed"]


@pytest.mark.parametrize("fields", [{"handling": "afvis", "grund": "vrøvl"}, {"handling": "vrøvl"}, {}])
def test_an_act_that_is_none_does_nothing(fields: dict[str, str], vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen)

    client.post("/indbakke/flere/", {**fields, "report": [str(report.pk)]})

    with as_owner():
        assert Triage.objects.count() == 0


def test_folded_traffic_says_how_many_and_shows_them_when_asked(vestegnen: Vestegnen, client: Client) -> None:
    for _ in range(2):
        _report(vestegnen, category=Category.TRAFFIC, heading="Færdselsuheld på ringvejen")

    folded = _page(client)
    unfolded = _page(client, "/indbakke/?kategori=færdsel")

    assert "2 færdsel er foldet sammen" in folded
    assert "Færdselsuheld på ringvejen" not in folded
    assert "Færdselsuheld på ringvejen" in unfolded


def test_the_rule_of_folding_is_changed_on_its_screen(vestegnen: Vestegnen, client: Client) -> None:
    _report(vestegnen, category=Category.FRAUD, heading="Falske opkald")
    seen = client.get("/indbakke/foldning/").context["form"]["seen"].value()

    client.post("/indbakke/foldning/", {"folded": ["bedrageri"], "seen": seen})

    assert "1 bedrageri er foldet sammen" in _page(client)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("omraade={station}", {"station"}),
        ("kilde=street", {"station", "nowhere", "urgent"}),
        ("kategori=uro", {"urgent"}),
        ("art=incident", {"police"}),
        ("haster=on", {"urgent"}),
        ("uplaceret=on", {"nowhere", "urgent", "police"}),
        ("periode=1", {"station", "nowhere", "urgent"}),
        ("kategori=vrøvl&omraade=vrøvl", {"station", "nowhere", "urgent", "police"}),
    ],
)
def test_filters_narrow_the_inbox(query: str, shown: set[str], vestegnen: Vestegnen, client: Client) -> None:
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, area=vestegnen.station, text="station")
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, text="nowhere")
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, text="urgent", is_urgent=True, category="uro")
    long_ago = timezone.now() - timedelta(days=5)
    police = {"nature": "incident", "source_kind": "police", "created_at": long_ago, "changed_at": long_ago}
    rows.report(vestegnen.partnership, vestegnen.local_police, text="police", **police)

    cards = client.get(f"/indbakke/?{query.format(station=vestegnen.station.pk)}").context["cards"]

    assert {card.text for card in cards} == shown


def test_what_was_sorted_today_can_be_undone_from_its_list(vestegnen: Vestegnen, client: Client) -> None:
    report = _report(vestegnen, heading="Uro ved kiosken")
    client.post(f"/indbakke/{report.pk}/afvis/", {"reason": "known"})

    page = _page(client, "/indbakke/sorteret/")

    assert "Uro ved kiosken" in page
    assert "Allerede kendt" in page
    assert "Koordinator, Gladsaxe Kommune" in page
    assert "Fortryd" in page


def test_an_empty_inbox_says_what_will_come(vestegnen: Vestegnen, client: Client) -> None:
    assert "Indbakken er tom" in _page(client)
    assert "Ingen har sorteret endnu" in _page(client, "/indbakke/sorteret/")


def test_another_authoritys_hidden_report_does_not_exist(vestegnen: Vestegnen, client: Client) -> None:
    hidden = rows.report(vestegnen.partnership, vestegnen.herlev_ssp, audience=Audience.AUTHORITY)

    for way in ("behold", "saml", "afvis", "placer"):
        assert client.get(f"/indbakke/{hidden.pk}/{way}/").status_code == 404
        assert client.post(f"/indbakke/{hidden.pk}/{way}/", {"straks": "1"}).status_code == 404


def test_the_second_page_goes_on_where_the_first_ended(vestegnen: Vestegnen, client: Client) -> None:
    for number in range(30):
        _report(vestegnen, text=f"nr. {number}", is_urgent=number == 0)

    first = client.get("/indbakke/")
    second = client.get(f"/indbakke/{first.context['older_url']}")

    texts = [card.text for card in [*first.context["cards"], *second.context["cards"]]]
    assert texts[0] == "nr. 0"
    assert len(set(texts)) == 30
    assert [card.text for card in client.get(f"/indbakke/{second.context['newer_url']}").context["cards"]] == texts[:25]


def test_a_full_inbox_costs_no_more_questions_than_a_short_one(vestegnen: Vestegnen, client: Client) -> None:
    for number in range(40):
        _report(vestegnen, text=f"nr. {number}", place_text="Storegade", category=Category.VANDALISM)

    with own_queries() as asked:
        client.get("/indbakke/")

    assert len(asked) <= MOST_QUERIES


def test_what_waited_half_a_year_is_no_news(vestegnen: Vestegnen, client: Client) -> None:
    long_ago = timezone.now() - timedelta(days=181)
    _report(vestegnen, text="For længst forbi.", created_at=long_ago, changed_at=long_ago)

    assert "For længst forbi." not in _page(client)


def test_htmx_gets_the_list_alone(vestegnen: Vestegnen, client: Client) -> None:
    _report(vestegnen, text="Gruppe ved kiosken.")

    page = client.get("/indbakke/", headers={"HX-Request": "true"}).content.decode()

    assert "Gruppe ved kiosken." in page
    assert "<html" not in page
