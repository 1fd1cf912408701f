"""A right that ends, ends at the next request: of a page, of what a page asks for by itself, and of the rows behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.identity import actions
from rundbord.identity.models import Duty, ExternalIdentity, SignIn, Unit, User
from rundbord.identity.queries import actor_of as actor_in
from rundbord.identity.queries import sign_in_of
from rundbord.identity.vocabulary import LocalSignIn
from rundbord.partnership.models import Party
from tests.database import as_owner
from tests.factories.authenticator import Device
from tests.factories.situations import ActorOf, Vestegnen
from tests.identity.providers import set_provider, set_saml_provider
from tests.identity.saml_provider import SamlStandIn
from tests.identity.saml_writing import UUID_OF_EMPLOYEE
from tests.identity.signing import with_password
from tests.identity.stand_in_provider import StandIn
from tests.identity.test_lines_of_user_administration import LEAVER, Line

# What a page asks for by itself every two to five seconds, so that its next request is at most that far away.
SIGNAL, BACKGROUND = "/signal/?emne=today", {"X-Background": "1"}


@dataclass
class Scene:
    """A consultant who came in through the provider, an administrator, and the provider itself."""

    vestegnen: Vestegnen
    browser: Client
    user: User
    by: Actor
    oidc: StandIn


@pytest.fixture
def scene(vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf) -> Scene:
    """The consultant is signed in."""
    provider.lets_in(browser := Client())
    with as_owner():
        user = ExternalIdentity.objects.select_related("user").get().user
    return Scene(vestegnen, browser, user, actor_of(vestegnen.administrator), provider)


def _is_in(browser: Client) -> bool:
    page, signal = browser.get("/min-konto/"), browser.get(SIGNAL, headers=BACKGROUND)
    assert (page.status_code, signal.status_code) in {(200, 200), (302, 401)}
    return page.status_code == 200


def _end_duty(scene: Scene) -> None:
    with acting_for(scene.by):
        duty = Duty.objects.get(user=scene.user)
        actions.end_duty(duty, last_day=timezone.localdate() - timedelta(days=1), by=scene.by)


def _close_user(scene: Scene) -> None:
    with acting_for(scene.by):
        actions.deactivate_user(scene.user, by=scene.by)


def _close_unit(scene: Scene) -> None:
    """The act refuses while somebody works there; even a row that is closed otherwise ends the session."""
    with as_owner():
        Unit.objects.filter(pk=scene.vestegnen.gladsaxe_ssp.pk).update(closed_at=timezone.now())


def _release(scene: Scene) -> None:
    with acting_for(scene.by):
        actions.release_identity(scene.user, by=scene.by)


def _tell_by_line(scene: Scene) -> None:
    with acting_for(scene.by):
        line = Line(actions.make_line_token(by=scene.by))
    assert line.says("PATCH", f"/{scene.user.pk}", LEAVER).status_code == 200


def _log_out_there(scene: Scene) -> None:
    token = scene.oidc.logout_token(sub="medarbejder-1")
    assert Client().post("/log-ind/myndighed/gladsaxe/afslut/", {"logout_token": token}).status_code == 200


def _lose_the_right(scene: Scene) -> None:
    """Somebody else's browser signs the same user in, and the provider no longer tells of the right."""
    scene.oidc.of(roles=["rundbord-gade"]).lets_in(Client())


def _run_out(scene: Scene) -> None:
    with as_owner():
        SignIn.objects.filter(user=scene.user).update(started_at=timezone.now() - timedelta(hours=10))


WAYS: dict[str, Callable[[Scene], object]] = {
    "the duty is ended": _end_duty,
    "the user is closed": _close_user,
    "the unit is closed": _close_unit,
    "the identity is released": _release,
    "user administration tells of a leaver": _tell_by_line,
    "the provider tells of a logout": _log_out_there,
    "the right is gone at another sign-in": _lose_the_right,
    "the provider is closed": lambda scene: set_provider(scene.by, is_open=False),
    "the provider is another": lambda scene: set_provider(scene.by, issuer="https://login.gladsaxe.example/nyt"),
    "the session has lasted its day": _run_out,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_right_that_ends_ends_the_session_at_the_next_request(way: str, scene: Scene) -> None:
    assert _is_in(scene.browser)

    WAYS[way](scene)

    assert not _is_in(scene.browser)


def test_a_party_that_left_reaches_no_row_of_the_others_in_an_open_session(scene: Scene) -> None:
    """The session lasts, for the authority's own house; the database asks at each request who sits at the table."""
    token = scene.browser.cookies[settings.SIGN_IN_COOKIE].value
    sign_in = sign_in_of(token)
    assert sign_in is not None

    def parties_seen() -> int:
        actor = actor_in(sign_in)
        with acting_for(actor):
            return Party.objects.count()

    assert parties_seen() > 1
    with as_owner():
        party = Party.objects.filter(authority=scene.vestegnen.gladsaxe, partnership=scene.vestegnen.partnership)
        party.update(left_on=timezone.localdate() - timedelta(days=1))

    assert parties_seen() == 0


def test_a_saml_provider_with_another_number_or_closed_ends_its_sessions(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.administrator)
    for changed in ({"cvr": "87654321"}, {"is_open": False}):
        set_saml_provider(by, saml.metadata())
        saml.lets_in(browser := Client())
        assert _is_in(browser)

        set_saml_provider(by, "", **changed)

        assert not _is_in(browser)


def test_a_leaver_whom_user_administration_names_by_uuid_is_out_of_a_saml_session(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    """However the uuid is written, it is the same employee."""
    by = actor_of(vestegnen.administrator)
    with acting_for(by):
        line = Line(actions.make_line_token(by=by))
    user_id = line.adds(externalId=f"urn:uuid:{UUID_OF_EMPLOYEE.upper()}")
    saml.lets_in(browser := Client())
    assert _is_in(browser)
    found = json.loads(line.says("GET", f'?filter=externalId eq "{UUID_OF_EMPLOYEE.upper()}"').content)
    assert [each["id"] for each in found["Resources"]] == [user_id]

    line.says("PATCH", f"/{user_id}", LEAVER)

    assert not _is_in(browser)


def test_an_administrator_comes_in_by_password_and_passkey_when_the_provider_is_down(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    """Break-glass of sign-in itself: local, with a passkey, and for administrators alone."""
    administrator, device = with_password(vestegnen.administrator), Device()
    administrator.gives_password()
    administrator.adds(device)
    set_provider(actor_of(vestegnen.administrator), local_sign_in=LocalSignIn.EMERGENCY)
    provider.is_down = True
    assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 403

    administrator.client = Client()
    administrator.gives_password()
    assert administrator.client.get("/brugere/")["Location"].startswith("/log-ind/bekraeft/")
    administrator.proves_with(device)

    assert administrator.client.get("/brugere/").status_code == 200
    with speaking_as(AUTH):
        assert SignIn.objects.filter(user=vestegnen.administrator, proof="passkey").exists()
