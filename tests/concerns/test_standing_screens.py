"""The screens of what stands around a file: telling the family, consent, access, closing, the eighteenth birthday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import (
    AdultReview,
    Assignment,
    Concern,
    ConcernClosure,
    Consent,
    FamilyNotice,
    YoungPerson,
)
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from tests.concerns.files import NAME, consent_to, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import entries_of

REASON = "Familien vil sende den unge bort, hvis den får det at vide, før risikoen er vurderet."
NOTE = "To samtaler er holdt, aftalerne er fulgt, og den unge går til fodbold igen."


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def person(by: Actor) -> YoungPerson:
    return file_on(by)


def _soon(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_a_deferral_is_written_by_one_and_approved_by_another(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf
) -> None:
    page = f"/unge/{person.pk}/orientering/"
    worker, leader = client_of(vestegnen.coordinator), client_of(vestegnen.leader)
    typed = {"notice_state": "deferred", "ground": "honour", "deferral_reason": REASON, "recheck_on": _soon(10)}

    assert worker.post(page, typed).status_code == 302
    assert "Godkend eller se grunden" not in worker.get(f"/unge/{person.pk}/").content.decode()
    assert worker.post(f"{page}godkend/").status_code == 403
    assert "Godkend eller se grunden" in leader.get(f"/unge/{person.pk}/").content.decode()
    assert REASON in leader.get(f"{page}godkend/").content.decode()
    assert leader.post(f"{page}godkend/").status_code == 302

    with as_owner():
        assert FamilyNotice.objects.get().approved_label


def test_what_was_typed_about_a_deferral_stays_when_something_is_missing(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf
) -> None:
    typed = {"notice_state": "deferred", "ground": "", "deferral_reason": REASON, "recheck_on": ""}

    page = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/orientering/", typed).content.decode()

    assert REASON in page
    assert "Vælg grunden til at vente." in page
    assert "Skriv, hvornår I vurderer det igen." in page


def test_a_consent_is_noted_and_taken_back(vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with as_owner():
        vestegnen.local_police.channels = ["ssp"]
        vestegnen.local_police.save(update_fields=["channels"])
    typed = {
        "given_by": ["custody_holder"],
        "recipients": [str(vestegnen.local_police.pk)],
        "purposes": ["early_help"],
        "classes": ["p2"],
        "given_on": _soon(0),
        "valid_until": _soon(90),
        "is_free": "on",
        "is_informed": "on",
    }

    refused = client.post(f"/unge/{person.pk}/samtykke/", typed | {"is_free": ""}).content.decode()
    assert "frit valg" in refused
    assert client.post(f"/unge/{person.pk}/samtykke/", typed).status_code == 302
    with as_owner():
        consent = Consent.objects.get()
    assert "Lokalpolitiet" in client.get(f"/unge/{person.pk}/").content.decode()

    assert client.post(f"/unge/{person.pk}/samtykke/{consent.pk}/tilbage/").status_code == 302
    with as_owner():
        assert Consent.objects.get().withdrawn_on == timezone.localdate()


def test_a_colleague_is_let_in_and_out(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf, by: Actor
) -> None:
    colleague = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, name="Gade Kollega")
    client, other = client_of(vestegnen.coordinator), client_of(colleague)
    page = f"/unge/{person.pk}/adgang/"
    assert other.get(f"/unge/{person.pk}/").status_code == 404

    typed = {"to": f"{colleague.pk}:{vestegnen.gladsaxe_street.pk}", "reason": "Kender familien fra skolen."}
    assert client.post(page, typed).status_code == 302
    assert other.get(f"/unge/{person.pk}/").status_code == 200

    with as_owner():
        given = Assignment.objects.get()
    assert client.post(f"{page}{given.pk}/slut/").status_code == 302
    assert other.get(f"/unge/{person.pk}/").status_code == 404


def test_a_file_handed_over_is_gone_for_the_former_unit(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf
) -> None:
    colleague = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, name="Gade Kollega")
    client = client_of(vestegnen.coordinator)
    typed = {"to": f"{colleague.pk}:{vestegnen.gladsaxe_street.pk}", "reason": "Flytter til gadeteamets område."}

    response = client.post(f"/unge/{person.pk}/overdrag/", typed)

    assert response["Location"] == "/unge/"
    assert client.get(f"/unge/{person.pk}/").status_code == 404
    assert client_of(colleague).get(f"/unge/{person.pk}/").status_code == 200


def test_a_concern_is_closed_and_its_note_is_taken_to_the_journal_once(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf, by: Actor
) -> None:
    client = client_of(vestegnen.coordinator)
    with acting_for(by):
        concern = Concern.objects.get(person=person)
    base = f"/unge/{person.pk}/bekymring/{concern.pk}"
    assert "ikke afsluttet" in client.get(f"{base}/notat/").content.decode()
    assert "Vælg, hvordan det endte." in client.post(f"{base}/afslut/", {"note": NOTE}).content.decode()

    assert client.post(f"{base}/afslut/", {"outcome": "settled", "note": NOTE}).status_code == 302
    note = client.get(f"{base}/notat/").content.decode()
    assert NOTE in note
    assert NAME in note
    assert client.post(f"{base}/journaliseret/").status_code == 302

    with as_owner():
        assert ConcernClosure.objects.get().is_journaled
    assert len(entries_of(Event.JOURNAL_NOTE_PRINTED, user=vestegnen.coordinator)) == 2


def test_the_eighteenth_birthday_is_judged_on_its_own_page(
    vestegnen: Vestegnen, person: YoungPerson, client_of: ClientOf, by: Actor
) -> None:
    today = timezone.localdate()
    born = date(today.year - 18, today.month, 1)
    with acting_for(by):
        person.born_on = open_key(person.data_key_id).seal(born.isoformat(), at=place_of(person, "born_on"))
        person.birth_year = born.year
        person.save(update_fields=["born_on", "birth_year"])
    typed = {"reason": "Den unge ønsker selv at fortsætte i forløbet som voksen.", "ends_on": _soon(100)}

    assert client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/voksen/", typed).status_code == 302

    with as_owner():
        assert AdultReview.objects.get().ends_on == today + timedelta(days=100)


@pytest.mark.parametrize(
    "path", ["orientering/", "samtykke/", "adgang/", "overdrag/", "voksen/", "samtykke/{consent}/tilbage/"]
)
def test_other_authorities_find_none_of_it(path: str, vestegnen: Vestegnen, by: Actor, client_of: ClientOf) -> None:
    person = file_on(by)
    with acting_for(by):
        consent = consent_to(person, by)
    address = f"/unge/{person.pk}/{path.format(consent=consent.pk)}"

    for who in (vestegnen.officer, vestegnen.herlev_case_worker):
        client = client_of(who)
        assert client.get(address).status_code == 404
        assert client.post(address, {}).status_code == 404
