"""Duties: moving, substituting and ending them; sessions follow at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.identity import queries
from rundbord.identity.models import Duty, User
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def _duty_of(user: User) -> Duty:
    with as_owner():
        return Duty.objects.filter(user=user).latest("starts_on")


def test_a_moved_user_acts_for_the_new_unit_from_today(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    old_session = client_of(vestegnen.street_worker)

    admin.post(
        f"/brugere/funktioner/{_duty_of(vestegnen.street_worker).pk}/flyt/", {"unit": str(vestegnen.gladsaxe_ssp.pk)}
    )

    assert old_session.get("/").status_code == 302
    assert [(seat.unit_name, seat.role) for seat in queries.seats_of(vestegnen.street_worker.pk)] == [
        ("SSP Gladsaxe", Role.REPORTER)
    ]


def test_a_duty_that_ended_yesterday_ends_its_session_now(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    session = client_of(vestegnen.coordinator)
    yesterday = timezone.localdate() - timedelta(days=1)

    admin.post(f"/brugere/funktioner/{_duty_of(vestegnen.coordinator).pk}/afslut/", {"last_day": yesterday.isoformat()})

    assert session.get("/").status_code == 302


def test_the_same_duty_given_again_does_not_bring_the_session_back(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    session = client_of(vestegnen.coordinator)
    today = timezone.localdate()
    given = {"unit": str(vestegnen.gladsaxe_ssp.pk), "role": Role.COORDINATOR.value, "starts_on": today.isoformat()}

    ended = {"last_day": (today - timedelta(days=1)).isoformat()}
    admin.post(f"/brugere/funktioner/{_duty_of(vestegnen.coordinator).pk}/afslut/", ended)
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/funktion/", given)

    assert session.get("/").status_code == 302
    assert client_of(vestegnen.coordinator).get("/").status_code == 200


def test_a_user_moved_away_and_back_does_not_get_the_session_back(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    session = client_of(vestegnen.street_worker)

    for unit in (vestegnen.gladsaxe_ssp, vestegnen.gladsaxe_street):
        with as_owner():
            duty = Duty.objects.get(user=vestegnen.street_worker, ends_on=None)
        admin.post(f"/brugere/funktioner/{duty.pk}/flyt/", {"unit": str(unit.pk)})

    assert session.get("/").status_code == 302
    assert client_of(vestegnen.street_worker).get("/").status_code == 200


def test_a_duty_given_by_mistake_today_is_taken_back_today(vestegnen: Vestegnen, admin: Client) -> None:
    today = timezone.localdate()
    given = {"unit": str(vestegnen.gladsaxe_ssp.pk), "role": Role.LEADER.value, "starts_on": today.isoformat()}
    admin.post(f"/brugere/{vestegnen.street_worker.pk}/funktion/", given)
    duty = _duty_of(vestegnen.street_worker)

    answer = admin.post(
        f"/brugere/funktioner/{duty.pk}/afslut/", {"last_day": (today - timedelta(days=1)).isoformat()}, follow=True
    )

    assert Role.LEADER not in {seat.role for seat in queries.seats_of(vestegnen.street_worker.pk)}
    assert f"taget tilbage {today.day}.{today.month}.{today.year}" in answer.content.decode()


def test_a_duty_still_holds_on_its_last_day(vestegnen: Vestegnen, admin: Client, client_of: ClientOf) -> None:
    session = client_of(vestegnen.coordinator)

    admin.post(
        f"/brugere/funktioner/{_duty_of(vestegnen.coordinator).pk}/afslut/",
        {"last_day": timezone.localdate().isoformat()},
    )

    assert session.get("/").status_code == 200


def test_a_substitute_stands_in_for_a_time(vestegnen: Vestegnen, admin: Client) -> None:
    today = timezone.localdate()
    period = {"starts_on": today.isoformat(), "ends_on": (today + timedelta(days=14)).isoformat()}
    duty = _duty_of(vestegnen.coordinator)

    admin.post(f"/brugere/funktioner/{duty.pk}/vikar/", {"user": str(vestegnen.street_worker.pk), **period})

    substitute = _duty_of(vestegnen.street_worker)
    page = admin.get(f"/brugere/{vestegnen.street_worker.pk}/").content.decode()
    assert (substitute.substitutes_id, substitute.role, substitute.ends_on) == (
        duty.pk,
        Role.COORDINATOR,
        today + timedelta(days=14),
    )
    assert "Vikar" in page


@pytest.mark.parametrize(
    ("attempted", "sentence"),
    [
        (("street_worker", None), "påkrævet"),
        (("coordinator", 7), "vikar for sig selv"),
        (("street_worker", 700), "inden for den funktion"),
    ],
)
def test_an_impossible_substitution_is_explained(
    vestegnen: Vestegnen, admin: Client, attempted: tuple[str, int | None], sentence: str
) -> None:
    who, days = attempted
    today = timezone.localdate()
    duty = _duty_of(vestegnen.coordinator)
    with as_owner():
        Duty.objects.filter(pk=duty.pk).update(ends_on=today + timedelta(days=365))
    ends_on = (today + timedelta(days=days)).isoformat() if days else ""

    response = admin.post(
        f"/brugere/funktioner/{duty.pk}/vikar/",
        {"user": str(getattr(vestegnen, who).pk), "starts_on": today.isoformat(), "ends_on": ends_on},
    )

    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_the_last_administrators_duty_cannot_end(vestegnen: Vestegnen, admin: Client) -> None:
    response = admin.post(
        f"/brugere/funktioner/{_duty_of(vestegnen.administrator).pk}/afslut/",
        {"last_day": timezone.localdate().isoformat()},
    )

    assert "sidste administrator" in response.content.decode()


def test_a_second_duty_in_the_same_role_and_unit_is_refused(vestegnen: Vestegnen, admin: Client) -> None:
    fields = {"unit": str(vestegnen.gladsaxe_ssp.pk), "role": "coordinator", "starts_on": str(timezone.localdate())}

    response = admin.post(f"/brugere/{vestegnen.coordinator.pk}/funktion/", fields)

    assert "har allerede samme rolle" in response.content.decode()


@pytest.mark.parametrize("act", ["flyt", "vikar", "afslut"])
def test_another_authoritys_duty_does_not_exist(vestegnen: Vestegnen, admin: Client, act: str) -> None:
    duty = _duty_of(vestegnen.herlev_case_worker)

    assert admin.get(f"/brugere/funktioner/{duty.pk}/{act}/").status_code == 404
    assert admin.post(f"/brugere/funktioner/{duty.pk}/{act}/", {"last_day": "2026-01-01"}).status_code == 404


def test_another_authoritys_user_cannot_be_substitute(vestegnen: Vestegnen, admin: Client) -> None:
    today = timezone.localdate()

    response = admin.post(
        f"/brugere/funktioner/{_duty_of(vestegnen.coordinator).pk}/vikar/",
        {"user": str(vestegnen.officer.pk), "starts_on": str(today), "ends_on": str(today)},
    )

    assert response.status_code == 200
    with as_owner():
        assert Duty.objects.filter(user=vestegnen.officer).count() == 1


def test_a_duty_of_a_housing_administrator_reaches_users_and_units(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    with as_owner():
        unit = vestegnen.housing.units.get()
    administrator = client_of(rows.user(unit, Role.ADMINISTRATOR))

    fields = {"name": "Vicevært", "sign_in_name": "vicevaert", "unit": str(unit.pk), "role": "partner"}
    response = administrator.post("/brugere/ny/", {**fields, "starts_on": str(timezone.localdate())})

    assert response.status_code == 302
    assert vestegnen.caretaker.name in administrator.get("/brugere/").content.decode()
