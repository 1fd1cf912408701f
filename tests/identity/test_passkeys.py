"""Passkeys: added by their user, asked for after the password, and worth nothing to anybody else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from rundbord.audit import Event
from rundbord.identity.models import Challenge, Passkey, SignIn
from tests.database import as_owner
from tests.factories.authenticator import Device
from tests.factories.situations import Vestegnen
from tests.identity.signing import Visitor, with_password
from tests.logs import entries_of

REFUSED = "Det kunne ikke bekræftes."


@pytest.fixture
def coordinator(vestegnen: Vestegnen) -> Visitor:
    """The coordinator, signed in by password a moment ago."""
    visitor = with_password(vestegnen.coordinator)
    visitor.gives_password()
    return visitor


@pytest.fixture
def device() -> Device:
    """The coordinator's telephone."""
    return Device()


@pytest.fixture
def on_the_way(coordinator: Visitor, device: Device) -> Visitor:
    """The coordinator in another browser, after the password, with a passkey added before."""
    coordinator.adds(device)
    coordinator.client = Client()
    coordinator.gives_password()
    return coordinator


def test_a_passkey_is_asked_for_after_the_password_and_leads_to_where_the_user_was(
    on_the_way: Visitor, device: Device
) -> None:
    before = on_the_way.client.get("/opgaver/")

    response = on_the_way.proves_with(device, "/opgaver/")

    assert before["Location"] == "/log-ind/bekraeft/?videre=%2Fopgaver%2F"
    assert response["Location"] == "/opgaver/"
    assert on_the_way.client.get("/opgaver/").status_code == 200
    assert len(entries_of(Event.PROVED, user=on_the_way.user)) == 2


def test_the_password_alone_opens_nothing(on_the_way: Visitor, device: Device) -> None:
    shown = {path: on_the_way.client.get(path).status_code for path in ("/", "/min-konto/", "/vaelg-myndighed/")}
    added = on_the_way.client.post("/min-konto/adgangsnoegler/", {"name": "Min egen", "answer": "{}"})

    assert set(shown.values()) == {302}
    assert added["Location"].startswith("/log-ind/bekraeft/")


def test_several_passkeys_are_listed_by_their_own_names_and_the_first_comes_with_ten_codes(
    coordinator: Visitor, device: Device
) -> None:
    coordinator.adds(device, "Arbejdstelefon")
    coordinator.adds(Device(is_backed_up=True), "Nøgleknippe")

    page = coordinator.client.get("/min-konto/").content.decode()

    assert "Arbejdstelefon" in page
    assert "kun på én enhed" in page
    assert "Nøgleknippe" in page
    assert "synkroniseres mellem enheder" in page
    assert len(coordinator.recovery_codes) == 10


def test_the_first_passkey_ends_sessions_that_the_password_alone_began(coordinator: Visitor, device: Device) -> None:
    elsewhere = Visitor(coordinator.user, coordinator.name)
    elsewhere.gives_password()
    was_in = elsewhere.is_in()

    coordinator.adds(device)

    assert was_in
    assert not elsewhere.is_in()
    assert coordinator.is_in()


def test_an_answer_that_was_sent_once_is_worth_nothing_a_second_time(on_the_way: Visitor, device: Device) -> None:
    answer = device.signs(on_the_way.asks_to_sign())
    first = on_the_way.sends(answer)
    thief = Visitor(on_the_way.user, on_the_way.name)
    thief.gives_password()

    again = thief.sends(answer)

    assert first.status_code == 302
    assert REFUSED in again.content.decode()
    assert not thief.is_in()


def test_a_challenge_answers_once_even_where_the_answer_was_wrong(on_the_way: Visitor, device: Device) -> None:
    options = on_the_way.asks_to_sign()
    on_the_way.sends(Device(credential_id=device.credential_id).signs(options))

    late = on_the_way.sends(device.signs(options))

    assert REFUSED in late.content.decode()
    with as_owner():
        assert not Challenge.objects.exists()


def test_a_challenge_is_of_one_session(on_the_way: Visitor, device: Device) -> None:
    other = Visitor(on_the_way.user, on_the_way.name)
    other.gives_password()
    options = other.asks_to_sign()
    on_the_way.asks_to_sign()

    response = on_the_way.sends(device.signs(options))

    assert REFUSED in response.content.decode()


def test_a_challenge_lasts_five_minutes(on_the_way: Visitor, device: Device) -> None:
    answer = device.signs(on_the_way.asks_to_sign())

    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert REFUSED in on_the_way.sends(answer).content.decode()


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "https://rundbord.eksempel.invalid"},
        {"host": "eksempel.invalid"},
        {"verifies_user": False},
        {"credential_id": b"en helt anden en"},
    ],
    ids=["another origin", "another party", "no finger and no code", "a key nobody added"],
)
def test_what_a_false_page_or_a_foreign_device_answers_does_not_hold(
    on_the_way: Visitor, device: Device, changed: dict[str, object]
) -> None:
    for name, value in changed.items():
        setattr(device, name, value)

    response = on_the_way.proves_with(device)

    assert REFUSED in response.content.decode()
    assert not on_the_way.is_in()


