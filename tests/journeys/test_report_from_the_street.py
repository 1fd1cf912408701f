"""Point 3: a street worker reports from a phone, in a few taps, whatever happens to the net."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.people import COORDINATOR, OTHER_STREET_WORKER, STREET_WORKER
from tests.journeys.steps import expect_saved, fill_in, send, write_report
from tests.journeys.visitor import PHONE, Visits


def test_only_what_and_where_are_asked_for(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    page.goto("/indberet/")

    send(page)
    complaints = page.locator(".error-summary li, .alert-error li").all_inner_texts()

    assert len(complaints) == 2, complaints
    page.get_by_label("Hvad skete der?").fill("Høj musik ved nedgangen.")
    page.get_by_label("Område").select_option(index=1)
    send(page)
    expect_saved(page)


def test_several_are_reported_in_one_go(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Første af to: knuste flasker.", place="Legepladsen")

    page.get_by_role("button", name="Gem og skriv én til").click()
    expect(page.get_by_text("Gemt. Skriv den næste.")).to_be_visible()
    expect(page.get_by_label("Hvad skete der?")).to_have_value("")
    fill_in(page, "Anden af to: lygten er slukket.", place="Stien")
    send(page)

    expect_saved(page)
    expect(page.get_by_text("Første af to: knuste flasker.").first).to_be_visible()
    expect(page.get_by_text("Anden af to: lygten er slukket.").first).to_be_visible()


def test_nothing_to_report_is_one_tap(visits: Visits) -> None:
    page = visits.user(OTHER_STREET_WORKER, PHONE)
    page.goto("/indberet/")

    page.get_by_role("button", name="Intet at bemærke").click()

    expect_saved(page)
    expect(page.get_by_text("Intet at bemærke").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_urgent_report_reaches_the_open_inbox(visits: Visits, *, scripts: bool) -> None:
    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/indbakke/")
    unread = coordinator.locator("#unread-count").inner_text()
    words = f"Stort opløb{'' if scripts else ' uden script'}, folk kommer til."
    page = visits.user(STREET_WORKER, PHONE, scripts=scripts)
    write_report(page, words, place="Stationen")

    page.get_by_text("Det haster").click()
    send(page)

    expect_saved(page)
    entry = coordinator.locator("#inbox-list li").filter(has_text=words).first
    expect(entry).to_be_visible()
    expect(entry.get_by_text("Haster", exact=True)).to_be_visible()
    expect(coordinator.locator("#unread-count")).not_to_have_text(unread)


@dataclass(frozen=True, kw_only=True)
class Impossible:
    """A time that cannot be: how it is told, and what is said of it."""

    choice: str
    days_ahead: int
    clocks: dict[str, str]
    complaint: str


FUTURE = Impossible(choice="Tidligere", days_ahead=3, clocks={"Klokken": "10:00"}, complaint="ligger i fremtiden")
BACKWARDS = Impossible(
    choice="Fra – til",
    days_ahead=-2,
    clocks={"Klokken": "16:00", "Til klokken": "14:00"},
    complaint="Slut ligger før start.",
)


@pytest.mark.parametrize("time", [FUTURE, BACKWARDS], ids=["in the future", "end before start"])
def test_a_time_that_cannot_be_is_refused_beside_the_field(visits: Visits, time: Impossible) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Uro ved skolen, tiden er skrevet forkert.")
    page.get_by_text(time.choice, exact=True).click()
    page.get_by_label(re.compile("^Dag")).fill((timezone.localdate() + timedelta(days=time.days_ahead)).isoformat())
    for label, clock in time.clocks.items():
        page.get_by_label(re.compile(f"^{label}")).fill(clock)

    send(page)

    expect(page.locator(".form-error-message").filter(has_text=time.complaint)).to_be_visible()
    expect(page.get_by_label("Hvad skete der?")).to_have_value("Uro ved skolen, tiden er skrevet forkert.")


def test_a_net_that_goes_loses_no_words(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    page.goto("/indberet/")
    page.context.set_offline(True)

    page.get_by_label("Hvad skete der?").press_sequentially("Skrevet uden net.")
    expect(page.get_by_text("Ingen forbindelse.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Kladde gemt")).to_be_visible()
    page.reload()

    expect(page.get_by_label("Hvad skete der?")).to_have_value("Skrevet uden net.")


def test_a_photo_loses_where_and_when_it_was_taken(visits: Visits, tmp_path: Path) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Graffiti på muren.", place="Muren ved hallen")
    page.get_by_text("Antal og billeder").click()
    page.get_by_label("Billeder").set_input_files(_photo_with_place(tmp_path))

    send(page)
    expect_saved(page)
    address = page.locator("li, article").filter(has_text="Graffiti på muren.").locator("a[href*='/foto/']").first
    kept = page.request.get(str(address.get_attribute("href")))

    assert kept.ok
    with Image.open(io.BytesIO(kept.body())) as image:
        assert image.size == (640, 480)
        assert dict(image.getexif()) == {}


def _photo_with_place(folder: Path) -> Path:
    exif = Image.Exif()
    exif[0x010F] = "Opdigtet Kamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 44.0, 0.0), 3: "E", 4: (12.0, 29.0, 0.0)})
    path = folder / "mur.jpg"
    Image.new("RGB", (640, 480), "silver").save(path, exif=exif)
    with Image.open(path) as image:
        assert image.getexif().get_ifd(0x8825)
    return path


def test_the_reporter_sees_in_which_picture_it_was_used(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    page.goto("/mine-indberetninger/")

    page.get_by_role("link", name="Situationsbillede nr.").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Situationsbillede nr.")
