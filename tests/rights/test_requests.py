"""A request is registered, runs against its clock, and is closed; who follows it sees no name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import own_entries
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.rights import jobs
from rundbord.rights.actions import delay, forget, route
from rundbord.rights.models import GatheredItem, RightsRequest
from rundbord.rights.vocabulary import Asker, DelayWhy, MandateCheck, Outcome, RoutedTo
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.rights.asking import NAME, NUMBER, asked_by, gathered, registrar

FORM = {
    "kind": "access",
    "name": NAME,
    "cpr": NUMBER,
    "asker": "self",
    "identity_check": "mitid",
    "channel": "letter",
    "received_on": "2026-11-02",
}


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


@pytest.fixture
def at_desk(clerk: User, actor_of: ActorOf) -> Actor:
    """Who answers."""
    return actor_of(clerk)


def clerk_of(by: Actor) -> User:
    """Give the user who acts."""
    with as_owner():
        return User.objects.get(pk=by.user_id)


def test_registering_on_the_screen(
    at_desk: Actor, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(clerk_of(at_desk))

    sent = client.post("/rettigheder/ny/", FORM)
    shown = client.get(sent["Location"]).content.decode()

    with acting_for(at_desk):
        request = RightsRequest.objects.get()
    assert sent["Location"] == f"/rettigheder/{request.pk}/"
    assert NAME in shown
    assert "610108-****" in shown
    assert NUMBER not in shown
    assert str(request.answer_by) == "2026-12-02"
    dpo = client_of(vestegnen.dpo)
    listed = dpo.get("/rettigheder/").content.decode()
    assert "Indsigt" in listed
    assert NAME not in listed
    assert dpo.get(sent["Location"]).status_code == 403
    with acting_for(actor_of(vestegnen.dpo)):
        assert {entry.event for entry in own_entries(limit=50)} >= {"request_registered", "request_read"}


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(clerk: User, client_of: ClientOf) -> None:
    client = client_of(clerk)

    shown = client.post("/rettigheder/ny/", {**FORM, "asker": "custody", "cpr": "999999-9999"}).content.decode()
    again = client.post("/rettigheder/ny/", {**FORM, "asker": "custody"}).content.decode()

    assert "ikke en dato" in shown
    assert NAME in shown
    assert "Skriv, hvem der spørger." in again
    assert "Vælg, hvordan retten til at spørge er kontrolleret." in again


def test_nobody_else_sees_a_request(at_desk: Actor, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    request = asked_by(at_desk)

    for user in (vestegnen.coordinator, vestegnen.leader, vestegnen.administrator, vestegnen.officer):
        assert client_of(user).get(f"/rettigheder/{request.pk}/").status_code == 403
    elsewhere = registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur")
    assert client_of(elsewhere).get(f"/rettigheder/{request.pk}/").status_code == 404
    assert "Ingen anmodninger" in client_of(elsewhere).get("/rettigheder/").content.decode()


def test_only_who_answers_registers(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with pytest.raises(NotPermitted):
        asked_by(actor_of(vestegnen.dpo))


def test_the_police_have_four_weeks(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    request = asked_by(actor_of(registrar(vestegnen.local_police)))

    assert request.regime == "law_enforcement"
    assert request.answer_by == timezone.localdate() + timedelta(weeks=4)


def test_a_delay_is_told_with_a_reason(clerk: User, at_desk: Actor, client_of: ClientOf) -> None:
    request = asked_by(at_desk)
    client, new_day = client_of(clerk), request.answer_by + timedelta(days=20)

    refused = client.post(f"/rettigheder/{request.pk}/frist/", {"why": "complex", "new_day": "2020-01-01"})
    client.post(f"/rettigheder/{request.pk}/frist/", {"why": "complex", "new_day": new_day.isoformat()})

    assert "skal ligge efter fristen" in refused.content.decode()
    with acting_for(at_desk):
        assert RightsRequest.objects.get().due_on == new_day
    assert "Anmodningen er omfattende" in client.get(f"/rettigheder/{request.pk}/").content.decode()


def test_who_asks_the_wrong_authority_is_told_the_kind_of_the_right_one(
    clerk: User, at_desk: Actor, client_of: ClientOf
) -> None:
    request = asked_by(at_desk, asker=Asker.CUSTODY, asker_name="Testine Testesen", mandate_check=MandateCheck.CUSTODY)

    client_of(clerk).post(f"/rettigheder/{request.pk}/luk/", {"where": "police"})

    with acting_for(at_desk):
        closed = RightsRequest.objects.get()
        assert closed.outcome == Outcome.ROUTED.value
        assert closed.forget_on is not None
        with pytest.raises(Refused):
            route(closed, RoutedTo.COURT, by=at_desk)
        with pytest.raises(Refused):
            delay(closed, DelayWhy.MANY, new_day=closed.answer_by + timedelta(days=3), by=at_desk)
    assert "Politiet" in client_of(clerk).get(f"/rettigheder/{request.pk}/").content.decode()


def test_what_is_over_its_deadline_is_told_without_a_word_of_it(
    clerk: User, at_desk: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    asked_by(at_desk, received_on=timezone.localdate() - timedelta(days=60))

    jobs.remind_of_requests(0)

    with as_owner():
        told = list(Notice.objects.filter(kind="rights_overdue").values_list("recipient_id", "role", "path"))
    assert set(told) == {
        (vestegnen.gladsaxe.pk, "registrar", "/rettigheder/"),
        (vestegnen.gladsaxe.pk, "dpo", "/rettigheder/"),
    }
    for user in (clerk, vestegnen.dpo):
        assert "anmodning er over fristen" in client_of(user).get("/").content.decode()


def test_after_half_a_year_it_is_forgotten_and_after_five_gone(at_desk: Actor, vestegnen: Vestegnen) -> None:
    request = gathered(asked_by(at_desk))
    with acting_for(at_desk):
        route(request, RoutedTo.POLICE, by=at_desk)
    today, machine = timezone.localdate(), system_of(vestegnen.gladsaxe.pk)
    with as_owner():
        RightsRequest.objects.update(forget_on=today)

    with acting_for(machine):
        assert forget(by=machine) == 1
        assert forget(by=machine) == 0
        forgotten = RightsRequest.objects.get()
        assert not GatheredItem.objects.exists()
        assert forgotten.data_key.destroyed_at is not None
    with as_owner():
        RightsRequest.objects.update(delete_on=today)
    with acting_for(machine):
        forget(by=machine)
        assert not RightsRequest.objects.exists()


def test_the_list_costs_the_same_whatever_its_length(
    clerk: User, at_desk: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        asked_by(at_desk)
    client = client_of(clerk)

    with django_assert_max_num_queries(14):
        client.get("/rettigheder/")