def test_another_users_passkey_does_not_let_anybody_in(
    on_the_way: Visitor, vestegnen: Vestegnen, device: Device
) -> None:
    leader = with_password(vestegnen.leader)
    leader.gives_password()
    of_leader = Device()
    leader.adds(of_leader)

    response = on_the_way.proves_with(of_leader)

    assert REFUSED in response.content.decode()
    assert not on_the_way.is_in()


def test_a_key_that_another_user_has_added_cannot_be_added_again(
    coordinator: Visitor, vestegnen: Vestegnen, device: Device
) -> None:
    coordinator.adds(device)
    leader = with_password(vestegnen.leader)
    leader.gives_password()

    response = leader.adds(Device(credential_id=device.credential_id))

    assert "kunne ikke tilføjes" in response.content.decode()
    with as_owner():
        assert Passkey.objects.count() == 1


def test_a_count_that_does_not_grow_tells_of_a_copy(on_the_way: Visitor, device: Device) -> None:
    on_the_way.proves_with(device)
    copy = Device(credential_id=device.credential_id, key=device.key)
    thief = Visitor(on_the_way.user, on_the_way.name)
    thief.gives_password()

    response = thief.proves_with(copy)

    assert REFUSED in response.content.decode()


@pytest.mark.parametrize(
    "answer",
    ["{", "[]", "null", '{"id": 7}', '{"id": "ÆØÅ"}', "[" * 9_000, json.dumps({"id": "A" * 50_000})],
    ids=["broken", "a list", "nothing", "a number", "no code", "endless", "too long"],
)
def test_an_answer_that_cannot_be_read_is_refused_like_a_wrong_one(on_the_way: Visitor, answer: str) -> None:
    on_the_way.asks_to_sign()

    assert REFUSED in on_the_way.sends(answer).content.decode()


@pytest.mark.parametrize("answer", ["{", "null", "[" * 9_000, "spoilt"], ids=["broken", "nothing", "endless", "spoilt"])
def test_a_new_key_that_cannot_be_read_is_not_added(coordinator: Visitor, device: Device, answer: str) -> None:
    options = coordinator.client.post("/min-konto/adgangsnoegler/udfordring/").json()
    sent = device.makes(options).replace("attestationObject", "noget andet") if answer == "spoilt" else answer

    page = coordinator.client.post("/min-konto/adgangsnoegler/", {"name": "Telefon", "answer": sent}).content.decode()

    assert "kunne ikke tilføjes" in page
    with as_owner():
        assert not Passkey.objects.exists()


def test_the_token_of_before_is_worth_nothing_after_the_second_step(on_the_way: Visitor, device: Device) -> None:
    planted = Client()
    planted.cookies.update(on_the_way.client.cookies)

    on_the_way.proves_with(device)

    assert on_the_way.is_in()
    assert planted.get("/").status_code == 302
    assert planted.get("/log-ind/bekraeft/")["Location"] == "/log-ind/"


def test_a_stolen_session_cannot_take_the_factor_away(on_the_way: Visitor, device: Device) -> None:
    on_the_way.proves_with(device)
    with as_owner():
        passkey = Passkey.objects.get()
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    paths = [f"/min-konto/adgangsnoegler/{passkey.pk}/fjern/", "/min-konto/noedkoder/", "/min-konto/kodeapp/"]
    answers = [on_the_way.client.post(path) for path in paths]

    assert all(answer["Location"].startswith("/log-ind/bekraeft/?videre=") for answer in answers)
    with as_owner():
        assert Passkey.objects.count() == 1


def test_whoever_proves_themselves_again_removes_a_passkey(on_the_way: Visitor, device: Device) -> None:
    on_the_way.proves_with(device)
    with as_owner():
        path = f"/min-konto/adgangsnoegler/{Passkey.objects.get().pk}/fjern/"

    response = on_the_way.client.post(path)

    assert response["Location"] == "/min-konto/"
    assert len(entries_of(Event.PASSKEY_REMOVED, user=on_the_way.user)) == 1
    with as_owner():
        assert not Passkey.objects.exists()


def test_another_users_passkey_does_not_exist_to_be_removed(
    on_the_way: Visitor, device: Device, vestegnen: Vestegnen
) -> None:
    leader = with_password(vestegnen.leader)
    leader.gives_password()
    with as_owner():
        passkey = Passkey.objects.get()

    assert leader.client.post(f"/min-konto/adgangsnoegler/{passkey.pk}/fjern/").status_code == 404
    with as_owner():
        assert Passkey.objects.count() == 1
