"""Users: the authority's own, found by name, unit, role and state; created, changed, closed and opened again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity import actions
from rundbord.identity.models import Draft, Duty, User
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def _form(vestegnen: Vestegnen, **changes: str) -> dict[str, str]:
    return {
        "name": "Gademedarbejder, Nord",
        "sign_in_name": "gade.nord",
        "email": "gade.nord@eksempel.invalid",
        "unit": str(vestegnen.gladsaxe_street.pk),
        "role": Role.REPORTER.value,
        "starts_on": timezone.localdate().isoformat(),
        "ends_on": "",
    } | changes


def test_the_list_shows_own_users_in_danish_order_and_nobody_elses(vestegnen: Vestegnen, admin: Client) -> None:
    for name in ("Åse-vikaren", "Zebra-vikaren", "Ærø-vikaren"):
        rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, name=name)

    text = admin.get("/brugere/").content.decode()

    assert text.index("Zebra-vikaren") < text.index("Ærø-vikaren") < text.index("Åse-vikaren")
    assert "SSP Herlev" not in text
    assert vestegnen.officer.name not in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("navn=øst", ["Østgade-teamet"]),
        ("rolle=leader", ["Ledergruppe i SSP Gladsaxe"]),
        ("vis=lukkede", ["Lukket bruger"]),
    ],
)
def test_the_list_is_narrowed_by_name_role_and_state(
    vestegnen: Vestegnen, admin: Client, query: str, shown: list[str]
) -> None:
    rows.user(vestegnen.gladsaxe_street, Role.REPORTER, name="Østgade-teamet")
    closed = rows.user(vestegnen.gladsaxe_street, Role.REPORTER, name="Lukket bruger")
    with as_owner():
        User.objects.filter(pk=closed.pk).update(closed_at=timezone.now())

    response = admin.get(f"/brugere/?{query}")

    assert [user.name for user, _ in response.context["users"]] == shown


def test_the_list_is_narrowed_by_unit(vestegnen: Vestegnen, admin: Client) -> None:
    response = admin.get(f"/brugere/?enhed={vestegnen.gladsaxe_street.pk}")

    assert [user.pk for user, _ in response.context["users"]] == [vestegnen.street_worker.pk]


def test_a_long_list_has_pages_and_a_fixed_number_of_queries(
    vestegnen: Vestegnen, admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        rows.user(vestegnen.gladsaxe_street, Role.REPORTER, name=f"Medarbejder {number:02}")

    with django_assert_max_num_queries(20):
        first = admin.get("/brugere/")
    second = admin.get(f"/brugere/{first.context['older']}")

    assert len(first.context["users"]) == 50
    assert not {user.pk for user, _ in first.context["users"]} & {user.pk for user, _ in second.context["users"]}
    assert "66 brugere efter navn" in first.content.decode()


def test_a_new_user_has_a_duty_and_an_entry_in_the_log(vestegnen: Vestegnen, admin: Client, actor_of: ActorOf) -> None:
    response = admin.post("/brugere/ny/", _form(vestegnen))

    with as_owner():
        user = User.objects.get(sign_in_name="gade.nord")
        duty = Duty.objects.get(user=user)
    assert response["Location"] == f"/brugere/{user.pk}/"
    assert (user.authority_id, duty.unit_id, duty.role) == (
        vestegnen.gladsaxe.pk,
        vestegnen.gladsaxe_street.pk,
        Role.REPORTER,
    )
    with acting_for(actor_of(vestegnen.dpo)):
        assert {entry.event for entry in own_entries()} >= {Event.USER_CREATED, Event.DUTY_GIVEN}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sign_in_name": "koordinator"}, "allerede i brug"),
        ({"sign_in_name": "gade nord!"}, "mindst 2 tegn"),
        ({"name": "Medarbejder 070761-4285"}, "CPR-nummer"),
        ({"role": Role.OFFICER.value}, "gyldig"),
        ({"starts_on": "2020-01-01"}, "tidligst begynde i dag"),
        ({"ends_on": "2020-01-01"}, "før første dag"),
    ],
)
def test_a_wrong_user_is_explained_and_nothing_typed_is_lost(
    vestegnen: Vestegnen, admin: Client, changes: dict[str, str], sentence: str
) -> None:
    text = admin.post("/brugere/ny/", _form(vestegnen, **changes)).content.decode()

    assert sentence in text
    assert "gade.nord@eksempel.invalid" in text


def test_a_unit_of_another_authority_cannot_be_chosen(vestegnen: Vestegnen, admin: Client) -> None:
    admin.post("/brugere/ny/", _form(vestegnen, unit=str(vestegnen.herlev_ssp.pk)))

    with as_owner():
        assert not User.objects.filter(sign_in_name="gade.nord").exists()


def test_a_closed_users_open_session_ends_at_once_and_opening_does_not_bring_it_back(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    coordinator = client_of(vestegnen.coordinator)
    assert coordinator.get("/").status_code == 200

    admin.post(f"/brugere/{vestegnen.coordinator.pk}/luk/")
    while_closed = coordinator.get("/").status_code
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/genaabn/")

    assert while_closed == 302
    assert coordinator.get("/").status_code == 302
    assert client_of(vestegnen.coordinator).get("/").status_code == 200


def test_a_closed_users_session_elsewhere_as_a_guest_is_over_too(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    with as_owner():
        Duty.objects.filter(user=vestegnen.coordinator).delete()
    rows.duty(vestegnen.coordinator, vestegnen.herlev_ssp, Role.TASK_FORCE)
    guest = client_of(vestegnen.coordinator)
    assert guest.get("/").status_code == 200

    admin.post(f"/brugere/{vestegnen.coordinator.pk}/luk/")
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/genaabn/")

    assert guest.get("/").status_code == 302


def test_a_session_from_before_the_closing_keeps_no_words(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    coordinator = client_of(vestegnen.coordinator)
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/luk/")
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/genaabn/")

    coordinator.post("/indberet/", {"text": "Skrevet fra en browser, der blev glemt"})

    with as_owner():
        assert not Draft.objects.exists()


def test_the_last_administrator_cannot_leave(vestegnen: Vestegnen, admin: Client) -> None:
    text = admin.post(f"/brugere/{vestegnen.administrator.pk}/luk/").content.decode()

    assert "sidste administrator" in text
    with as_owner():
        assert User.objects.get(pk=vestegnen.administrator.pk).closed_at is None


def test_one_of_two_administrators_can_leave(vestegnen: Vestegnen, admin: Client) -> None:
    rows.user(vestegnen.gladsaxe_ssp, Role.ADMINISTRATOR)

    admin.post(f"/brugere/{vestegnen.administrator.pk}/luk/")

    with as_owner():
        assert User.objects.get(pk=vestegnen.administrator.pk).closed_at is not None


def test_a_changed_name_also_stands_at_the_duties(vestegnen: Vestegnen, admin: Client) -> None:
    seen = admin.get(f"/brugere/{vestegnen.leader.pk}/ret/").context["form"].initial["seen"]

    admin.post(f"/brugere/{vestegnen.leader.pk}/ret/", {"name": "Ungechef", "email": "", "seen": seen})

    with as_owner():
        assert User.objects.get(pk=vestegnen.leader.pk).name == "Ungechef"
        assert Duty.objects.get(user=vestegnen.leader).user_label == "Ungechef"


def test_two_who_change_at_once_learn_of_each_other(vestegnen: Vestegnen, admin: Client) -> None:
    address = f"/brugere/{vestegnen.leader.pk}/ret/"
    seen = admin.get(address).context["form"].initial["seen"]
    with as_owner():
        User.objects.filter(pk=vestegnen.leader.pk).update(name="Den andens navn")

    first = admin.post(address, {"name": "Mit navn", "email": "", "seen": seen})
    again = admin.post(address, {"name": "Mit navn", "email": "", "seen": first.context["form"].data["seen"]})

    assert "En anden har imens rettet feltet til »Den andens navn«" in first.content.decode()
    assert 'value="Mit navn"' in first.content.decode()
    assert again.status_code == 302


@pytest.mark.parametrize("path", ["", "ret/", "funktion/"])
def test_another_authoritys_user_does_not_exist(vestegnen: Vestegnen, admin: Client, path: str) -> None:
    assert admin.get(f"/brugere/{vestegnen.herlev_case_worker.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["luk", "genaabn", "engangslink"])
def test_nothing_can_be_done_to_another_authoritys_user(vestegnen: Vestegnen, admin: Client, path: str) -> None:
    assert admin.post(f"/brugere/{vestegnen.herlev_case_worker.pk}/{path}/").status_code == 404


@pytest.mark.parametrize("path", ["/brugere/", "/brugere/ny/", "/brugere/gaester/", "/brugere/indlaes/", "/enheder/"])
def test_only_administrators_administer(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.coordinator).get(path).status_code == 403


def test_an_administrator_sees_no_content(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    allowed = {permission.value for permission in actor_of(vestegnen.administrator).permissions}

    assert allowed == {"see_day", "administer_users"}


def test_the_action_itself_demands_the_permission(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.leader)

    with acting_for(actor), pytest.raises(NotPermitted):
        actions.deactivate_user(vestegnen.coordinator, by=actor)


def test_a_closed_user_gets_no_link(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.administrator)
    with acting_for(actor):
        actions.deactivate_user(vestegnen.coordinator, by=actor)
        closed = User.objects.get(pk=vestegnen.coordinator.pk)

        with pytest.raises(Refused, match="lukket"):
            actions.make_link(closed, by=actor)
