"""Every screen that a role reaches by links: no violation of WCAG 2.2 AA, no scrolling sideways, no English."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.journeys.judged import Judged
from tests.journeys.visitor import DESK, PHONE, Visits, at, overflows, show_whole, violations, wait_for_maps

ROLES = [
    "Koordinator, SSP Gladsaxe",
    "Gademedarbejder, Gladsaxe",
    # Is on a shift that runs, and meets what can only be done on one.
    "Gademedarbejder, Ballerup",
    "Forebyggelsesbetjent",
    "SSP-konsulent, Herlev",
    "Ungechef, Gladsaxe",
    "Partnerskabssekretær",
    "Boligsocial medarbejder, Vestbo",
    "Databeskyttelsesrådgiver, Gladsaxe",
    "Administrator, Gladsaxe",
    # One has told, the other was told.
    "Exit-koordinator, Gladsaxe",
    "Exit-koordinator, politiet",
]
# Answers with a file, or ends the session.
_NOT_A_PAGE = re.compile(r"/(pdf|regneark|foto|log-ud|kontrolpunkt|noegler)(/|$)|\.(csv|xlsx|pdf|ics)$")
# All help is one page with other words; whether each has words is a question for tests/ui.
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)|(?<=/hjaelp/)[a-z-]+")
# Words that would betray an untranslated page.
_ENGLISH = re.compile(r"\b(This field|Select a|Enter a|Submit|Delete|Page not found|required|Sign in|Save)\b")
_FEWEST_SCREENS = 7


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """What any worker has judged in this run."""
    own = tmp_path_factory.getbasetemp()
    return Judged((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "judged.txt")


@pytest.mark.parametrize("role", ROLES)
def test_every_screen_a_role_reaches_is_for_everybody(role: str, visits: Visits, judged: Judged) -> None:
    page = visits.user(role)

    wrong_at = {path: _wrong_with(page, judged) for path in _screens_reached(page)}

    assert len(wrong_at) > _FEWEST_SCREENS
    wrong = [f"{role}: {each}" for found in wrong_at.values() for each in found]
    assert not wrong, "\n".join(wrong)


def test_the_sign_in_page_is_for_everybody(visits: Visits, judged: Judged) -> None:
    page = visits.stranger()

    page.goto("/log-ind/")

    assert _wrong_with(page, judged) == []


def test_an_element_that_only_one_role_meets_is_judged_for_that_role(visits: Visits, tmp_path: Path) -> None:
    page, judged = visits.user("Administrator, Gladsaxe"), Judged(tmp_path / "judged.txt")
    assert judged.shows_something_new(page, "/")
    assert not judged.shows_something_new(page, "/")

    page.evaluate("document.querySelector('main').append(document.createElement('img'))")

    assert judged.shows_something_new(page, "/")


def _wrong_with(page: Page, judged: Judged) -> list[str]:
    """Judge the words and the width of every page, and by the rules each that shows what no other role has met."""
    wait_for_maps(page)
    words = page.locator("body").inner_text()
    english = [f"{at(page)}: English: {word}" for word in _ENGLISH.findall(words)]
    is_new = judged.shows_something_new(page, _shape(urlsplit(page.url).path))
    return english + [each for size in (PHONE, DESK) for each in _wrong_at(page, size, is_new=is_new)]


def _wrong_at(page: Page, size: ViewportSize, *, is_new: bool) -> list[str]:
    page.set_viewport_size(size)
    sideways = [f"{at(page)}: must be scrolled sideways"] if overflows(page) else []
    if not is_new:
        return sideways
    show_whole(page, size)
    return sideways + violations(page)


def _shape(path: str) -> str:
    return _KEY.sub("*", path)


def _screens_reached(page: Page) -> Iterator[str]:
    """Stand on each screen that links lead to; of addresses that differ only in a key, one is enough."""
    seen = {"/"}
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path} answers {answer.status}"
        found = {_shape(there): there for there in _links(page)}
        yield path
        waiting += [there for shape, there in found.items() if shape not in seen]
        seen |= found.keys()


def _links(page: Page) -> list[str]:
    here = urlsplit(page.url)
    hrefs: list[str] = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    there = [urlsplit(href) for href in hrefs]
    return [each.path for each in there if each[:2] == here[:2] and not _NOT_A_PAGE.search(each.path)]
