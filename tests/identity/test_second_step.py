"""The second step: codes of an app, recovery codes, who must take it, and what happens when the device is lost."""

from __future__ import annotations

import re
from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import code_apps
from rundbord.identity.models import CodeApp, Draft, Passkey, RecoveryCode, SignIn, SignInRule
from rundbord.identity.rules.signing_in import ATTEMPTS_PER_NAME
from tests.database import as_owner
from tests.factories.authenticator import Device
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.signing import PASSWORD, Visitor, with_password
from tests.logs import entries_of

REFUSED = "Det kunne ikke bekræftes."
WAIT = "for mange forsøg"


@pytest.fixture
def coordinator(vestegnen: Vestegnen) -> Visitor:
    """The coordinator, with a code app, signed in by password in another browser."""
    visitor = with_password(vestegnen.coordinator)
    visitor.gives_password()
    visitor.adds_code_app()
    visitor.client = Client()
    visitor.gives_password()
    return visitor


def _in_a_minute() -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(minutes=1))


def test_a_code_of_the_app_lets_in_and_no_code_twice(coordinator: Visitor) -> None:
    with _in_a_minute():
        code = coordinator.code_now()
        first = coordinator.types(code, "/opgaver/")
        again = Visitor(coordinator.user, coordinator.name)
        again.gives_password()
        second = again.types(code)

    assert first["Location"] == "/opgaver/"
    assert REFUSED in second.content.decode()
    assert not again.is_in()


def test_the_code_that_set_the_app_up_is_used_up(coordinator: Visitor) -> None:
    assert REFUSED in coordinator.types(coordinator.code_now()).content.decode()


def test_a_recovery_code_lets_in_once_however_it_is_typed(coordinator: Visitor) -> None:
    code = coordinator.recovery_codes[0]
    first = coordinator.types(f" {code.lower().replace('-', ' ')} ")
    again = Visitor(coordinator.user, coordinator.name)
    again.gives_password()

    second = again.types(code)

    assert first.status_code == 302
    assert REFUSED in second.content.decode()
    assert "9 ubrugte" in coordinator.client.get("/min-konto/").content.decode()


def test_new_recovery_codes_replace_the_old(coordinator: Visitor) -> None:
    coordinator.types(coordinator.recovery_codes[0])
    page = coordinator.client.post("/min-konto/noedkoder/").content.decode()
    fresh = re.findall(r"<code>([A-Z2-9-]{19})</code>", page)
    again = Visitor(coordinator.user, coordinator.name)
    again.gives_password()

    assert len(fresh) == 10
    assert REFUSED in again.types(coordinator.recovery_codes[1]).content.decode()
    assert again.types(fresh[0]).status_code == 302


def test_who_guesses_must_wait_and_the_password_does_not_start_the_count_anew(coordinator: Visitor) -> None:
    answers = [coordinator.types(f"{number:06}").content.decode() for number in range(ATTEMPTS_PER_NAME)]
    coordinator.gives_password()

    with _in_a_minute():
        waits = coordinator.types(coordinator.code_now()).content.decode()

    assert all(REFUSED in answer for answer in answers)
    assert WAIT in waits
    assert not coordinator.is_in()
    assert len(entries_of(Event.PROOF_FAILED, user=coordinator.user)) == ATTEMPTS_PER_NAME


def test_a_wrong_code_a_wrong_key_and_nothing_to_prove_read_alike(coordinator: Visitor) -> None:
    by_code = coordinator.types("000000").content.decode()
    by_passkey = coordinator.proves_with(Device()).content.decode()

    assert re.findall(r"alert-text.*?</div>", by_code, re.DOTALL) == re.findall(
        r"alert-text.*?</div>", by_passkey, re.DOTALL
    )


