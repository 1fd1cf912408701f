"""Every screen that a role reaches by links: no violation of WCAG 2.2 AA, no scrolling sideways, no English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.journeys.visitor import DESK, PHONE, Visits, overflows, show_whole, violations

ROLES = [
    "Koordinator, SSP Gladsaxe",
    "Gademedarbejder, Gladsaxe",
    "Forebyggelsesbetjent",
    "SSP-konsulent, Herlev",
    "Ungechef, Gladsaxe",
    "Partnerskabssekretær",
    "Boligsocial medarbejder, Vestbo",
    "Databeskyttelsesrådgiver, Gladsaxe",
    "Administrator, Gladsaxe",
]
# Answers with a file, or ends the session.
_NOT_A_PAGE = re.compile(r"/(pdf|regneark|foto|log-ud)(/|$)|\.(csv|xlsx|pdf)$")
# All help is one page with other words; whether each has words is a question for tests/ui.
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)|(?<=/hjaelp/)[a-z-]+")
# Words that would betray an untranslated page.
_ENGLISH = re.compile(r"\b(This field|Select a|Enter a|Submit|Delete|Page not found|required|Sign in|Save)\b")


_FEWEST_SCREENS = 7
# Leaflet comes after the page; a screen is judged when its maps stand.
_MAPS_STAND = "[...document.querySelectorAll('[data-map]')].every(map => map.querySelector('.leaflet-map-pane'))"


@pytest.mark.parametrize("role", ROLES)
def test_every_screen_a_role_reaches_is_for_everybody(role: str, visits: Visits) -> None:
    page = visits.user(role)

    wrong_at = {path: _wrong_with(page) for path in _screens_reached(page)}

    assert len(wrong_at) > _FEWEST_SCREENS
    assert {path: wrong for path, wrong in wrong_at.items() if wrong} == {}


def test_the_sign_in_page_is_for_everybody(visits: Visits) -> None:
    page = visits.stranger()

    page.goto("/log-ind/")

    assert _wrong_with(page) == []


def _wrong_with(page: Page) -> list[str]:
    """Judge the words once, and the page at the size of a desk and of a phone."""
    page.wait_for_function(_MAPS_STAND)
    words = page.locator("body").inner_text()
    english = [f"{page.url}: English: {word}" for word in _ENGLISH.findall(words)]
    return english + _wrong_at(page, PHONE) + _wrong_at(page, DESK)


def _wrong_at(page: Page, size: ViewportSize) -> list[str]:
    show_whole(page, size)
    sideways = [f"{page.url}: must be scrolled sideways at {size['width']} pixels"] if overflows(page) else []
    return sideways + violations(page)


def _screens_reached(page: Page) -> Iterator[str]:
    """Stand on each screen that links lead to; of addresses that differ only in a key, one is enough."""
    seen = {"/"}
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path} answers {answer.status}"
        found = {_KEY.sub("*", there): there for there in _links(page)}
        yield path
        waiting += [there for shape, there in found.items() if shape not in seen]
        seen |= found.keys()


def _links(page: Page) -> list[str]:
    here = urlsplit(page.url)
    hrefs: list[str] = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    there = [urlsplit(href) for href in hrefs]
    return [each.path for each in there if each[:2] == here[:2] and not _NOT_A_PAGE.search(each.path)]
