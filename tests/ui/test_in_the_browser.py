"""The gallery in a real browser: live parts, drafts, maps, shortcuts; no accessibility or policy violation."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Browser, Error, Page

from tests.journeys.behind_the_scenes import wait_until
from tests.ui.urls import World

pytestmark = pytest.mark.browser

AXE = settings.ROOT_FOLDER / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = {"phone": (360, 800), "desk": (1440, 900)}
COMPLAINTS = ("Content Security Policy", "requires 'Trusted")
MIDDLEWARE = ["csp.middleware.CSPMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of the gallery alone: no database, no sign-in."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = settings.STORAGES | {"staticfiles": plain}
    with override_settings(ROOT_URLCONF="tests.ui.urls", MIDDLEWARE=MIDDLEWARE, STORAGES=storages):
        application = StaticFilesHandler(get_wsgi_application())
        with make_server("127.0.0.1", 0, application, handler_class=_Quiet) as server:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
            thread.start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()
            thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A desk-sized page; whatever the browser complains about fails the test."""
    World.version, World.is_signed_out, World.drafts, World.asked = 1, False, [], []
    complaints: list[str] = []
    with browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}, locale="da-DK") as context:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda line: complaints.append(line.text) if any(each in line.text for each in COMPLAINTS) else None,
        )
        yield page
    assert complaints == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/ui/", "/live/", "/fejl/404/", "/fejl/500/", "/fejl/expired/"])
def test_everybody_can_use_the_components(browser: Browser, address: str, path: str, size: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(base_url=address, viewport={"width": width, "height": height}, bypass_csp=True)
    page.goto(path, wait_until="networkidle")
    page.add_script_tag(path=AXE)

    found = page.evaluate("rules => axe.run({preload: false, runOnly: rules})", RULES)

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_live_part_is_refreshed_and_announced_and_keeps_the_focus(page: Page) -> None:
    page.goto("/live/")
    page.get_by_role("link", name="Et link").focus()

    World.version = 2
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    page.get_by_text("Version 2").wait_for()
    page.locator("#announcements", has_text="Listen er opdateret").wait_for(state="attached")
    assert page.evaluate("document.activeElement.textContent") == "Et link"


def test_a_quick_part_does_not_hurry_the_others_on_the_page(page: Page) -> None:
    page.goto("/to-takter/")

    wait_until(lambda: World.asked.count("langsom") == 2)

    assert World.asked.count("hurtig") >= 5


def test_a_draft_is_kept_on_the_server_without_secrets_or_files(page: Page) -> None:
    page.goto("/ui/")
    page.fill("#id_tom-secret", "hemmeligt")
    page.fill("#id_tom-text", "To ruder knust")

    page.get_by_text("Kladde gemt kl. 09.05").wait_for()

    kept = World.drafts[-1]
    assert (kept["draft_key"], kept["tom-text"]) == ("galleri", "To ruder knust")
    assert "tom-secret" not in kept
    assert "tom-photo" not in kept


def test_a_draft_is_sent_when_the_page_is_left(page: Page) -> None:
    page.goto("/ui/")
    page.fill("#id_tom-text", "Skal videre")

    page.goto("/live/")

    # The request outlives its page, so that no page can wait for it.
    wait_until(lambda: [draft["tom-text"] for draft in World.drafts] == ["Skal videre"])


def test_whoever_is_signed_out_keeps_the_text_and_is_told_so(page: Page) -> None:
    World.is_signed_out = True
    page.goto("/ui/")
    page.fill("#id_tom-text", "Må ikke gå tabt")

    page.get_by_text("Du er logget ud. Det, du har skrevet, står her stadig.").wait_for()

    assert page.input_value("#id_tom-text") == "Må ikke gå tabt"
    assert page.get_by_role("link", name="Log ind i et nyt vindue").get_attribute("target") == "_blank"


def test_a_point_on_the_map_fills_its_fields_also_by_keyboard(page: Page) -> None:
    page.goto("/ui/")
    page.locator("#kort-punkt .leaflet-container[aria-busy=false]").click(position={"x": 200, "y": 100})
    clicked = page.input_value("#punkt-lat")

    page.get_by_role("button", name="Vælg midten af kortet").press("Enter")

    assert 55.7 < float(clicked) < 55.8
    assert page.input_value("#punkt-lat") != clicked


def test_three_corners_make_an_outline_and_undoing_one_unmakes_it(page: Page) -> None:
    page.goto("/ui/")
    chart = page.locator("#kort-tegn .leaflet-container[aria-busy=false]")
    for x, y in ((90, 60), (220, 60), (220, 180)):
        chart.click(position={"x": x, "y": y}, delay=300)

    outline = json.loads(page.input_value("#omrids"))
    page.get_by_role("button", name="Fortryd hjørne").click()

    assert outline["type"] == "Polygon"
    assert len(outline["coordinates"][0]) == 4
    assert page.input_value("#omrids") == ""


def test_points_that_cover_each_other_share_a_pin_with_their_number(page: Page) -> None:
    page.goto("/ui/")
    pin = page.locator("#kort-vis").get_by_role("button", name="2 her")

    pin.press("Enter")

    assert page.locator("#kort-vis .map-list").inner_text() == "Ophold i gruppe\nStøj"


def test_shortcuts_are_listed_work_and_can_be_switched_off(page: Page) -> None:
    page.goto("/ui/")
    page.keyboard.press("?")
    assert "Udgiv billedet" in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")

    page.keyboard.press("u")
    page.wait_for_url("**/ui/#forms")

    page.keyboard.press("?")
    page.get_by_role("button", name="Slå genvejstaster fra").click()
    page.goto("/ui/")
    page.keyboard.press("u")
    assert not page.url.endswith("#forms")


def test_a_shortcut_never_fires_while_typing(page: Page) -> None:
    page.goto("/ui/")
    page.locator("#id_tom-headline").press("u")

    assert page.input_value("#id_tom-headline") == "u"
    assert not page.url.endswith("#forms")


def test_the_counter_says_how_much_is_left(page: Page) -> None:
    page.goto("/ui/")
    page.fill("#id_tom-text", "Fem ord er helt nok")

    assert page.locator('[data-counts="id_tom-text"]').inner_text() == "481 tegn tilbage"


# Each tries to make something active of a string, and gives what came of it.
STRINGS = {
    "html": "() => { const box = document.createElement('p'); box.innerHTML = '<img src=x onerror=x()>'; return box; }",
    "script": "() => { document.createElement('script').textContent = 'x()'; }",
    "address": "() => { document.createElement('script').src = 'https://eksempel.invalid/x.js'; }",
    "own address": "() => { document.createElement('script').src = '/static/ui/keys.js'; }",
    "page": "() => { new DOMParser().parseFromString('<p>x</p>', 'text/html'); }",
    "policy": "() => { trustedTypes.createPolicy('another', { createHTML: (text) => text }); }",
}


@pytest.mark.parametrize("attempt", STRINGS.values(), ids=STRINGS)
def test_no_string_becomes_script_or_html(browser: Browser, address: str, attempt: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/live/")

        with pytest.raises(Error, match="TypeError"):
            page.evaluate(attempt)


def test_beside_a_map_a_string_with_tags_is_text(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/ui/")
        page.locator("#kort-vis .leaflet-container[aria-busy=false]").wait_for()

        shown = page.evaluate(
            f"() => {{ const box = ({STRINGS['html']})(); return [box.children.length, box.textContent]; }}"
        )
        sign = page.locator("#kort-vis .leaflet-control-zoom-in span").inner_text()

    assert shown == [0, "<img src=x onerror=x()>"]
    assert sign == "+"