def test_the_secret_is_sealed_and_out_of_reach_of_the_application(
    coordinator: Visitor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with as_owner():
        sealed = bytes(CodeApp.objects.get().sealed_secret)
        hashes = [bytes(each.code_hash) for each in RecoveryCode.objects.all()]

    assert coordinator.secret.encode() not in sealed
    assert code_apps.unseal(sealed, bound_to=str(coordinator.user.pk)) == coordinator.secret
    assert code_apps.unseal(sealed, bound_to=str(vestegnen.leader.pk)) is None
    assert code_apps.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), bound_to=str(coordinator.user.pk)) is None
    assert not any(code.replace("-", "").encode() in each for code in coordinator.recovery_codes for each in hashes)
    with acting_for(actor_of(vestegnen.leader)), pytest.raises(DatabaseError) as refused, transaction.atomic():
        list(CodeApp.objects.all())
    assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_a_secret_from_another_sessions_page_is_not_taken(vestegnen: Vestegnen) -> None:
    thief, victim = with_password(vestegnen.leader), with_password(vestegnen.coordinator)
    thief.gives_password()
    victim.gives_password()
    text = thief.client.get("/min-konto/kodeapp/").content.decode()
    sealed = re.findall(r'name="sealed" value="([^"]+)"', text)[0]

    response = victim.client.post("/min-konto/kodeapp/", {"sealed": sealed, "code": "123456"})

    assert "Siden var for gammel" in response.content.decode()
    with as_owner():
        assert not CodeApp.objects.exists()


def _demand_of_everybody(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.administrator).post("/brugere/sikkerhed/krav/", {"who": "everybody"})


