"""Wall screens: one way in, nothing but the picture, and no way on; closed and unknown look the same."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.identity.models import User
from rundbord.situation.models import Picture, WallSession
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen


def _open(client: Client, hours: int = 4) -> str:
    shown = client.post("/vaegskaerme/", {"label": "Mødelokale 2", "hours": hours}).content.decode()
    match = re.search(r'href="http://[^/]+(/vaeg/[^"]+/)"', shown)
    assert match
    return match[1]


@pytest.fixture
def wall(vestegnen: Vestegnen, published: Picture, client_of: ClientOf) -> Client:
    """A display that has entered."""
    address = _open(client_of(vestegnen.coordinator))
    display = Client()
    display.get(address)
    return display


def test_the_token_leaves_the_address_at_once(vestegnen: Vestegnen, published: Picture, client_of: ClientOf) -> None:
    address = _open(client_of(vestegnen.coordinator))

    entered = Client().get(address)

    assert entered["Location"] == "/vaeg/"
    assert entered.cookies["rundbord-vaeg"]["httponly"]
    with as_owner():
        assert address.split("/")[2].encode() not in bytes(WallSession.objects.get().token_hash)


def test_it_shows_the_newest_picture_without_navigation_or_names(vestegnen: Vestegnen, wall: Client) -> None:
    shown = wall.get("/vaeg/").content.decode()

    assert "Situationsbillede nr. 1" in shown
    assert "Indbrud i kælder" in shown
    assert "Knallertkørsel om natten" in shown
    assert "<nav" not in shown
    assert vestegnen.coordinator.name not in shown


def test_it_can_do_nothing_else(wall: Client) -> None:
    assert wall.get("/situationsbillede/1/").status_code == 302
    assert wall.get("/haendelser/").status_code == 302


def test_it_hears_of_a_newer_picture(wall: Client, published: Picture) -> None:
    before = wall.get("/vaeg/signal/").json()
    with as_owner():
        Picture.objects.filter(pk=published.pk).update(published_at=timezone.now() + timedelta(minutes=1))

    assert wall.get("/vaeg/signal/").json() != before


def _close(wall: WallSession) -> None:
    WallSession.objects.filter(pk=wall.pk).update(closed_at=timezone.now())


def _expire(wall: WallSession) -> None:
    WallSession.objects.filter(pk=wall.pk).update(expires_at=timezone.now())


def _close_opener(wall: WallSession) -> None:
    User.objects.filter(pk=wall.opened_by).update(closed_at=timezone.now())


def _told(display: Client) -> str:
    """The page, without the number that every answer has for its scripts."""
    return re.sub(r'(nonce|X-CSRFToken)"?[=:] ?"[^"]+"', "", display.get("/vaeg/").content.decode())


@pytest.mark.parametrize("end", [_close, _expire, _close_opener], ids=["lukket", "udløbet", "åbneren er holdt op"])
def test_an_ended_display_gets_the_same_answer_as_a_wrong_token(wall: Client, end: object) -> None:
    with as_owner():
        end(WallSession.objects.get())  # type: ignore[operator]

    ended, wrong = wall.get("/vaeg/"), Client().get("/vaeg/abcde-abcde-abcde-abcde/")

    assert (ended.status_code, wrong.status_code) == (404, 404)
    assert wall.get("/vaeg/signal/").json() == Client().get("/vaeg/signal/").json()
    assert _told(wall) == _told(Client())


def test_the_own_authority_lists_and_closes_it_and_no_other(
    vestegnen: Vestegnen, wall: Client, client_of: ClientOf
) -> None:
    with as_owner():
        session = WallSession.objects.get()
    own = client_of(vestegnen.leader)

    other = client_of(vestegnen.outsider).post(f"/vaegskaerme/{session.pk}/luk/")
    listed = own.get("/vaegskaerme/").content.decode()
    own.post(f"/vaegskaerme/{session.pk}/luk/")

    assert other.status_code == 404
    assert "Mødelokale 2" in listed
    assert wall.get("/vaeg/").status_code == 404


def test_it_may_not_stay_open_longer_than_twelve_hours(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post("/vaegskaerme/", {"label": "Mødelokale 2", "hours": 24})

    with as_owner():
        assert not WallSession.objects.exists()
