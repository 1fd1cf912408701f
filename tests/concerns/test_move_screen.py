"""The page of a move: nothing is chosen beforehand, who will see it stands there, and the new municipality goes on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.identity.models import Draft
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.sharing import queries
from tests.concerns.files import NAME, SEEN, consent_to, fact_about
from tests.concerns.moves import NOTE, SCHOOL, WHY, Household, household, posted_move, somebody_who_moves
from tests.concerns.raising import typed
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import started
from tests.logs import logged


@pytest.fixture
def home(vestegnen: Vestegnen, actor_of: ActorOf) -> Household:
    return household(vestegnen, actor_of)


@pytest.fixture
def person(home: Household) -> YoungPerson:
    return somebody_who_moves(home)


@pytest.fixture
def client(home: Household, client_of: ClientOf) -> Client:
    return client_of(home.worker)


def _path(person: YoungPerson) -> str:
    return f"/unge/{person.pk}/flyt/"


def _typed_again(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page):
        if name != "csrfmiddlewaretoken":
            found.setdefault(name, []).append(value)
    return found


def _moved(client: Client, home: Household, person: YoungPerson, **fields: Any) -> Any:
    first = client.post(_path(person), posted_move(home, person, **fields)).content.decode()
    assert "Se det igennem" in first
    return client.post(_path(person), {**_typed_again(first), "giv": "1"})


def test_the_file_leads_its_responsible_to_a_form_in_which_nothing_is_chosen(
    client: Client, person: YoungPerson, home: Household
) -> None:
    assert _path(person) in client.get(f"/unge/{person.pk}/").content.decode()

    page = client.get(_path(person)).content.decode()

    assert "Børn og Unge, Herlev" in page
    assert home.unit.name not in re.findall(r"<option[^>]*>([^<]*)", page)
    assert "Lokalpolitiet" not in page
    assert not re.search(r'name="facts"[^>]* checked', page)
    assert NAME not in page.split("</title>")[0]


def test_it_is_looked_over_and_then_done_and_the_file_says_what_it_is(
    client: Client, person: YoungPerson, home: Household
) -> None:
    first = client.post(_path(person), posted_move(home, person)).content.decode()
    assert "Intet er sendt endnu" in first
    assert "Børn og Unge, Herlev" in first
    assert "1 person" in first
    assert SCHOOL in first
    assert SEEN not in first

    answer = client.post(_path(person), {**_typed_again(first), "giv": "1"})

    assert answer.headers["Location"] == f"/unge/{person.pk}/#givet-videre"
    page = client.get(f"/unge/{person.pk}/").content.decode()
    assert "Afgrænset kopi" in page
    for path in ("oplysninger/ny/", "giv-videre/", "anmod/", "overdrag/", "adgang/", "flyt/", "voksen/"):
        assert f"/unge/{person.pk}/{path}" not in page, path
    assert f"/indsatser/ung/{person.pk}/ny/" not in page
    assert logged(Event.YOUNG_PERSON_READ, about=person) >= 2
    with as_owner():
        assert not Draft.objects.exists()


def test_the_new_municipality_opens_its_own_file_from_the_copy(  # noqa: PLR0917 - pytest gives fixtures by name
    client: Client, person: YoungPerson, home: Household, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _moved(client, home, person)
    herlev = actor_of(home.herlev_worker)
    with acting_for(herlev):
        [received] = queries.received_page(herlev)[0].rows

    sent = {**typed(name=NAME, seen="", grade=""), "lines": ["0"]}
    answer = client_of(home.herlev_worker).post(f"/unge/ny/?modtaget={received.pk}", sent)

    assert answer.status_code == 302
    with acting_for(herlev):
        assert YoungPerson.objects.get().authority_id == home.world.herlev.pk
        taken = Fact.objects.get()
    # What came with a move lasts as long as the new municipality's own file, not as long as the copy.
    assert (taken.received_under, taken.keep_until) == ("bl132_move", None)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    client: Client, person: YoungPerson, home: Household
) -> None:
    started(home.by, InterventionKind.CONCERN_TALK, person=person)

    page = client.post(_path(person), posted_move(home, person, to="udenfor", note="", unfinished="Ved ikke.", giv="1"))

    errors = page.context["form"].errors
    assert {"outside_name", "note"} <= set(errors)
    assert WHY in page.content.decode()
    named = posted_move(home, person, unfinished="Kort.", giv="1")
    assert set(client.post(_path(person), named).context["form"].errors) == {"unfinished"}
    with as_owner():
        assert Concern.objects.get().closed_at is None


def test_every_objection_of_the_law_is_told_at_once(client: Client, person: YoungPerson, home: Household) -> None:
    page = client.post(
        _path(person), posted_move(home, person, facts=[], necessity="Kort.", present=[])
    ).content.decode()

    for sentence in ("Vælg mindst én oplysning.", "Skriv med egne ord", "barnet har også i den nye kommune brug for"):
        assert sentence in page, sentence


def test_what_the_police_told_cannot_be_chosen_and_a_forged_choice_is_refused(
    client: Client, person: YoungPerson, home: Household
) -> None:
    with acting_for(home.by):
        told = fact_about(person, home.by, words="Fra politiet.", received_under="rpl115_ssp")
    assert f'value="{told.pk}"' not in client.get(_path(person)).content.decode()

    answer = client.post(_path(person), posted_move(home, person, facts=[str(told.pk)], giv="1"))

    assert "facts" in answer.context["form"].errors
    with acting_for(home.by):
        assert queries.disclosures_about(person.pk) == []


def test_a_municipality_that_is_not_on_the_list_gets_a_letter(
    client: Client, person: YoungPerson, home: Household
) -> None:
    _moved(client, home, person, to="udenfor", outside_name="Børn og Unge, Eksempel Kommune")

    with acting_for(home.by):
        told = queries.disclosures_about(person.pk)[0].disclosure
    page = client.get(f"/videregivet/{told.pk}/brev/").content.decode()
    assert SCHOOL in page
    assert NOTE not in page
    assert client.get(f"/videregivet/{told.pk}/brev.pdf").content.startswith(b"%PDF")


def test_a_consent_can_still_be_taken_back(client: Client, person: YoungPerson, home: Household) -> None:
    with acting_for(home.by):
        consent = consent_to(person, home.by)
    _moved(client, home, person)
    path = f"/unge/{person.pk}/samtykke/{consent.pk}/tilbage/"
    assert path in client.get(f"/unge/{person.pk}/").content.decode()

    assert client.post(path).status_code == 302

    assert logged(Event.CONSENT_WITHDRAWN, about=person) == 1


@pytest.mark.parametrize("who", ["leader", "colleague"])
def test_a_leader_reads_the_copy_and_a_colleague_finds_none(  # noqa: PLR0917 - pytest gives fixtures by name
    who: str, client: Client, person: YoungPerson, home: Household, client_of: ClientOf
) -> None:
    _moved(client, home, person)

    answer = client_of(getattr(home, who)).get(f"/unge/{person.pk}/")

    assert answer.status_code == (200 if who == "leader" else 404)


@pytest.mark.parametrize("who", ["colleague", "herlev_worker"])
def test_only_the_responsible_moves_it(who: str, person: YoungPerson, home: Household, client_of: ClientOf) -> None:
    other = client_of(getattr(home, who))

    assert other.get(_path(person)).status_code == 404
    assert other.post(_path(person), posted_move(home, person, giv="1")).status_code == 404


def test_the_police_do_not_move_anybody(home: Household, actor_of: ActorOf, client_of: ClientOf) -> None:
    person = somebody_who_moves(home, by=actor_of(home.world.officer))

    assert client_of(home.world.officer).get(_path(person)).status_code == 404
