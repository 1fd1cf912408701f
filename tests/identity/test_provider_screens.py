"""An administrator connects the authority's own sign-in: who may, what is refused, and what the database forbids."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import actions
from rundbord.identity.models import ExternalIdentity, IdentityProvider, Privilege
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.providers import ISSUER, SUBSTANTIAL, means, set_provider
from tests.logs import all_words, logged

FORM = {
    "issuer": ISSUER,
    "client_id": "rundbord",
    "subject_claim": "sub",
    "level_claim": "acr",
    "substantial_value": SUBSTANTIAL,
    "high_value": "",
    "privilege_claim": "roles",
    "local_sign_in": "everybody",
    "is_open": "on",
}
HOME = "/brugere/log-ind/"


@pytest.fixture(autouse=True)
def _operator_named_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example",))


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def test_an_administrator_connects_the_authoritys_own_sign_in(vestegnen: Vestegnen, admin: Client) -> None:
    assert "I logger ind med adgangskode" in admin.get(HOME).content.decode()

    answer = admin.post(f"{HOME}ret/", FORM)

    assert answer["Location"] == HOME
    with as_owner():
        provider = IdentityProvider.objects.get()
    assert (provider.authority_id, provider.issuer, provider.is_open) == (vestegnen.gladsaxe.pk, ISSUER, True)
    assert logged(Event.PROVIDER_SET, about=provider) == 1
    assert ISSUER in admin.get(HOME).content.decode()


@pytest.mark.parametrize(
    ("issuer", "reason"),
    [
        ("http://login.gladsaxe.example", "Driften har ikke åbnet"),
        ("https://et-andet-sted.example", "Driften har ikke åbnet"),
        ("https://login.gladsaxe.example@et-andet-sted.example", "Driften har ikke åbnet"),
        ("https://login.gladsaxe.example.et-andet-sted.example", "Driften har ikke åbnet"),
        ("http://169.254.169.254/latest", "Driften har ikke åbnet"),
        ("file:///etc/passwd", "Skriv hele adressen"),
        ("login.gladsaxe.example", "Skriv hele adressen"),
    ],
)
def test_no_address_is_taken_that_the_operator_did_not_name(issuer: str, reason: str, admin: Client) -> None:
    text = admin.post(f"{HOME}ret/", {**FORM, "issuer": issuer}).content.decode()

    assert reason in text
    with as_owner():
        assert not IdentityProvider.objects.exists()


def test_connecting_wants_a_proof_of_the_last_minutes(admin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rundbord.identity.middleware.has_fresh_proof", lambda _: False)

    for address in ("ret/", "rettigheder/ny/", "noegle/"):
        assert admin.post(HOME + address, FORM)["Location"].startswith("/log-ind/bekraeft/")


def test_a_right_means_a_role_in_an_own_unit_until_it_is_struck(vestegnen: Vestegnen, admin: Client) -> None:
    admin.post(f"{HOME}ret/", FORM)
    fields: dict[str, Any] = {"value": "ssp", "unit": vestegnen.gladsaxe_ssp.pk, "role": "case_worker"}
    admin.post(f"{HOME}rettigheder/ny/", fields)
    again = admin.post(f"{HOME}rettigheder/ny/", fields).content.decode()
    text = admin.get(HOME).content.decode()
    with as_owner():
        privilege = Privilege.objects.get()

    assert "giver allerede den rolle" in again
    assert "SSP-konsulent" in text
    assert logged(Event.PRIVILEGE_SET, about=privilege) == 1
    admin.post(f"{HOME}rettigheder/{privilege.pk}/slet/")
    assert logged(Event.PRIVILEGE_STRUCK, about=privilege) == 1
    with as_owner():
        assert not Privilege.objects.exists()


def test_a_right_never_means_a_duty_in_another_authority(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    """The form offers own units alone; the database refuses whoever goes round it."""
    by = actor_of(vestegnen.administrator)
    set_provider(by)

    with acting_for(by):
        for unit in (vestegnen.herlev_ssp, vestegnen.local_police):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                actions.set_privilege("ssp", unit=unit, role=Role.CASE_WORKER, by=by)


def test_no_role_that_the_kind_of_authority_does_not_have(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.administrator)

    with acting_for(by), pytest.raises(Refused, match="findes ikke i jeres type"):
        actions.set_privilege("ssp", unit=vestegnen.gladsaxe_ssp, role=Role.OFFICER, by=by)


def test_a_user_is_bound_to_one_subject_and_a_subject_to_one_user(vestegnen: Vestegnen, admin: Client) -> None:
    admin.post(f"{HOME}ret/", FORM)
    coordinator, leader = vestegnen.coordinator, vestegnen.leader

    admin.post(f"/brugere/{coordinator.pk}/log-ind/", {"subject": "abc-1"})
    twice = admin.post(f"/brugere/{coordinator.pk}/log-ind/", {"subject": "abc-2"}).content.decode()
    other = admin.post(f"/brugere/{leader.pk}/log-ind/", {"subject": "abc-1"}).content.decode()

    assert "Løsn først" in twice
    assert "En anden bruger er allerede knyttet" in other
    assert "abc-1" in admin.get(f"/brugere/{coordinator.pk}/").content.decode()
    assert logged(Event.IDENTITY_BOUND, about=coordinator) == 1
    assert "abc-1" not in all_words()


def test_releasing_a_user_ends_the_sessions_and_frees_the_subject(
    vestegnen: Vestegnen, admin: Client, client_of: ClientOf
) -> None:
    admin.post(f"{HOME}ret/", FORM)
    coordinator = client_of(vestegnen.coordinator)
    admin.post(f"/brugere/{vestegnen.coordinator.pk}/log-ind/", {"subject": "abc-1"})

    admin.post(f"/brugere/{vestegnen.coordinator.pk}/log-ind/loesn/")

    assert coordinator.get("/").status_code == 302
    admin.post(f"/brugere/{vestegnen.leader.pk}/log-ind/", {"subject": "abc-1"})
    with as_owner():
        assert ExternalIdentity.objects.get(ended_at=None).user_id == vestegnen.leader.pk


def test_another_authoritys_user_cannot_be_bound(vestegnen: Vestegnen, actor_of: ActorOf, admin: Client) -> None:
    by = actor_of(vestegnen.administrator)
    set_provider(by)

    assert admin.post(f"/brugere/{vestegnen.officer.pk}/log-ind/", {"subject": "abc"}).status_code == 404
    with acting_for(by), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        actions.bind_identity(vestegnen.officer, "abc", by=by)


def test_the_key_of_user_administration_is_shown_once_and_kept_as_a_hash(admin: Client) -> None:
    assert "Skriv først" in admin.post(f"{HOME}noegle/").content.decode()
    admin.post(f"{HOME}ret/", FORM)

    text = admin.post(f"{HOME}noegle/").content.decode()

    token = text.partition('class="one-time-link">')[2].partition("<")[0]
    with as_owner():
        provider = IdentityProvider.objects.get()
    assert len(token) > 40
    assert token.encode() not in bytes(provider.line_token_hash or b"")
    assert token not in admin.get(HOME).content.decode()
    assert logged(Event.LINE_TOKEN_MADE, about=provider) == 1
    admin.post(f"{HOME}noegle/slet/")
    with as_owner():
        assert IdentityProvider.objects.get().line_token_hash is None


def test_an_authority_sees_and_changes_nothing_of_anothers_provider(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.administrator)
    set_provider(by)
    means("ssp", vestegnen.gladsaxe_ssp, Role.CASE_WORKER, by=by)
    stranger = actor_of(rows.user(vestegnen.herlev_ssp, Role.ADMINISTRATOR))

    with acting_for(stranger):
        assert not IdentityProvider.objects.exists()
        assert not Privilege.objects.exists()
    assert client_of(vestegnen.coordinator).get(HOME).status_code == 403


def test_the_page_asks_as_often_for_two_users_as_for_twenty(
    vestegnen: Vestegnen,
    admin: Client,
    actor_of: ActorOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    by = actor_of(vestegnen.administrator)
    provider = set_provider(by)
    with as_owner():
        for number in range(20):
            user = rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, sign_in_name=f"bruger-{number}")
            ExternalIdentity.objects.create(
                authority=vestegnen.gladsaxe, user=user, issuer=provider.issuer, subject=str(number)
            )

    with django_assert_max_num_queries(16):
        text = admin.get(HOME).content.decode()
    assert "20 brugere" in text
