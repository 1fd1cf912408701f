"""Facts are added, put right by newer rows and withdrawn with reasons; the most private are read by name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from tests.concerns.files import SEEN, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged

NEW_WORDS = "Sad i klubben hele aftenen og hjalp til."


@pytest.fixture
def person(vestegnen: Vestegnen, actor_of: ActorOf) -> YoungPerson:
    return file_on(actor_of(vestegnen.coordinator))


def _fact(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "seen",
        "words": NEW_WORDS,
        "information_class": "p2",
        "grade": "told",
        "source": "Klubben",
        "observed_on": timezone.localdate().isoformat(),
        **changes,
    }


def _newest() -> Fact:
    with as_owner():
        return Fact.objects.select_related("person").order_by("-written_at")[0]


def test_a_fact_is_added_with_source_and_day_and_logged_without_its_words(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    answer = client.post(f"/unge/{person.pk}/oplysninger/ny/", _fact(names_others="on"))

    page = client.get(answer.headers["Location"]).content.decode()
    assert NEW_WORDS in page
    assert "Klubben" in page
    assert "Nævner andre" in page
    assert logged(Event.FACT_WRITTEN, about=_newest()) == 1
    assert "klubben" not in all_words()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"words": "12345"}, "words"),
        ({"observed_on": ""}, "observed_on"),
        ({"observed_on": "2099-01-01"}, "observed_on"),
        ({"information_class": "p5"}, "information_class"),
        ({"information_class": "p3"}, "information_class"),
        ({"grade": ""}, "grade"),
        ({"kind": ""}, "kind"),
    ],
)
def test_what_may_not_stand_is_told_beside_the_field(  # noqa: PLR0917 - pytest gives fixtures by name
    changes: dict[str, str], field: str, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/oplysninger/ny/", _fact(**changes))

    assert field in answer.context["form"].errors
    assert answer.context["form"]["source"].value() == "Klubben"


def test_a_protected_address_stands_in_its_own_class_alone(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    person = file_on(actor_of(vestegnen.coordinator), has_protected_address=True)
    client, address = client_of(vestegnen.coordinator), f"/unge/{person.pk}/oplysninger/ny/"

    assert "information_class" in client.post(address, _fact(holds_address="on")).context["form"].errors
    assert client.post(address, _fact(holds_address="on", information_class="p7")).status_code == 302


def test_a_correction_is_a_newer_row_and_the_older_stays_struck_through(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, older = client_of(vestegnen.coordinator), _newest()
    address = f"/unge/{person.pk}/oplysninger/{older.pk}/ret/"
    assert SEEN in client.get(address).content.decode()

    client.post(address, _fact())

    newer = _newest()
    assert newer.replaces_id == older.pk
    page = client.get(f"/unge/{person.pk}/").content.decode()
    assert f"<s>{SEEN}</s>" in page
    assert NEW_WORDS in page
    assert logged(Event.FACT_CORRECTED, about=newer) == 1


def test_a_fact_that_was_put_right_is_not_put_right_again(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, older = client_of(vestegnen.coordinator), _newest()
    address = f"/unge/{person.pk}/oplysninger/{older.pk}/ret/"
    client.post(address, _fact())

    again = client.post(address, _fact(words="En anden kollegas rettelse."))

    assert "rettet eller trukket tilbage imens" in again.content.decode()
    assert "En anden kollegas rettelse." in again.content.decode()


def test_a_fact_is_withdrawn_with_a_reason_that_lies_sealed(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, fact = client_of(vestegnen.coordinator), _newest()
    address = f"/unge/{person.pk}/oplysninger/{fact.pk}/traek-tilbage/"

    assert "reason" in client.post(address, {"reason": "nej"}).context["form"].errors
    client.post(address, {"reason": "Det var en anden ung, viste det sig."})

    withdrawn = _newest()
    assert withdrawn.withdrawn_at is not None
    assert b"anden ung" not in bytes(withdrawn.withdrawn_why or b"")
    assert "Det var en anden ung, viste det sig." in client.get(f"/unge/{person.pk}/").content.decode()
    assert logged(Event.FACT_WITHDRAWN, about=fact) == 1


def test_what_concerns_health_is_read_by_its_writer_and_by_name(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    writer, leader = client_of(vestegnen.coordinator), client_of(vestegnen.leader)
    words = "Er i behandling for en depression."
    writer.post(f"/unge/{person.pk}/oplysninger/ny/", _fact(information_class="p4", words=words))
    fact, file = _newest(), f"/unge/{person.pk}/"
    assert words in writer.get(file).content.decode()
    assert words not in leader.get(file).content.decode()

    writer.post(f"{file}oplysninger/{fact.pk}/laesere/", {"readers": [str(vestegnen.leader.pk)]})

    assert words in leader.get(file).content.decode()
    with as_owner():
        told = Notice.objects.get(kind=NoticeKind.NAMED_READER)
    assert (told.user_id, told.path) == (vestegnen.leader.pk, file)
    assert logged(Event.FACT_READERS_NAMED, about=fact) == 1


def test_nobody_outside_the_unit_is_named_as_reader(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    stranger = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)
    form = _fact(information_class="p4", readers=[str(stranger.pk)])

    answer = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/oplysninger/ny/", form)

    assert "readers" in answer.context["form"].errors


def test_the_polices_word_on_gangs_stands_under_its_banner_and_lapses(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    person, client = file_on(actor_of(vestegnen.officer)), client_of(vestegnen.officer)
    client.post(f"/unge/{person.pk}/oplysninger/ny/", _fact(kind="thought", information_class="p5"))
    fact, file = _newest(), f"/unge/{person.pk}/"
    assert "retsplejelovens § 115, stk. 5" in client.get(file).content.decode()
    assert "Oplysningen er udløbet" not in client.get(file).content.decode()

    with as_owner():
        Fact.objects.filter(pk=fact.pk).update(confirmed_on=timezone.localdate() - timedelta(days=91))
    assert "Oplysningen er udløbet" in client.get(file).content.decode()
    client.post(f"{file}oplysninger/{fact.pk}/bekraeft/")

    assert "Oplysningen er udløbet" not in client.get(file).content.decode()
    assert _newest().keep_until == timezone.localdate() + timedelta(days=90)
    assert logged(Event.FACT_CONFIRMED, about=fact) == 1


def test_an_ordinary_fact_is_not_confirmed(person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/oplysninger/{_newest().pk}/bekraeft/")

    assert _newest().confirmed_on is None


@pytest.mark.parametrize("screen", ["ret", "traek-tilbage", "laesere", "bekraeft"])
def test_a_leader_reads_and_does_not_write(
    screen: str, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.leader)

    assert client.get(f"/unge/{person.pk}/").status_code == 200
    assert client.post(f"/unge/{person.pk}/oplysninger/{_newest().pk}/{screen}/", _fact()).status_code == 403
    assert "Ny oplysning" not in client.get(f"/unge/{person.pk}/").content.decode()


def test_a_fact_of_another_file_is_not_reached_through_an_own_one(
    person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    herlev = file_on(actor_of(vestegnen.herlev_case_worker))
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        theirs = herlev.facts.get()

    answer = client_of(vestegnen.coordinator).get(f"/unge/{person.pk}/oplysninger/{theirs.pk}/ret/")

    assert answer.status_code == 404


def test_a_fact_put_right_into_the_most_private_no_longer_stands_for_those_who_may_not_read_it(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    colleague, older = rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER), _newest()
    address = f"/unge/{person.pk}/oplysninger/{older.pk}/ret/"
    client_of(vestegnen.coordinator).post(address, _fact(information_class="p4"))

    page = client_of(colleague).get(f"/unge/{person.pk}/").content.decode()
    again = client_of(colleague).post(address, _fact())

    assert "Trukket tilbage" in page
    assert NEW_WORDS not in page
    assert "rettet eller trukket tilbage imens" in again.content.decode()


def test_what_was_received_stays_received_when_it_is_put_right(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    older = _newest()
    with as_owner():
        Fact.objects.filter(pk=older.pk).update(received_under="rpl115_ssp", received_id=older.pk)

    client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/oplysninger/{older.pk}/ret/", _fact())

    assert (_newest().received_under, _newest().received_id) == ("rpl115_ssp", older.pk)
