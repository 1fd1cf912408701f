"""Guests: invited by their full sign-in name, with the same answer whether anybody bears it."""

from __future__ import annotations

import pytest
from django.test import Client

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity import queries
from rundbord.identity.models import Duty, Invitation
from tests.database import as_owner
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


def test_an_accepted_invitation_gives_a_seat_and_a_name_on_the_list(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    _invite(admin, vestegnen, "SSP@Herlev")

    client_of(vestegnen.herlev_case_worker)

    assert {seat.authority_name for seat in queries.seats_of(vestegnen.herlev_case_worker.pk)} == {
        "Gladsaxe Kommune",
        "Herlev Kommune",
    }
    assert f"{vestegnen.herlev_case_worker.name} (Herlev Kommune)" in admin.get("/brugere/gaester/").content.decode()


def test_a_withdrawn_invitation_gives_nothing(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    with as_owner():
        invitation = Invitation.objects.get()

    admin.post(f"/brugere/gaester/{invitation.pk}/traek-tilbage/")
    client_of(vestegnen.herlev_case_worker)

    with as_owner():
        assert not Duty.objects.filter(user=vestegnen.herlev_case_worker, authority=vestegnen.gladsaxe).exists()


def test_a_guest_is_shown_out_from_the_list(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    _invite(admin, vestegnen, "ssp@herlev")
    client_of(vestegnen.herlev_case_worker)
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
