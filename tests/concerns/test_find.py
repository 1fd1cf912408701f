"""Finding stays inside the own reach, costs a reason, is logged, and leaves nothing in an address."""

from __future__ import annotations

import pytest

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.concerns.models import LookUp
from tests.concerns.raising import CPR, typed
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words
from tests.queries import own_queries

FIND = "/unge/find/"
WHY = "Følger op på samtalen med skolen."


@pytest.fixture(autouse=True)
def _a_file(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(cpr=CPR, name="Åse Prøvesen"))
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(name="Test Prøvesen"))


@pytest.mark.parametrize(
    ("sought", "names"),
    [
        ({"cpr": CPR}, ["Åse Prøvesen"]),
        ({"cpr": "6101124321"}, ["Åse Prøvesen"]),
        ({"cpr": "610112-4322"}, []),
        ({"name": "aase"}, ["Åse Prøvesen"]),
        ({"name": "PRØVESEN"}, ["Test Prøvesen", "Åse Prøvesen"]),
        ({"name": "test prøvesen"}, ["Test Prøvesen"]),
        ({"name": "Test Åse"}, []),
        ({"name": "Prø"}, []),
    ],
)
def test_a_number_or_whole_parts_of_a_name_find_a_file(
    sought: dict[str, str], names: list[str], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.leader).post(FIND, {"reason": WHY, **sought})

    assert sorted(hit.name for hit in answer.context["hits"]) == sorted(names)
    assert answer.status_code == 200


def test_what_was_sought_stands_in_the_log_as_a_count_alone(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.leader).post(FIND, {"reason": WHY, "name": "Prøvesen"})

    with as_owner():
        row = LookUp.objects.get(kind="name")
    told = all_words()
    assert (row.hits, row.reason, row.user_id) == (2, WHY, vestegnen.leader.pk)
    assert '"hits":2' in told
    assert "røvesen" not in told


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"name": "Prøvesen", "reason": "fordi"}, "reason"),
        ({"name": "Prøvesen", "reason": ""}, "reason"),
        ({"name": "Prøvesen", "reason": f"Har fået nummeret {CPR} oplyst."}, "reason"),
        ({"name": "", "reason": WHY}, "name"),
        ({"name": "Prøvesen", "reason": "a" * 301}, "reason"),
        ({"cpr": "12", "reason": WHY}, "cpr"),
    ],
)
def test_without_a_reason_or_anything_to_look_for_nobody_looks(
    sent: dict[str, str], field: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.coordinator).post(FIND, sent)

    assert field in answer.context["form"].errors
    assert not answer.context["was_sought"]
    with as_owner():
        assert not LookUp.objects.exclude(kind="before_opening").exists()


def test_others_find_nothing_and_read_the_same_as_where_nothing_is(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    street = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)
    for user in (street, vestegnen.herlev_case_worker, vestegnen.officer):
        client = client_of(user)
        with own_queries() as hidden:
            there = client.post(FIND, {"reason": WHY, "cpr": CPR})
        with own_queries() as missing:
            nowhere = client.post(FIND, {"reason": WHY, "cpr": "610112-9999"})

        assert there.context["hits"] == nowhere.context["hits"] == []
        assert len(hidden) == len(missing)


@pytest.mark.parametrize("who", ["street_worker", "secretary", "dpo", "administrator", "caretaker"])
def test_whoever_has_no_task_in_it_cannot_even_ask(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, who)).post(FIND, {"reason": WHY, "cpr": CPR}).status_code == 403


def test_looking_by_address_finds_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    answer = client_of(vestegnen.coordinator).get(f"{FIND}?name=Prøvesen&reason=fordi+jeg+vil")

    assert not answer.context["was_sought"]
    assert "Prøvesen" not in answer.content.decode()


def test_the_unit_sees_its_own_look_ups_and_no_other_unit_does(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client_of(vestegnen.coordinator).post(FIND, {"reason": WHY, "name": "Prøvesen"})

    assert WHY in client_of(vestegnen.leader).get(FIND).content.decode()
    for user in (rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER), vestegnen.officer, vestegnen.dpo):
        with acting_for(actor_of(user)):
            assert not LookUp.objects.exists()


def test_many_hits_cost_no_more_questions_than_one(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with own_queries() as one:
        client.post(FIND, {"reason": WHY, "name": "Åse"})
    with own_queries() as two:
        client.post(FIND, {"reason": WHY, "name": "Prøvesen"})

    assert len(one) == len(two)
