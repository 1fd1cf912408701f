"""Guests: invited by their full sign-in name, with the same answer whether anybody bears it; they answer themselves."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import queries
from rundbord.identity.models import Duty, Invitation, Unit
from tests.database import as_log_keeper, as_owner, taking_role
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def _invite(client: Client, vestegnen: Vestegnen, name: str, role: Role = Role.TASK_FORCE) -> str:
    fields = {"full_sign_in_name": name, "unit": str(vestegnen.gladsaxe_ssp.pk), "role": role.value}
    return client.post("/brugere/gaester/", fields, follow=True).content.decode()


def test_the_answer_is_the_same_whether_the_name_exists(vestegnen: Vestegnen, admin: Client) -> None:
    exists = _invite(admin, vestegnen, "ssp@herlev")
    with as_owner():
        Invitation.objects.all().delete()
    does_not = _invite(admin, vestegnen, "xyz@herlev")

    assert [line for line in exists.splitlines() if "ssp@herlev" in line]
    assert len(exists.splitlines()) == len(does_not.splitlines())
    assert vestegnen.herlev_case_worker.name not in exists


def _waiting() -> Invitation:
    with as_owner():
        return Invitation.objects.get()


def _answer(client: Client, invitation: Invitation, answer: str) -> str:
    response = client.post(f"/invitationer/{invitation.pk}/", {"svar": answer})
    return response.headers.get("Location", "") or response.content.decode()


def _is_guest(vestegnen: Vestegnen) -> bool:
    with as_owner():
        return Duty.objects.filter(user=vestegnen.herlev_case_worker, authority=vestegnen.gladsaxe).exists()


def test_signing_in_answers_nothing_and_shows_the_invitation_on_the_start_page(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    _invite(admin, vestegnen, "SSP@Herlev")

    start = client_of(vestegnen.herlev_case_worker).get("/").content.decode()

    assert "Gladsaxe Kommune" in start
    assert "Ja, tag imod" in start
    assert not _is_guest(vestegnen)
    assert vestegnen.herlev_case_worker.name not in admin.get("/brugere/gaester/").content.decode()
    assert "Ikke besvaret" in admin.get("/brugere/gaester/").content.decode()


def test_a_yes_gives_a_seat_and_a_name_on_the_list(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    guest = client_of(vestegnen.herlev_case_worker)

    led_to = _answer(guest, _waiting(), "ja")

    assert led_to == "/vaelg-myndighed/"
    assert {seat.authority_name for seat in queries.seats_of(vestegnen.herlev_case_worker.pk)} == {
        "Gladsaxe Kommune",
        "Herlev Kommune",
    }
    assert f"{vestegnen.herlev_case_worker.name} (Herlev Kommune)" in admin.get("/brugere/gaester/").content.decode()
    assert "Ja, tag imod" not in guest.get("/").content.decode()


def test_a_no_tells_that_it_is_a_no_and_not_by_whom(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")

    led_to = _answer(client_of(vestegnen.herlev_case_worker), _waiting(), "nej")

    shown = admin.get("/brugere/gaester/").content.decode()
    assert led_to == "/"
    assert "Afslået" in shown
    assert "Fjern fra listen" in shown
    assert vestegnen.herlev_case_worker.name not in shown
    assert not _is_guest(vestegnen)


@pytest.mark.parametrize("answers", ["ja nej", "nej ja", "ja ja"])
def test_an_invitation_is_answered_once(vestegnen: Vestegnen, admin: Client, client_of: ClientOf, answers: str) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    guest = client_of(vestegnen.herlev_case_worker)
    first, then = answers.split()
    _answer(guest, _waiting(), first)

    shown = _answer(guest, _waiting(), then)

    assert "allerede besvaret" in shown
    assert _is_guest(vestegnen) is (first == "ja")


def test_each_answer_stands_in_the_log_of_both_and_names_the_guest_to_the_host_only_after_a_yes(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    for answer in ("nej", "ja"):
        _invite(admin, vestegnen, "ssp@herlev")
        with as_owner():
            waiting = Invitation.objects.get(accepted_at=None, declined_at=None)
        _answer(client_of(vestegnen.herlev_case_worker), waiting, answer)

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT event, authority, actor FROM audit.event WHERE event LIKE 'invitation%%' ORDER BY event, authority"
        )
        told = set(cursor.fetchall())
    guest = vestegnen.herlev_case_worker.pk
    assert told == {
        (Event.INVITATION_DECLINED, vestegnen.gladsaxe.pk, None),
        (Event.INVITATION_DECLINED, vestegnen.herlev.pk, guest),
        (Event.INVITATION_ACCEPTED, vestegnen.gladsaxe.pk, guest),
        (Event.INVITATION_ACCEPTED, vestegnen.herlev.pk, guest),
    }


def test_a_withdrawn_invitation_is_told_and_gives_nothing(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    guest = client_of(vestegnen.herlev_case_worker)

    admin.post(f"/brugere/gaester/{_waiting().pk}/traek-tilbage/")

    assert "trukket tilbage" in _answer(guest, _waiting(), "ja")
    assert "Ja, tag imod" not in guest.get("/").content.decode()
    assert not _is_guest(vestegnen)


def test_a_unit_closed_since_is_told(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    with as_owner():
        Unit.objects.filter(pk=vestegnen.gladsaxe_ssp.pk).update(closed_at=timezone.now())

    assert "Enheden er lukket siden" in _answer(client_of(vestegnen.herlev_case_worker), _waiting(), "ja")
    assert not _is_guest(vestegnen)


def test_an_invitation_to_somebody_else_does_not_exist(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    address = f"/invitationer/{_waiting().pk}/"

    for other in (vestegnen.officer, vestegnen.administrator, vestegnen.coordinator):
        assert client_of(other).get(address).status_code == 404
        assert client_of(other).post(address, {"svar": "ja"}).status_code == 404
    assert client_of(vestegnen.herlev_case_worker).get(address).status_code == 200


def test_a_partner_is_invited_and_answers_in_the_own_workspace(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    _invite(admin, vestegnen, "drift@bolig")
    caretaker = client_of(vestegnen.caretaker)

    assert "Ja, tag imod" in caretaker.get("/").content.decode()
    assert _answer(caretaker, _waiting(), "ja") == "/vaelg-myndighed/"


def test_whoever_invites_cannot_answer_instead(vestegnen: Vestegnen, admin: Client, actor_of: ActorOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")

    for column in ("accepted_at", "declined_at", "full_sign_in_name"):
        with (
            acting_for(actor_of(vestegnen.administrator)),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            Invitation.objects.update(**{column: F(column)})


def test_the_sign_in_step_adds_no_duty_but_the_one_that_was_offered(vestegnen: Vestegnen, admin: Client) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    offered = {
        "authority": vestegnen.gladsaxe,
        "unit": vestegnen.gladsaxe_ssp,
        "user": vestegnen.herlev_case_worker,
        "role": Role.TASK_FORCE,
    }

    for forged in (
        {"role": Role.ADMINISTRATOR},
        {"unit": vestegnen.gladsaxe_street},
        {"user": vestegnen.officer},
        {"authority": vestegnen.police, "unit": vestegnen.local_police},
    ):
        with taking_role("auth"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Duty.objects.create(user_label="-", starts_on=timezone.localdate(), **offered | forged)
    with taking_role("auth"):
        Duty.objects.create(user_label="-", starts_on=timezone.localdate(), **offered)


def test_a_guest_is_shown_out_from_the_list(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    _answer(client_of(vestegnen.herlev_case_worker), _waiting(), "ja")
    with as_owner():
        duty = Duty.objects.get(user=vestegnen.herlev_case_worker, authority=vestegnen.gladsaxe)

    response = admin.post(f"/brugere/funktioner/{duty.pk}/afslut/", {"last_day": duty.starts_on.isoformat()})

    assert response["Location"] == "/brugere/gaester/"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("ssp", "hele brugernavnet"), ("ssp@", "hele brugernavnet"), ("leder@gladsaxe", "jeres egen bruger")],
)
def test_a_name_that_cannot_be_a_guest_is_explained(
    vestegnen: Vestegnen, admin: Client, name: str, sentence: str
) -> None:
    assert sentence in _invite(admin, vestegnen, name)


def test_a_guest_never_administers(vestegnen: Vestegnen, admin: Client) -> None:
    _invite(admin, vestegnen, "ssp@herlev", Role.ADMINISTRATOR)

    with as_owner():
        assert not Invitation.objects.exists()


def test_another_authoritys_invitation_does_not_exist(vestegnen: Vestegnen, admin: Client, actor_of: ActorOf) -> None:
    with as_owner():
        theirs = Invitation.objects.create(
            authority=vestegnen.herlev,
            unit=vestegnen.herlev_ssp,
            role=Role.TASK_FORCE,
            full_sign_in_name="leder@gladsaxe",
            made_by=vestegnen.herlev_case_worker.pk,
        )

    response = admin.post(f"/brugere/gaester/{theirs.pk}/traek-tilbage/")

    with acting_for(actor_of(vestegnen.administrator)):
        assert not Invitation.objects.exists()
    assert response.status_code == 404
