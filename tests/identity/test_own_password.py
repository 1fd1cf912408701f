"""The own password: changed by whoever knows it, and never one that everybody tries."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from rundbord.audit import Event
from rundbord.identity.actions.password import common_passwords
from rundbord.identity.rules import objections_to_password
from rundbord.identity.rules.passwords import PASSWORD_LEAST_LENGTH
from rundbord.identity.rules.signing_in import ATTEMPTS_PER_NAME
from tests.factories.situations import Vestegnen
from tests.identity.signing import PASSWORD, Visitor, with_password
from tests.logs import entries_of

HERE = "/min-konto/adgangskode/"
NEW = "kaffe-lampe-hegn-torsk"
TOO_EASY = "for let at gætte"


@pytest.fixture
def coordinator(vestegnen: Vestegnen) -> Visitor:
    """The coordinator, signed in by password."""
    visitor = with_password(vestegnen.coordinator)
    visitor.gives_password()
    return visitor


def _change(visitor: Visitor, *, old: str = PASSWORD, new: str = NEW) -> str:
    answer = visitor.client.post(HERE, {"old_password": old, "password": new, "password_again": new}, follow=True)
    return answer.content.decode()


def _signs_in(visitor: Visitor, password: str) -> bool:
    answer = Client().post("/log-ind/", {"name": visitor.name, "password": password})
    return answer.status_code == 302


def test_whoever_knows_the_old_password_chooses_a_new_one(coordinator: Visitor) -> None:
    elsewhere = Visitor(coordinator.user, coordinator.name)
    elsewhere.gives_password()

    page = _change(coordinator)

    assert "Min konto" in page
    assert _signs_in(coordinator, NEW)
    assert not _signs_in(coordinator, PASSWORD)
    assert coordinator.is_in()
    assert not elsewhere.is_in()
    assert len(entries_of(Event.PASSWORD_SET, user=coordinator.user)) == 1


def test_without_the_old_password_nothing_changes(coordinator: Visitor) -> None:
    page = _change(coordinator, old="noget-andet-end-det")

    assert "Den nuværende adgangskode er forkert." in page
    assert _signs_in(coordinator, PASSWORD)
    assert len(entries_of(Event.PROOF_FAILED, user=coordinator.user)) == 1


def test_an_open_session_is_no_place_to_guess_at(coordinator: Visitor) -> None:
    for number in range(ATTEMPTS_PER_NAME):
        _change(coordinator, old=f"gaet-nummer-{number}")

    assert "for mange forsøg" in _change(coordinator)
    assert _signs_in(coordinator, PASSWORD)


def test_a_proof_of_the_last_minutes_is_asked_for(coordinator: Visitor) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        answer = coordinator.client.get(HERE)

    assert answer["Location"].startswith("/log-ind/bekraeft/")


def test_ending_a_session_wants_a_proof_of_the_last_minutes(coordinator: Visitor) -> None:
    elsewhere = Visitor(coordinator.user, coordinator.name)
    elsewhere.gives_password()

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        answer = coordinator.client.post("/min-konto/sessioner/afslut/")
        is_in = elsewhere.is_in()

    assert answer["Location"].startswith("/log-ind/bekraeft/")
    assert is_in


def test_a_password_that_will_not_do_is_explained(coordinator: Visitor) -> None:
    assert "mindst 12 tegn" in _change(coordinator, new="kaffe-lampe")
    assert TOO_EASY in _change(coordinator, new="password1234")
    assert "den samme som den nuværende" in _change(coordinator, new=PASSWORD)
    assert _signs_in(coordinator, PASSWORD)


@pytest.mark.parametrize(
    "password",
    [
        *(
            "password1234",
            "password....password",
            "123456789012",
            "qwertyuiop12",
            "iloveyouiloveyou",
            "!!football2024!!",
        ),
        *("qazwsxedcrfv", "Mailcreated5240"),
        *("Rundbord2026!", "politikommune", "adgangskode-hest", "Velkommen-2026", "gladsaxe-1234", "aaaabbbbaaaa"),
    ],
)
def test_a_password_that_everybody_tries_is_refused(password: str) -> None:
    known = [each for each in common_passwords() if len(each) >= PASSWORD_LEAST_LENGTH]
    assert len(known) > 3000, "as many as ASVS 6.2.4 asks for among those that are long enough"
    objections = objections_to_password(
        password, sign_in_name="koordinator", names=["Gladsaxe Kommune"], common=common_passwords()
    )

    assert any(TOO_EASY in each for each in objections)


@pytest.mark.parametrize(
    "password",
    [
        *("kaffe-lampe-hegn-torsk", "83 71 04 55 92 16 38", "æøåÆØÅ!§½¤%&/()=", " mellemrum i begge ender "),
        *("GRØNKÅLMEDFLØDE", "k7#9x2!4$8%1", "t" * 60 + "orsk-hegn", "min hund hedder ikke politi men bodega"),
    ],
)
def test_any_signs_will_do(password: str, vestegnen: Vestegnen) -> None:
    visitor = with_password(vestegnen.coordinator)
    visitor.gives_password()

    _change(visitor, new=password)

    assert _signs_in(visitor, password)
    assert not _signs_in(visitor, password.strip() + " x")


def test_the_form_hides_what_is_typed_and_lets_password_managers_help(coordinator: Visitor) -> None:
    page = coordinator.client.get(HERE).content.decode()

    assert page.count('type="password"') == 3
    assert page.count('autocomplete="new-password"') == 2
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_a_password_stays_until_it_is_changed(coordinator: Visitor) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=4 * 365)):
        assert _signs_in(coordinator, PASSWORD)
