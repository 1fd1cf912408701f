"""Police reports — døgnrapporter: reviewed, put right, released, deleted; the original is the own authority's alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import Actor, system_of
from rundbord.access.permissions import Permission
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import ReadIncident, Report, SourceText
from rundbord.situation.vocabulary import Category, Nature, SourceKind
from tests.database import as_owner
from tests.factories.police_reports import PUBLISHED, TEXT, read_incidents
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


def test_each_incident_becomes_a_masked_report_for_the_police_alone(received: SourceText, vestegnen: Vestegnen) -> None:
    burglary, fight = read_incidents()

    report = burglary.report
    assert (report.category, report.nature, report.source_kind) == (
        Category.BURGLARY,
        Nature.INCIDENT,
        SourceKind.PRESS_REPORT,
    )
    assert report.audience == Audience.AUTHORITY
    assert "47-årig" not in report.text
    assert "Terrassedøren" in report.text
    assert (report.place_text, report.town) == ("Eksempelvej", "Herlev")
    assert report.area_id == vestegnen.park.pk
    assert timezone.localtime(report.starts_at).strftime("%d/%m %H.%M") == "19/11 18.00"
    assert timezone.localtime(report.ends_at).strftime("%d/%m %H.%M") == "19/11 22.30"
    assert fight.report.town == "Ballerup"
    assert received.delete_at - received.received_at == timedelta(days=14)
    assert logged(Event.SOURCE_TEXT_RECEIVED, about=received)


def test_each_field_points_to_the_words_it_came_from(received: SourceText) -> None:
    burglary = read_incidents()[0]

    start, end = burglary.evidence["town"][0]
    assert received.text[start:end] == "Herlev"


def test_a_contradiction_is_flagged_and_never_repaired(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    fight = read_incidents()[1]

    page = client_of(vestegnen.officer).get(f"/doegnrapporter/{received.pk}/").content.decode()

    assert fight.flags[0][0] == "ugedag_mod_dato"
    assert "Ugedag og dato passer ikke sammen" in page


def test_the_review_shows_original_and_masked_text_with_the_source_of_each_field(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    page = client_of(vestegnen.officer).get(f"/doegnrapporter/{received.pk}/").content.decode()

    assert "47-årig" in page
    assert '<mark class="evidence evidence-' in page
    assert "(kilde til </span>By" in page
    assert logged(Event.SOURCE_TEXT_READ, about=received) == 1


@pytest.mark.parametrize("who", ["coordinator", "herlev_case_worker", "leader", "caretaker", "outsider"])
def test_no_other_authority_finds_original_or_incidents(
    *, who: str, received: SourceText, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    reader = getattr(vestegnen, who)

    assert client_of(reader).get(f"/doegnrapporter/{received.pk}/").status_code in {403, 404}
    with acting_for(actor_of(reader)):
        assert not Report.objects.exists()


def test_another_police_district_gets_not_found(received: SourceText, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    strangers = system_of(vestegnen.outside.pk, partnership_id=vestegnen.other_partnership.pk)

    with acting_for(strangers):
        assert not SourceText.objects.exists()
        assert not ReadIncident.objects.exists()


def _act(client: Client, source: SourceText, act: str, *incidents: ReadIncident) -> Any:
    return client.post(f"/doegnrapporter/{source.pk}/", {"act": act, "incident": [str(each.pk) for each in incidents]})


def test_releasing_opens_the_masked_text_to_the_parties_and_not_the_original(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _act(client_of(vestegnen.officer), received, "all")

    with acting_for(actor_of(vestegnen.coordinator)):
        texts = list(Report.objects.values_list("text", flat=True))
        assert not SourceText.objects.exists()
    assert len(texts) == 2
    assert not any("47-årig" in text for text in texts)
    with acting_for(actor_of(vestegnen.caretaker)):
        assert not Report.objects.exists()
    assert logged(Event.SOURCE_TEXT_RELEASED, about=received)


def test_chosen_incidents_are_released_and_those_held_back_stay(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    burglary, fight = read_incidents()

    _act(client, received, "withhold", fight)
    _act(client, received, "all")

    burglary, fight = read_incidents()
    assert (burglary.report.audience, fight.report.audience) == (Audience.PARTIES, Audience.AUTHORITY)
    assert burglary.released_at
    assert fight.withheld_at
    with as_owner():
        assert SourceText.objects.get().released_at


def test_an_incident_held_back_can_wait_again(received: SourceText, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.officer)
    _act(client, received, "withhold", *read_incidents())

    refused = _act(client, received, "all")
    _act(client, received, "restore", *read_incidents())

    assert "Der er ingen hændelser at frigive" in refused.content.decode()
    assert not any(each.withheld_at for each in read_incidents())


def test_a_person_that_masking_missed_keeps_the_text_back(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        Report.objects.update(text="De flygtede i bil AB 12 345.")

    page = _act(client_of(vestegnen.officer), received, "all").content.decode()

    assert "Ret hændelse 1, før den frigives. Nummerplade" in page
    assert {each.report.audience for each in read_incidents()} == {Audience.AUTHORITY}


def _correction(client: Client, received: SourceText, **changes: str) -> Any:
    address = f"/doegnrapporter/{received.pk}/1/ret/"
    form = client.get(address).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    shown = {
        name: value.strftime("%Y-%m-%dT%H:%M") if hasattr(value, "strftime") else value for name, value in typed.items()
    }
    return client.post(address, {**shown, **changes})


def test_every_field_can_be_put_right_and_says_so(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)

    _correction(client, received, category="hærværk", town="Ballerup", area=str(vestegnen.station.pk))

    burglary = read_incidents()[0]
    assert (burglary.report.category, burglary.report.town) == (Category.VANDALISM, "Ballerup")
    assert burglary.report.area_id == vestegnen.station.pk
    assert burglary.corrected_fields == ["area", "category", "town"]
    assert (
        "Rettet af en betjent: Område, Kategori, By" in client.get(f"/doegnrapporter/{received.pk}/").content.decode()
    )
    assert logged(Event.READ_INCIDENT_CORRECTED, about=burglary)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"text": "Bil AB 12 345 kørte væk."}, "text", "Nummerplade"),
        ({"text": "Mehmet løb væk."}, "text", "»Mehmet«"),
        ({"text": ""}, "text", "må ikke være tom"),
        ({"place_text": "Eksempelvej 12"}, "place_text", "Husnummer"),
        ({"starts_at": "2031-01-01T10:00"}, "starts_at", "fremtiden"),
        ({"category": "sprit"}, "category", "gyldig"),
    ],
)
def test_a_correction_is_judged_beside_its_field(
    *, changes: dict[str, str], field: str, says: str, received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _correction(client_of(vestegnen.officer), received, **changes)

    assert says in str(response.context["form"].errors.get(field))
    assert read_incidents()[0].corrected_fields == []


def test_two_who_correct_at_once_learn_of_each_other(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    address = f"/doegnrapporter/{received.pk}/1/ret/"
    seen = client.get(address).context["form"]["seen"].value()
    _correction(client, received, town="Ballerup")

    response = _correction(client, received, town="Gladsaxe", seen=seen)

    assert "En anden har imens rettet" in str(response.context["form"].errors["town"])


def test_a_released_incident_is_not_corrected_here(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    _act(client, received, "all")

    response = _correction(client, received, town="Ballerup")

    assert "frigivet imens" in response.content.decode()


def test_who_may_not_release_wakes_the_officers(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)
    clerk = Actor(
        **{
            **{name: getattr(officer, name) for name in Actor.__dataclass_fields__},
            "permissions": officer.permissions - {Permission.RELEASE_SOURCE_TEXT},
        }
    )

    with acting_for(clerk):
        stored = actions.receive_source_text(TEXT, name="Rapport", published_on=PUBLISHED, by=clerk)

    with as_owner():
        notice = Notice.objects.get()
    assert (notice.kind, notice.role, notice.recipient_id) == ("release_waiting", "officer", vestegnen.police.pk)
    assert notice.path == f"/doegnrapporter/{stored.pk}/"


def test_after_fourteen_days_the_original_is_gone_and_the_incidents_stay(
    received: SourceText, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        SourceText.objects.update(delete_at=timezone.now() - timedelta(minutes=1))
    system = system_of(vestegnen.police.pk)

    with acting_for(system):
        count = actions.delete_source_texts(by=system)
        again = actions.delete_source_texts(by=system)

    with as_owner():
        received.refresh_from_db()
    assert (count, again) == (1, 0)
    assert received.text == ""
    assert all(each.evidence == {} and each.flags == [] for each in read_incidents())
    assert all(each.report.text for each in read_incidents())
    assert logged(Event.SOURCE_TEXT_DELETED, about=received) == 1
    page = client_of(vestegnen.officer).get(f"/doegnrapporter/{received.pk}/").content.decode()
    assert "Originalen blev slettet" in page
    assert "47-årig" not in page


def test_an_original_that_is_young_stays(received: SourceText, vestegnen: Vestegnen) -> None:
    system = system_of(vestegnen.police.pk)

    with acting_for(system):
        assert actions.delete_source_texts(by=system) == 0


def test_the_list_counts_what_waits_at_a_fixed_cost(
    received: SourceText,
    vestegnen: Vestegnen,
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(14):
        page = client.get("/doegnrapporter/").content.decode()

    assert 'data-label="Venter" class="number">2<' in page
    assert "47-årig" not in page
