"""Passing facts of a file on: choose, be told everything that stands against it, look it over, do it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern, Consent, Fact, Safeguard, YoungPerson
from rundbord.concerns.vocabulary import SafeguardKind
from rundbord.identity.models import Draft
from rundbord.identity.vocabulary import UnitKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing import queries
from rundbord.sharing.queries import ToldRow
from rundbord.sharing.vocabulary import HonourScreening, InformationClass, SourceGrade
from tests.concerns.files import NAME, SEEN, fact_about, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.queries import own_queries
from tests.sharing.telling import HIDDEN, WHY, Table, table_of

RUMOUR = "Nogen siger, at han sælger noget."


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


@pytest.fixture
def person(table: Table) -> YoungPerson:
    """A file of the police on somebody of fifteen, with two facts and a rumour."""
    made = file_on(table.police)
    with acting_for(table.police):
        fact_about(made, table.police, words=HIDDEN)
        fact_about(made, table.police, words=RUMOUR, grade=SourceGrade.RUMOUR.value)
        born = open_key(made.data_key_id).seal("2011-01-01", at=place_of(made, "born_on"))
        YoungPerson.objects.filter(pk=made.pk).update(born_on=born, birth_year=2011)
    return made


@pytest.fixture
def client(client_of: ClientOf, vestegnen: Vestegnen) -> Client:
    return client_of(vestegnen.officer)


def _path(person: YoungPerson) -> str:
    return f"/unge/{person.pk}/giv-videre/"


def _fact(person: YoungPerson) -> str:
    with as_owner():
        return str(Fact.objects.filter(person=person).order_by("written_at")[0].pk)


def _filled(person: YoungPerson, table: Table, **fields: Any) -> dict[str, Any]:
    return {
        "facts": [_fact(person)],
        "units": [str(table.world.herlev_ssp.pk)],
        "purpose": "crime_prevention",
        "necessity": WHY,
        "basis": "rpl115_ssp",
        **fields,
    }


def _told(person: YoungPerson, table: Table) -> list[ToldRow]:
    with acting_for(table.police):
        return queries.disclosures_about(person.pk)


def _hidden_fields(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page):
        if name != "csrfmiddlewaretoken":
            found.setdefault(name, []).append(value)
    return found


def test_the_form_offers_facts_and_says_why_some_stay(client: Client, person: YoungPerson) -> None:
    page = client.get(_path(person)).content.decode()

    assert SEEN in page
    assert "Rygter gives ikke videre" in page
    assert page.count('name="facts"') == 2
    assert NAME not in page.split("</title>")[0]


def test_looked_over_and_then_given(client: Client, person: YoungPerson, table: Table) -> None:
    first = client.post(_path(person), _filled(person, table)).content.decode()
    assert "Intet er sendt endnu" in first
    assert "2 personer" in first
    assert "Må ikke bruges til at efterforske straffesager." in first
    assert HIDDEN not in first
    assert _told(person, table) == []

    answer = client.post(_path(person), {**_hidden_fields(first), "giv": "1"})

    assert answer["Location"] == f"/unge/{person.pk}/#givet-videre"
    [row] = _told(person, table)
    assert row.to_whom == "SSP Herlev, Herlev Kommune"
    assert logged(Event.DISCLOSED, about=row.disclosure) == 1
    with acting_for(table.herlev):
        [received] = queries.received_page(table.herlev)[0].rows
        view = queries.received_view(received)
    assert view.content is not None
    assert [line.text for line in view.content.lines] == [SEEN]
    assert view.content.cpr == ""


def test_nothing_can_be_sent_without_being_looked_over_and_judged_again(
    client: Client, person: YoungPerson, table: Table
) -> None:
    client.post(_path(person), _filled(person, table, necessity="Kort.", giv="1"))

    assert _told(person, table) == []


def test_every_objection_stands_on_the_page_at_once_with_its_paragraph(
    client: Client, person: YoungPerson, table: Table
) -> None:
    filled = _filled(
        person,
        table,
        facts=[],
        necessity="Kort.",
        basis="rpl115_psp",
        outside_kind_1="custody_holder",
        outside_name_1="Mor Eksempel",
    )

    page = client.post(_path(person), filled).content.decode()

    for sentence in (
        "Vælg mindst én oplysning.",
        "Skriv med egne ord, hvorfor det er nødvendigt at dele.",
        "Jeres enhed deltager ikke i samarbejdet.",
        "Hjemlen dækker ikke formålet.",
        "Undersøg først, om der er tegn på æreskonflikt eller negativ social kontrol.",
        "personen er socialt udsat",
        "Mor Eksempel kan ikke modtage oplysninger efter denne hjemmel.",
    ):
        assert sentence in page, sentence
    assert "Barnets lov § 18, stk. 3" in page
    assert "Kort." in page


def test_an_alternative_that_is_a_basis_is_a_button_that_fills_it_in(
    client: Client, person: YoungPerson, table: Table
) -> None:
    page = client.post(_path(person), _filled(person, table, basis="")).content.decode()
    assert "Vælg, hvilken hjemmel oplysningerne gives videre efter." in page
    assert "<button" in page
    assert 'name="brug"' in page
    assert 'value="rpl115_ssp"' in page

    chosen = client.post(_path(person), _filled(person, table, basis="", brug="rpl115_ssp")).content.decode()

    assert "Intet er sendt endnu" in chosen
    assert _hidden_fields(chosen)["basis"] == ["rpl115_ssp"]


def test_who_would_mend_something_gets_everything_back(client: Client, person: YoungPerson, table: Table) -> None:
    first = client.post(_path(person), _filled(person, table)).content.decode()

    page = client.post(_path(person), {**_hidden_fields(first), "ret": "1"}).content.decode()

    assert WHY in page
    assert page.count(" checked") >= 2
    with as_owner():
        assert not Draft.objects.exists()


def test_last_times_words_do_not_pass_for_another_person(client: Client, person: YoungPerson, table: Table) -> None:
    client.post(_path(person), _filled(person, table, giv="1"))
    other = file_on(table.police, name="En Anden Eksempel")
    with acting_for(table.police):
        born = open_key(other.data_key_id).seal("2011-01-01", at=place_of(other, "born_on"))
        YoungPerson.objects.filter(pk=other.pk).update(born_on=born)

    page = client.post(_path(other), _filled(other, table)).content.decode()

    assert "Begrundelsen er den samme som sidst." in page


def test_a_disclosure_for_investigation_cannot_be_expressed(client: Client, person: YoungPerson, table: Table) -> None:
    page = client.post(_path(person), _filled(person, table, purpose="investigation", giv="1")).content.decode()

    assert "Vælg et gyldigt valg" in page or "gyldig" in page
    assert _told(person, table) == []


def test_the_mother_is_told_by_letter_when_honour_is_screened_and_consent_is_there(
    client: Client, person: YoungPerson, table: Table
) -> None:
    wish = _filled(person, table, units=[], basis="consent", outside_kind_1="mentor", outside_name_1="Mentor Eksempel")
    refused = client.post(_path(person), {**wish, "giv": "1"}).content.decode()
    assert "Der er ikke givet samtykke." in refused

    letter = {**wish, "basis": "fvl27_6", "present": ["secrecy_order"], "giv": "1"}
    client.post(_path(person), letter)

    [row] = _told(person, table)
    assert row.to_whom == "Mentor Eksempel, Mentor eller kontaktperson uden for myndighederne"
    pdf = client.get(f"/videregivet/{row.disclosure.pk}/brev.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert NAME not in str(pdf.headers)
    page = client.get(f"/videregivet/{row.disclosure.pk}/brev/").content.decode()
    assert "forvaltningslovens § 27, stk. 6" in page
    assert logged(Event.LETTER_PRINTED, about=row.disclosure) == 2


def test_consent_and_screening_come_from_the_file(client: Client, person: YoungPerson, table: Table) -> None:
    with acting_for(table.police):
        Consent.objects.create(
            authority_id=person.authority_id,
            person=person,
            given_by=["person", "custody_holder"],
            recipients=[table.world.herlev_ssp.pk],
            classes=["p1", "p2"],
            given_on=timezone.localdate(),
            valid_until=timezone.localdate() + timedelta(days=20),
            is_written=True,
            is_informed=True,
            is_free=True,
            written_at=timezone.now(),
            written_by=table.police.user_id,
            written_label="Betjent",
        )

    page = client.post(_path(person), _filled(person, table, basis="consent")).content.decode()

    assert "Intet er sendt endnu" in page
    last = timezone.localdate() + timedelta(days=20)
    assert f"{last.day}. " in page


def test_danger_in_the_family_stops_it(client: Client, person: YoungPerson, table: Table) -> None:
    with acting_for(table.police):
        Safeguard.objects.create(
            authority_id=person.authority_id,
            person=person,
            kind=SafeguardKind.HONOUR.value,
            state=HonourScreening.DANGEROUS.value,
            stated_at=timezone.now(),
            stated_by=table.police.user_id,
            stated_label="Betjent",
        )

    wish = _filled(person, table, units=[], outside_kind_1="custody_holder", outside_name_1="Far Eksempel")
    page = client.post(_path(person), wish).content.decode()

    assert "Risikovurderingen taler imod at inddrage Far Eksempel." in page
    assert "Bed om samtykke." not in page


def test_what_is_read_by_name_is_so_on_both_sides(client: Client, person: YoungPerson, table: Table) -> None:
    with acting_for(table.police):
        gang = fact_about(
            person,
            table.police,
            words="Er set med den ene gruppe.",
            information_class=InformationClass.GANG.value,
            confirmed_on=timezone.localdate(),
        )
    wish = _filled(person, table, facts=[str(gang.pk)], basis="rpl115_gang")
    asked = client.post(_path(person), wish).content.decode()
    assert "Navngiv, hvem der må læse om bandemiljøet" in asked

    client.post(_path(person), {**wish, "functions": ["case_worker"], "giv": "1"})

    [row] = _told(person, table)
    assert row.disclosure.readers == [table.police.user_id]
    with acting_for(table.herlev_leader):
        [request] = queries.requests_for_readers(table.herlev_leader)
    assert request.functions == ["case_worker"]


def test_what_was_received_is_not_told_onward(client: Client, person: YoungPerson, table: Table) -> None:
    with acting_for(table.police):
        received = fact_about(person, table.police, words="Givet os af SSP.", received_under="rpl115_ssp")

    page = client.post(_path(person), _filled(person, table, facts=[str(received.pk)], giv="1")).content.decode()

    assert "Modtaget fra en anden." in page
    assert _told(person, table) == []


def test_an_unknown_birthday_is_said(client: Client, table: Table) -> None:
    nobody = file_on(table.police)

    page = client.post(_path(nobody), _filled(nobody, table)).content.decode()

    assert "Fødselsdagen er ukendt" in page


@pytest.mark.parametrize("who", ["coordinator", "herlev_case_worker", "leader", "dpo", "administrator", "secretary"])
def test_nobody_tells_of_a_file_that_they_do_not_reach(
    who: str, person: YoungPerson, table: Table, client_of: ClientOf
) -> None:
    answer = client_of(getattr(table.world, who)).post(_path(person), _filled(person, table, giv="1"))

    assert answer.status_code in {403, 404}
    assert _told(person, table) == []


def test_asking_tells_a_name_and_is_answered(
    client: Client, client_of: ClientOf, person: YoungPerson, table: Table
) -> None:
    wish = _filled(person, table, topics=["effort", "contact"])
    wish.pop("facts")
    path = f"/unge/{person.pk}/anmod/"
    first = client.post(path, wish).content.decode()
    assert "Hvilken indsats er i gang?" in first

    client.post(path, {**_hidden_fields(first), "giv": "1"})

    [row] = _told(person, table)
    assert row.topics == ["Hvilken indsats er i gang?", "Hvem er den unges kontaktperson?"]
    herlev = client_of(table.world.herlev_case_worker)
    with acting_for(table.herlev):
        [received] = queries.received_page(table.herlev)[0].rows
    herlev.post(f"/modtaget/{received.pk}/svar/", {"answer": "decline"})
    page = client.get(f"/videregivet/{row.disclosure.pk}/").content.decode()
    assert "Der er ikke noget, der deles. Det siger intet om, hvorvidt der er oplysninger." in page


def test_a_yes_begins_in_the_own_file_and_ends_at_the_request(
    client: Client, client_of: ClientOf, person: YoungPerson, table: Table
) -> None:
    wish = _filled(person, table, topics=["effort"], giv="1")
    wish.pop("facts")
    client.post(f"/unge/{person.pk}/anmod/", wish)
    own = file_on(table.herlev)
    with acting_for(table.herlev):
        born = open_key(own.data_key_id).seal("2011-01-01", at=place_of(own, "born_on"))
        YoungPerson.objects.filter(pk=own.pk).update(born_on=born)
        [received] = queries.received_page(table.herlev)[0].rows
        [(key, label)] = queries.open_requests(table.herlev)
    herlev = client_of(table.world.herlev_case_worker)
    assert label in herlev.get(f"/unge/{own.pk}/giv-videre/").content.decode()

    fields = _filled(own, table, units=[str(table.world.local_police.pk)], in_answer_to=str(key), giv="1")
    answer = herlev.post(f"/unge/{own.pk}/giv-videre/", {**fields, "necessity": f"{WHY} I har selv spurgt om det."})
    assert answer["Location"] == f"/modtaget/{received.pk}/svar/"
    herlev.post(answer["Location"], {"answer": "share"})

    [row] = _told(person, table)
    assert row.answer_in_words == "I får, hvad I har bedt om."


def test_the_file_shows_what_was_told_in_few_queries(client: Client, person: YoungPerson, table: Table) -> None:
    client.post(_path(person), _filled(person, table, giv="1"))
    with own_queries() as one:
        client.get(f"/unge/{person.pk}/")
    client.post(_path(person), _filled(person, table, necessity=f"{WHY} Igen nu.", giv="1"))
    client.post(_path(person), _filled(person, table, necessity=f"{WHY} Og igen nu.", giv="1"))
    with own_queries() as three:
        client.get(f"/unge/{person.pk}/")

    assert len(_told(person, table)) == 3
    assert len(three) == len(one)


def test_the_role_and_the_age_are_those_of_the_file(client: Client, person: YoungPerson, table: Table) -> None:
    with acting_for(table.police):
        Concern.objects.filter(person=person).update(role="contact")

    page = client.post(_path(person), _filled(person, table)).content.decode()

    assert "Personens rolle i sagen er ikke omfattet af hjemlen." in page


def test_investigators_and_secretariats_are_not_offered(client: Client, person: YoungPerson, table: Table) -> None:
    for name, kind in (("Efterforskningen", UnitKind.INVESTIGATION), ("Kontoret", UnitKind.SECRETARIAT)):
        rows.unit(table.world.police, name, kind)

    page = client.get(_path(person)).content.decode()

    assert "SSP Herlev" in page
    assert "Efterforskningen" not in page
    assert "Kontoret" not in page