def test_where_everybody_must_an_open_session_sets_it_up_next_and_keeps_its_words(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    street_worker = with_password(vestegnen.street_worker)
    street_worker.gives_password()
    _demand_of_everybody(vestegnen, client_of)

    sent = street_worker.client.post("/indberet/", {"text": "Uro ved stationen"})
    set_up = street_worker.client.get(sent["Location"])
    street_worker.adds(Device())

    assert sent["Location"] == "/min-konto/andet-trin/?videre=%2Findberet%2F&kladde=gemt"
    assert "kræver din myndighed" in set_up.content.decode()
    assert "Uro ved stationen" in street_worker.client.get("/indberet/").content.decode()


def test_where_everybody_must_the_last_factor_stays(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    coordinator = with_password(vestegnen.coordinator)
    coordinator.gives_password()
    coordinator.adds(Device())
    _demand_of_everybody(vestegnen, client_of)
    with as_owner():
        path = f"/min-konto/adgangsnoegler/{Passkey.objects.get().pk}/fjern/"

    refused = coordinator.client.post(path).content.decode()
    coordinator.adds_code_app()
    removed = coordinator.client.post(path)

    assert "sidste andet trin" in refused
    assert removed["Location"] == "/min-konto/"


def test_the_rule_is_the_authoritys_own_and_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    herlev = client_of(vestegnen.herlev_case_worker)
    _demand_of_everybody(vestegnen, client_of)

    assert herlev.get("/").status_code == 200
    assert client_of(vestegnen.coordinator).post("/brugere/sikkerhed/krav/", {"who": "persons"}).status_code == 302
    assert len(entries_of(Event.SIGN_IN_RULE_SET, user=vestegnen.administrator)) == 1
    with as_owner():
        assert SignInRule.objects.get().second_factor_for_everybody


def _link(vestegnen: Vestegnen, client_of: ClientOf) -> str:
    page = client_of(vestegnen.administrator).post(f"/brugere/{vestegnen.coordinator.pk}/nyt-andet-trin/")
    found = re.search(r"http://testserver(/andet-trin/[\w-]+/)", page.content.decode())
    assert found
    return found.group(1)


def test_a_link_and_the_password_together_begin_anew_and_end_every_session(
    coordinator: Visitor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    coordinator.types(coordinator.recovery_codes[0])
    was_in = coordinator.is_in()
    link, lost = _link(vestegnen, client_of), Client()

    wrong = lost.post(link, {"password": "ikke den rigtige"})
    right = lost.post(link, {"password": PASSWORD})

    assert was_in
    assert "Adgangskoden er forkert" in wrong.content.decode()
    assert right["Location"] == "/log-ind/?videre=/min-konto/andet-trin/"
    assert not coordinator.is_in()
    assert lost.get(link).status_code == 404
    with as_owner():
        assert not CodeApp.objects.exists()
        assert not RecoveryCode.objects.exists()
    assert len(entries_of(Event.SECOND_FACTOR_RESET, user=coordinator.user)) == 1
    assert len(entries_of(Event.LINK_MADE, user=vestegnen.administrator)) == 1


def test_a_link_for_a_password_does_not_take_the_second_factor_away(
    coordinator: Visitor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    page = client_of(vestegnen.administrator).post(f"/brugere/{vestegnen.coordinator.pk}/engangslink/")
    token = re.findall(r"/adgangskode/([\w-]+)/", page.content.decode())[0]

    assert Client().get(f"/andet-trin/{token}/").status_code == 404
    with as_owner():
        assert CodeApp.objects.count() == 1


def test_who_guesses_the_password_behind_a_link_must_wait(
    coordinator: Visitor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    link, thief = _link(vestegnen, client_of), Client()
    for _ in range(ATTEMPTS_PER_NAME):
        thief.post(link, {"password": "et gæt"})

    assert WAIT in thief.post(link, {"password": PASSWORD}).content.decode()
    with as_owner():
        assert CodeApp.objects.count() == 1


def test_an_administrator_proves_themselves_again_before_making_such_a_link(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.administrator)
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    response = client.post(f"/brugere/{vestegnen.coordinator.pk}/nyt-andet-trin/")

    assert response["Location"].startswith("/log-ind/bekraeft/")


def test_another_authoritys_user_does_not_exist_for_an_administrator(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    path = f"/brugere/{vestegnen.officer.pk}/nyt-andet-trin/"

    assert client_of(vestegnen.administrator).post(path).status_code == 404


def test_without_a_second_factor_the_password_proves_once_more(vestegnen: Vestegnen) -> None:
    leader = with_password(vestegnen.leader)
    leader.gives_password()
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    led = leader.client.get("/min-konto/kodeapp/")
    wrong = leader.client.post("/log-ind/bekraeft/", {"password": "forkert"}).content.decode()
    right = leader.client.post("/log-ind/bekraeft/", {"password": PASSWORD, "videre": "/min-konto/kodeapp/"})

    assert led["Location"] == "/log-ind/bekraeft/?videre=%2Fmin-konto%2Fkodeapp%2F"
    assert REFUSED in wrong
    assert right["Location"] == "/min-konto/kodeapp/"
    assert leader.client.get("/min-konto/kodeapp/").status_code == 200


def test_no_code_no_secret_and_no_answer_becomes_a_draft(coordinator: Visitor) -> None:
    coordinator.types(coordinator.recovery_codes[0])
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    coordinator.client.post("/min-konto/kodeapp/", {"code": "123456", "sealed": "HEMMELIGT"})
    coordinator.client.post("/min-konto/adgangsnoegler/", {"name": "Ny telefon", "answer": "HEMMELIGT"})

    with as_owner():
        kept = list(Draft.objects.values_list("fields", flat=True))
    assert kept == [{"name": ["Ny telefon"]}]


def test_one_sees_and_ends_ones_own_sessions_and_no_one_elses(coordinator: Visitor, vestegnen: Vestegnen) -> None:
    coordinator.types(coordinator.recovery_codes[0])
    elsewhere = Visitor(coordinator.user, coordinator.name)
    elsewhere.gives_password()
    elsewhere.types(coordinator.recovery_codes[1])
    leader = with_password(vestegnen.leader)
    leader.gives_password()
    with as_owner():
        newest = SignIn.objects.filter(user=coordinator.user, ended_at=None).latest("started_at")
        of_leader = SignIn.objects.get(user=vestegnen.leader)

    page = coordinator.client.get("/min-konto/").content.decode()
    foreign = coordinator.client.post(f"/min-konto/sessioner/{of_leader.pk}/afslut/")
    coordinator.client.post(f"/min-konto/sessioner/{newest.pk}/afslut/")

    assert page.count("Nødkode.") == 2
    assert foreign.status_code == 404
    assert leader.is_in()
    assert not elsewhere.is_in()
    assert coordinator.is_in()
    assert len(entries_of(Event.SESSION_ENDED, user=coordinator.user)) == 1
