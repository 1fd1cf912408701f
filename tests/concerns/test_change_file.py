"""Role, level, safeguards and identity change with reasons, never silently, and only by whoever works with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern, CustodyHolder, Fact, NamePart, RoleChange, Safeguard, YoungPerson
from rundbord.sharing.rules.ages import birthday
from tests.concerns.files import file_on
from tests.concerns.raising import CPR, WORDS, typed
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

NEWS = "Politiet har rejst sigtelse i går."


@pytest.fixture
def person(vestegnen: Vestegnen, client_of: ClientOf) -> YoungPerson:
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(cpr=CPR, custody_1="Forælder Eksempel"))
    with as_owner():
        return YoungPerson.objects.get()


def _concern(person: YoungPerson) -> Concern:
    with as_owner():
        return Concern.objects.get(person=person)


def test_a_role_changes_with_a_reason_and_its_history(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, concern = client_of(vestegnen.coordinator), _concern(person)

    client.post(f"/unge/{person.pk}/bekymring/{concern.pk}/rolle/", {"role": "suspected", "reason": NEWS})

    with as_owner():
        change = RoleChange.objects.get()
    assert _concern(person).role == change.role == "suspected"
    assert NEWS.encode() not in bytes(change.reason)
    assert NEWS in client.get(f"/unge/{person.pk}/").content.decode()
    assert logged(Event.ROLE_CHANGED, about=concern) == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"role": "concern", "reason": NEWS}, "role"),
        ({"role": "victim", "reason": NEWS}, "role"),
        ({"role": "suspected", "reason": "nyt"}, "reason"),
        ({"role": "", "reason": NEWS}, "role"),
    ],
)
def test_a_role_never_changes_silently_nor_into_a_victims(  # noqa: PLR0917 - pytest gives fixtures by name
    sent: dict[str, str], field: str, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    address = f"/unge/{person.pk}/bekymring/{_concern(person).pk}/rolle/"

    assert field in client_of(vestegnen.coordinator).post(address, sent).context["form"].errors
    assert _concern(person).role == "concern"


def test_a_level_changes_with_a_reason_that_stays_among_what_is_thought(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, concern = client_of(vestegnen.coordinator), _concern(person)
    address = f"/unge/{person.pk}/bekymring/{concern.pk}/niveau/"

    assert "level" in client.post(address, {"level": "1", "reason": NEWS}).context["form"].errors
    assert "reason" in client.post(address, {"level": "2", "reason": ""}).context["form"].errors
    client.post(address, {"level": "2", "reason": NEWS})

    assert _concern(person).level == "2"
    offered = client.get(f"/unge/{person.pk}/giv-videre/").content.decode()
    assert "Sagsniveau fra" not in offered
    assert WORDS in offered
    assert NEWS in client.get(f"/unge/{person.pk}/oplysninger/?slags=thought").content.decode()
    assert logged(Event.CASE_LEVEL_CHANGED, about=concern) == 1


def test_a_closed_concern_is_not_changed(person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    concern = _concern(person)
    with as_owner():
        Concern.objects.filter(pk=concern.pk).update(closed_at=timezone.now())
    client = client_of(vestegnen.coordinator)

    for screen, sent in (("rolle", {"role": "suspected"}), ("niveau", {"level": "2"})):
        answer = client.post(f"/unge/{person.pk}/bekymring/{concern.pk}/{screen}/", {**sent, "reason": NEWS})
        assert "afsluttet og ændres ikke mere" in answer.content.decode()


def test_before_contact_the_newest_answer_counts(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, address = client_of(vestegnen.coordinator), f"/unge/{person.pk}/forholdsregel/?slags=honour"
    assert client.get(f"/unge/{person.pk}/").content.decode().count("Ikke undersøgt") == 3

    client.post(address, {"state": "signs", "note": "Storebror bestemmer, hvem hun må tale med."})
    client.post(address, {"state": "dangerous", "note": "Der er udtalt trusler i familien."})

    page = client.get(f"/unge/{person.pk}/").content.decode()
    assert "Tegn; risikovurderingen taler imod at inddrage familien" in page
    assert "Der er udtalt trusler i familien." in page
    assert "Storebror bestemmer" not in page
    with as_owner():
        assert Safeguard.objects.count() == 2
        newest = Safeguard.objects.get(state="dangerous")
    assert logged(Event.SAFEGUARD_STATED, about=newest) == 1


@pytest.mark.parametrize(
    ("kind", "sent", "field"),
    [
        ("honour", {"state": "signs", "note": ""}, "note"),
        ("honour", {"state": "yes"}, "state"),
        ("ban", {"state": "yes", "note": ""}, "note"),
        ("ban", {"state": "no", "valid_until": "2020-01-01"}, "valid_until"),
        ("staff", {"state": ""}, "state"),
    ],
)
def test_an_alarming_answer_says_what_it_rests_on(  # noqa: PLR0917 - pytest gives fixtures by name
    kind: str,
    sent: dict[str, str],
    field: str,
    person: YoungPerson,
    vestegnen: Vestegnen,
    client_of: ClientOf,
) -> None:
    answer = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/forholdsregel/?slags={kind}", sent)

    assert field in answer.context["form"].errors


def test_a_name_put_right_is_found_at_once_and_the_old_one_no_more(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    sent = {"name": "Rettet Navnesen", "keep_cpr": "on", "custody_1": "En Anden"}

    client.post(f"/unge/{person.pk}/hvem/", sent)

    def hits(name: str) -> int:
        answer = client.post("/unge/find/", {"name": name, "reason": "Følger op på samtalen."})
        return len(answer.context["hits"])

    assert (hits("Navnesen"), hits("Eksempel")) == (1, 0)
    with as_owner():
        assert NamePart.objects.count() == 2
        assert YoungPerson.objects.get().cpr_index is not None
        assert CustodyHolder.objects.filter(removed_at=None).count() == 1
    assert logged(Event.IDENTITY_PUT_RIGHT, about=person) == 1


def test_the_number_that_stands_is_not_shown_and_goes_when_it_is_not_kept(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, address = client_of(vestegnen.coordinator), f"/unge/{person.pk}/hvem/"
    assert "4321" not in client.get(address).content.decode()

    client.post(address, {"name": "Ung Eksempel"})

    with as_owner():
        bare = YoungPerson.objects.get()
    assert (bare.cpr, bare.cpr_index, bare.birth_year) == (None, None, None)


def test_a_day_of_birth_that_is_learned_brings_the_end_forward(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    born_on = birthday(timezone.localdate(), age=-18) + timedelta(days=50)

    sent = {"name": "Ung Eksempel", "born_on": born_on.isoformat()}
    client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/hvem/", sent)

    with as_owner():
        assert YoungPerson.objects.get().delete_on == birthday(born_on, age=18)


def test_nobody_but_the_responsible_narrows_a_file(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    with acting_for(by):
        assert Fact.objects.filter(person=person).exists()
    with as_owner():
        YoungPerson.objects.filter(pk=person.pk).update(lead_id=vestegnen.leader.pk)

    answer = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/snaever/")

    assert "Kun den ansvarlige" in answer.content.decode()
    with as_owner():
        assert not YoungPerson.objects.get().is_narrow
