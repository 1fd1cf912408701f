"""People at their screens: signed in by one click, on a phone or at a desk, hearing what a page complains of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, expect

from rundbord.operating.places import NODE_MODULES

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}
# Longer than the slowest thing that comes by itself on a busy machine: a live part looks every five seconds.
PATIENCE_MS = 30_000
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_EXPECTED = (*(f"status of {code}" for code in (401, 403, 404, 409, 503)), "ERR_INTERNET_DISCONNECTED")


@dataclass
class Visits:
    """All who have come in during one journey."""

    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def stranger(self, size: ViewportSize = DESK, *, scripts: bool = True) -> Page:
        """Let in somebody who is not signed in."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport=size,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            java_script_enabled=scripts,
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def user(self, name: str, size: ViewportSize = DESK, *, scripts: bool = True) -> Page:
        """Let in a user of the demonstration by the name that the sign-in page shows."""
        page = self.stranger(size, scripts=scripts)
        page.goto("/log-ind/")
        sign_in_as(page, name)
        return page

    def leave(self) -> None:
        """Close all pages; fail when one of them complained to the console."""
        for context in self.contexts:
            context.close()
        assert not self.complaints, "\n".join(self.complaints)

    def _listen(self, message: ConsoleMessage) -> None:
        is_of_axe = message.text.startswith("Applying inline style") and not message.location["url"]
        if message.type == "error" and not is_of_axe and not any(each in message.text for each in _EXPECTED):
            self.complaints.append(message.text)


def sign_in_as(page: Page, name: str) -> None:
    """Take the offer of the demonstration's sign-in page, wherever it is folded away."""
    closed = page.locator(".foldout:not([open]) > summary")
    while closed.count():
        closed.first.click()
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_url(lambda url: "/log-ind/" not in url)


def violations(page: Page) -> list[str]:
    """Give what axe finds against WCAG 2.2 AA on the page as it stands: address, width, rule, target."""
    if page.evaluate("window.axe === undefined"):
        page.evaluate(_axe())
    # No rule of ours needs the style sheets and films that axe would fetch beforehand.
    options = {"runOnly": {"type": "tag", "values": _WCAG}, "resultTypes": ["violations"], "preload": False}
    found: list[dict[str, Any]] = page.evaluate(
        "async options => (await axe.run(document, options)).violations", options
    )
    return [
        f"{at(page)}: {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in found
        for node in violation["nodes"]
    ]


def at(page: Page) -> str:
    """Say where one is: the address, and how wide the screen is."""
    assert page.viewport_size
    return f"{page.url} at {page.viewport_size['width']} pixels"


def wait_for_maps(page: Page) -> None:
    """Wait until the maps of the page are drawn and answer: Leaflet comes after the page."""
    expect(page.locator(".map-canvas:not([aria-busy=false])")).to_have_count(0)


def show_whole(page: Page, size: ViewportSize) -> None:
    """Give the page a screen of this width and as high as it is: the bar at the bottom covers nothing then."""
    page.set_viewport_size(size)
    height: int = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})


def overflows(page: Page) -> bool:
    """Tell whether the page must be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"))


def faults(page: Page) -> list[str]:
    """Look at the page as it stands, on a phone and at a desk: what axe finds, and whether it is too wide."""
    found, size = [], page.viewport_size
    assert size is not None
    for each in (PHONE, DESK):
        show_whole(page, each)
        found += violations(page)
        if overflows(page):
            found.append(f"{at(page)}: too wide")
    page.set_viewport_size(size)
    return found


@cache
def _axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
