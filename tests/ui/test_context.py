"""The frame of a page: who acts, for whom, and where one can go."""

from __future__ import annotations

from types import SimpleNamespace

from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.template.loader import render_to_string

from rundbord.ui.context import chrome


def _sign_in(request: HttpRequest) -> None:
    actor = SimpleNamespace(
        user_title="SSP-konsulent",
        authority_name="Herlev Kommune",
        authority_kind="municipality",
        partnership_name="Vestegnen",
    )
    entry = SimpleNamespace(label="Indbakke", url="/indbakke/", icon="view-in-list", is_current=True, badge=12)
    request.actor = actor  # type: ignore[attr-defined]
    request.navigation = [entry]  # type: ignore[attr-defined]


def _page(request: HttpRequest) -> BeautifulSoup:
    frame = chrome(request) | {"csrf_token": "prøve"}
    return BeautifulSoup(render_to_string("ui/base.html", frame), "html.parser")


def test_a_guest_has_an_empty_frame(request_of_a_guest: HttpRequest) -> None:
    frame = chrome(request_of_a_guest)["chrome"]

    assert not frame.is_signed_in
    assert frame.navigation == ()


def test_the_acting_authority_is_always_shown(request_of_a_guest: HttpRequest) -> None:
    _sign_in(request_of_a_guest)

    page = _page(request_of_a_guest)

    badge = page.select_one(".acting")
    assert badge is not None
    assert badge.get_text(" ", strip=True) == "Du handler for Herlev Kommune"


def test_the_place_where_one_is_stands_out_in_the_navigation(request_of_a_guest: HttpRequest) -> None:
    _sign_in(request_of_a_guest)

    page = _page(request_of_a_guest)

    here = page.select_one(".main-nav [aria-current=page]")
    assert here is not None
    assert here.get_text(" ", strip=True) == "Indbakke 12"


def test_a_guest_is_not_offered_to_sign_out(request_of_a_guest: HttpRequest) -> None:
    assert "Log ud" not in _page(request_of_a_guest).get_text()
