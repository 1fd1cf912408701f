"""An administrator connects a provider that speaks OIOSAML: what is refused, and what is told of certificates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import ExternalIdentity, IdentityProvider
from rundbord.notices.actions import remind_of_certificates
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.saml_provider import ENTITY, SamlStandIn, lay_our_key
from tests.identity.saml_writing import UUID_OF_EMPLOYEE, Pair, pair_of
from tests.logs import logged

HOME = "/brugere/log-ind/"
CHANGE = f"{HOME}oiosaml/"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the operator did: named the host, and the folder of secrets."""
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example",))
    monkeypatch.setattr(settings, "PROVIDER_SECRETS", tmp_path)
    return tmp_path


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def _form(metadata: str = "", **changed: str) -> dict[str, str]:
    told = {"cvr": "12345678", "gives_rights": "on", "local_sign_in": "everybody", "is_open": "on"}
    return {"metadata": metadata or SamlStandIn().metadata(), **told, **changed}


def test_an_administrator_connects_a_provider_by_its_metadata(vestegnen: Vestegnen, admin: Client) -> None:
    assert CHANGE in admin.get(HOME).content.decode()

    assert admin.post(CHANGE, _form())["Location"] == HOME

    with as_owner():
        held = IdentityProvider.objects.get()
    assert (held.kind, held.issuer, held.cvr, held.is_open) == ("saml", ENTITY, "12345678", True)
    assert held.client_id.endswith("/log-ind/myndighed/gladsaxe/saml/")
    assert logged(Event.PROVIDER_SET, about=held) == 1
    text = admin.get(HOME).content.decode()
    assert "OIOSAML 3" in text
    assert held.client_id in text
    assert "12345678" in text


REFUSED: dict[str, tuple[Callable[[], dict[str, str]], str]] = {
    "nothing": (lambda: _form(" "), "påkrævet"),
    "no XML": (lambda: _form("https://login.gladsaxe.example"), "Det er ikke metadata"),
    "a DOCTYPE": (lambda: _form(f"<!DOCTYPE x>{SamlStandIn().metadata()}"), "Det er ikke metadata"),
    "another host": (
        lambda: _form(SamlStandIn().metadata(ask="https://login.evil.example/ind")),
        "Driften har ikke åbnet",
    ),
    "another host for logouts": (
        lambda: _form(SamlStandIn().metadata(leave="https://login.evil.example/ud")),
        "Driften har ikke åbnet",
    ),
    "a script for an address": (lambda: _form(SamlStandIn().metadata(ask="javascript:x")), "Driften har ikke åbnet"),
    "no certificate": (
        lambda: _form(SamlStandIn().metadata().replace('use="signing"', 'use="encryption"')),
        "mindst ét",
    ),
    "a weak key": (lambda: _form(SamlStandIn(pair=pair_of("weak", bits=1024)).metadata()), "for svag"),
    "one that has run out": (lambda: _form(SamlStandIn(pair=pair_of("old", days=-1)).metadata()), "udløbet"),
    "no redirect": (
        lambda: _form(SamlStandIn().metadata().replace("bindings:HTTP-Redirect", "bindings:SOAP")),
        "HTTP-Redirect",
    ),
    "no name": (lambda: _form(SamlStandIn().metadata(entity="")), "Det er ikke metadata"),
    "no number": (lambda: _form(cvr="1234"), "otte cifre"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_provider_is_refused_in_plain_words(name: str, admin: Client) -> None:
    write, reason = REFUSED[name]

    text = admin.post(CHANGE, write()).content.decode()

    assert reason in text
    with as_owner():
        assert not IdentityProvider.objects.exists()


def test_without_new_metadata_the_held_ones_stay(admin: Client) -> None:
    admin.post(CHANGE, _form())

    admin.post(CHANGE, {**_form(), "metadata": "", "local_sign_in": "emergency"})

    with as_owner():
        held = IdentityProvider.objects.get()
    assert (held.issuer, held.local_sign_in) == (ENTITY, "emergency")
    assert len(held.published_keys["certificates"]) == 1  # type: ignore[index]


def test_certificates_are_shown_and_their_end_is_told_ahead(folder: Path, admin: Client) -> None:
    lay_our_key(folder)
    ending = pair_of("ending", days=20)
    admin.post(CHANGE, _form(SamlStandIn().metadata(ending)))

    text = admin.get(HOME).content.decode()
    assert "Et certifikat udløber snart" in text
    assert "Rundbords" in text

    admin.post(CHANGE, _form(SamlStandIn().metadata(ending, pair_of("provider"))))
    assert "Et certifikat udløber snart" not in admin.get(HOME).content.decode()


def test_administrators_get_a_notice_where_the_last_certificate_ends_soon(
    vestegnen: Vestegnen, actor_of: ActorOf, admin: Client, folder: Path
) -> None:
    lay_our_key(folder)
    by = actor_of(vestegnen.administrator)
    system = system_of(by.authority_id, partnership_id=by.partnership_id)

    def told(*pairs: Pair) -> bool:
        admin.post(CHANGE, _form(SamlStandIn().metadata(*pairs)))
        with acting_for(system):
            return remind_of_certificates(by=system)

    assert not told(pair_of("provider"))
    assert told(pair_of("ending", days=20))
    with as_owner():
        notice = Notice.objects.get()
    assert (notice.kind, notice.path, notice.recipient_id) == ("certificate_ends", HOME, by.authority_id)
    assert notice.sentence in admin.get("/beskeder/").content.decode()


def test_a_key_that_the_operator_has_not_made_is_told(admin: Client, folder: Path) -> None:
    admin.post(CHANGE, _form())
    assert "Driften mangler at lave en nøgle" in admin.get(HOME).content.decode()

    lay_our_key(folder)

    assert "Driften mangler" not in admin.get(HOME).content.decode()


def test_connecting_wants_a_proof_of_the_last_minutes(admin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rundbord.identity.middleware.has_fresh_proof", lambda _: False)

    assert admin.post(CHANGE, _form())["Location"].startswith("/log-ind/bekraeft/")


def test_nobody_but_an_administrator_connects(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.coordinator).get(CHANGE).status_code == 403


def test_a_user_is_bound_by_a_uuid_alone(vestegnen: Vestegnen, admin: Client) -> None:
    admin.post(CHANGE, _form())
    where = f"/brugere/{vestegnen.coordinator.pk}/log-ind/"

    assert "uuid" in admin.post(where, {"subject": "koordinator@kommunen.example"}).content.decode()
    admin.post(where, {"subject": f"urn:uuid:{UUID_OF_EMPLOYEE}"})

    with as_owner():
        assert ExternalIdentity.objects.get().subject == UUID_OF_EMPLOYEE


def test_the_operator_makes_a_key_that_the_service_alone_reads_and_none_is_written_over(folder: Path) -> None:
    call_command("make_provider_key", "gladsaxe", verbosity=0)
    call_command("make_provider_key", "gladsaxe", "--following", verbosity=0)

    for name in ("gladsaxe.saml.pem", "gladsaxe.saml-next.pem"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600
    with pytest.raises(CommandError, match="already"):
        call_command("make_provider_key", "gladsaxe")
    with pytest.raises(CommandError, match="No authority"):
        call_command("make_provider_key", "../gladsaxe")
