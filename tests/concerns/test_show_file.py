"""The page of a file: what stands on it, that reading is logged, and that nobody else learns that it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.assurance import reaching_persons
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import own_entries
from rundbord.concerns.models import LookUp, YoungPerson
from rundbord.identity import actions as identity
from rundbord.identity.vocabulary import Proof
from rundbord.sharing.rules.ages import birthday
from tests.concerns.raising import CPR, WORDS, typed
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.queries import own_queries

MOST_QUERIES = 24


@pytest.fixture
def raised(vestegnen: Vestegnen, client_of: ClientOf) -> YoungPerson:
    return _raise(vestegnen, client_of, cpr=CPR, address="Prøvevej 1", has_protected_address="on")


def _raise(vestegnen: Vestegnen, client_of: ClientOf, **changes: str) -> YoungPerson:
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(**changes))
    with as_owner():
        return YoungPerson.objects.order_by("-opened_at")[0]


def test_the_page_keeps_number_and_protected_address_hidden(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    page = client_of(vestegnen.leader).get(f"/unge/{raised.pk}/").content.decode()

    assert "610112-••••" in page
    assert "4321" not in page
    assert "Prøvevej" not in page
    assert "Navn og adresse er beskyttet" in page
    assert WORDS in page
    assert page.count("<h1") == 1


def test_each_reading_is_logged(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client_of(vestegnen.leader).get(f"/unge/{raised.pk}/")
    client_of(vestegnen.leader).get(f"/unge/{raised.pk}/oplysninger/?slags=seen")

    with acting_for(actor_of(vestegnen.dpo)):
        read = [each for each in own_entries(event="young_person_read") if each.subject_id == str(raised.pk)]
    assert [each.user_id for each in read] == [vestegnen.leader.pk] * 2


def test_what_the_age_changes_next_is_told(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    born_on = birthday(timezone.localdate(), age=-18) + timedelta(days=40)
    person = _raise(vestegnen, client_of, born_on=born_on.isoformat())

    page = client_of(vestegnen.coordinator).get(f"/unge/{person.pk}/").content.decode()

    assert "Om 40 dage" in page
    assert "Underretning og netværkssamråd gælder ikke længere" in page


@pytest.mark.parametrize("screen", ["", "oplysninger/", "cpr/", "bekymring/", "hvem/", "snaever/", "forholdsregel/"])
def test_others_are_told_what_is_told_of_a_file_that_is_not_there(
    screen: str, raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    street = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)
    for user in (street, vestegnen.herlev_case_worker, vestegnen.officer, vestegnen.outsider):
        client = client_of(user)
        for method in (client.get, client.post):
            hidden, missing = method(f"/unge/{raised.pk}/{screen}"), method(f"/unge/{uuid4()}/{screen}")
            assert hidden.status_code == missing.status_code
            assert hidden.status_code in {404, 405}


@pytest.mark.parametrize("who", ["street_worker", "secretary", "dpo", "administrator", "caretaker"])
def test_roles_without_the_task_are_refused(
    who: str, raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(getattr(vestegnen, who))

    assert client.get(f"/unge/{raised.pk}/").status_code == 403
    assert client.get("/unge/").status_code == 403


def test_with_a_password_alone_there_is_no_page_and_no_entry_in_the_menu(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    with speaking_as(AUTH):
        token = identity.begin_session(vestegnen.coordinator, proof=Proof.PASSWORD).token
    client.cookies[settings.SIGN_IN_COOKIE] = token

    assert client.get(f"/unge/{raised.pk}/").status_code in {302, 403}
    assert 'href="/unge/"' not in client.get("/").content.decode()


def test_without_the_second_factor_the_database_gives_nothing(
    raised: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by: Actor = actor_of(vestegnen.coordinator)
    with acting_for(replace(by, permissions=by.permissions - reaching_persons(by.permissions))):
        assert not YoungPerson.objects.exists()
        assert not LookUp.objects.exists()


def test_a_narrow_file_is_missing_to_the_leader(raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    lead, leader = client_of(vestegnen.coordinator), client_of(vestegnen.leader)
    assert leader.get(f"/unge/{raised.pk}/").status_code == 200

    lead.post(f"/unge/{raised.pk}/snaever/")

    assert leader.get(f"/unge/{raised.pk}/").status_code == 404
    assert "Ung Eksempel" not in leader.get("/unge/?vis=enhed").content.decode()
    assert "Snæver" in lead.get(f"/unge/{raised.pk}/").content.decode()
    lead.post(f"/unge/{raised.pk}/snaever/")
    assert leader.get(f"/unge/{raised.pk}/").status_code == 200


def test_the_whole_number_is_shown_once_to_whoever_says_why(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client, address = client_of(vestegnen.leader), f"/unge/{raised.pk}/cpr/"

    assert CPR not in client.post(address, {"reason": "kort"}).content.decode()
    assert CPR in client.post(address, {"reason": "Til brev i Digital Post."}).content.decode()
    assert CPR not in client.get(address).content.decode()

    with as_owner():
        assert LookUp.objects.get(kind="reveal").person_id == raised.pk
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event="cpr_revealed")) == 1


def test_lists_go_by_deadline_and_hold_the_own_and_the_units(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    first, second = _raise(vestegnen, client_of, name="Første Prøve"), _raise(vestegnen, client_of, name="Anden Prøve")
    with as_owner():
        second.concerns.update(next_on=timezone.localdate() - timedelta(days=1))

    mine = client_of(vestegnen.coordinator).get("/unge/")
    unit = client_of(vestegnen.leader).get("/unge/?vis=enhed")

    assert [row.known.person.pk for row in mine.context["found"].rows] == [second.pk, first.pk]
    assert [row.known.name for row in unit.context["found"].rows] == ["Anden Prøve", "Første Prøve"]
    assert unit.context["overdue"] == 1
    assert client_of(vestegnen.leader).get("/unge/").context["found"].rows == []
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event="young_persons_listed")) == 3


def test_a_file_with_two_worries_stands_once_at_the_earliest(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    person = _raise(vestegnen, client_of)
    client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/bekymring/", typed(level="2"))
    with as_owner():
        person.concerns.filter(level="2").update(next_on=timezone.localdate())

    rows_ = client_of(vestegnen.coordinator).get("/unge/").context["found"].rows

    assert [row.concern.level for row in rows_] == ["2"]


def test_a_long_list_is_paged_and_costs_no_more_questions_than_a_short_one(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    for _ in range(2):
        client.post("/unge/ny/", typed())
    with own_queries() as few:
        client.get("/unge/?vis=enhed")
    for _ in range(26):
        client.post("/unge/ny/", typed())
    with own_queries() as many:
        page = client.get("/unge/?vis=enhed")

    assert len(page.context["found"].rows) == 25
    assert len(client.get(f"/unge/{page.context['older']}").context["found"].rows) == 3
    assert len(many) == len(few)


def test_a_full_file_costs_a_fixed_number_of_questions(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    for _ in range(8):
        client.post(f"/unge/{raised.pk}/bekymring/", typed())

    with own_queries() as asked:
        page = client.get(f"/unge/{raised.pk}/").content.decode()

    assert len(asked) <= MOST_QUERIES
    assert "Vis alle" in page
