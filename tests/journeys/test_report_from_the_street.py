"""Point 3: a street worker reports from a phone, whatever happens to the words, the net and the session."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.visitor import PHONE, Visits, sign_in_as

STREET_WORKER = "Gademedarbejder, Gladsaxe"
COORDINATOR = "Koordinator, SSP Gladsaxe"
SOON = 20_000


@pytest.fixture(autouse=True)
def _empty_forms(behind_the_scenes: Rows) -> None:
    behind_the_scenes.forget_drafts()


def _form(visits: Visits, *, scripts: bool = True, who: str = STREET_WORKER) -> Page:
    page = visits.user(who, PHONE, scripts=scripts)
    page.goto("/indberet/")
    return page


def _write(page: Page, words: str, *, place: str = "Kiosken ved torvet") -> None:
    page.get_by_label("Hvad skete der?").fill(words)
    page.get_by_label("Gade eller sted").fill(place)


def _save(page: Page) -> None:
    page.get_by_role("button", name="Gem", exact=True).click()


def _saved(page: Page) -> None:
    expect(page.get_by_text("Indberetningen er gemt.")).to_be_visible()


def test_only_what_and_where_are_asked_for(visits: Visits) -> None:
    page = _form(visits)

    _save(page)
    complaints = page.locator(".error-summary li, .alert-error li").all_inner_texts()

    assert len(complaints) == 2, complaints
    page.get_by_label("Hvad skete der?").fill("Høj musik ved nedgangen.")
    page.get_by_label("Område").select_option(index=1)
    _save(page)
    _saved(page)


def test_several_are_reported_in_one_go(visits: Visits) -> None:
    page = _form(visits)
    _write(page, "Første af to: knuste flasker.", place="Legepladsen")

    page.get_by_role("button", name="Gem og skriv én til").click()
    expect(page.get_by_text("Gemt. Skriv den næste.")).to_be_visible()
    expect(page.get_by_label("Hvad skete der?")).to_have_value("")
    _write(page, "Anden af to: lygten er slukket.", place="Stien")
    _save(page)

    _saved(page)
    expect(page.get_by_text("Første af to: knuste flasker.").first).to_be_visible()
    expect(page.get_by_text("Anden af to: lygten er slukket.").first).to_be_visible()


def test_nothing_to_report_is_one_tap(visits: Visits) -> None:
    page = _form(visits, who="Gademedarbejder, Herlev")

    page.get_by_role("button", name="Intet at bemærke").click()

    _saved(page)
    expect(page.get_by_text("Intet at bemærke").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_urgent_report_reaches_the_open_inbox(visits: Visits, *, scripts: bool) -> None:
    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/indbakke/")
    words = f"Stort opløb{'' if scripts else ' uden script'}, folk kommer til."
    page = _form(visits, scripts=scripts)
    _write(page, words, place="Stationen")

    page.get_by_text("Det haster").click()
    _save(page)

    _saved(page)
    entry = coordinator.locator("#inbox-list li").filter(has_text=words).first
    expect(entry).to_be_visible(timeout=SOON)
    expect(entry.get_by_text("Haster", exact=True)).to_be_visible()


def test_a_time_in_the_future_is_refused_beside_the_field(visits: Visits) -> None:
    page = _form(visits)
    _write(page, "Uro ved skolen, dagen er skrevet forkert.")
    page.get_by_text("Tidligere", exact=True).click()
    page.get_by_label(re.compile("^Dag")).fill((timezone.localdate() + timedelta(days=3)).isoformat())
    page.get_by_label(re.compile("^Klokken")).fill("10:00")

    _save(page)

    expect(page.locator(".form-error-message").filter(has_text="ligger i fremtiden")).to_be_visible()
    expect(page.get_by_label("Hvad skete der?")).to_have_value("Uro ved skolen, dagen er skrevet forkert.")


def test_an_end_before_the_start_is_refused_beside_the_field(visits: Visits) -> None:
    page = _form(visits)
    _write(page, "Uro ved hallen, klokken er byttet om.")
    page.get_by_text("Fra – til", exact=True).click()
    page.get_by_label(re.compile("^Dag")).fill((timezone.localdate() - timedelta(days=2)).isoformat())
    page.get_by_label(re.compile("^Klokken")).fill("16:00")
    page.get_by_label(re.compile("^Til klokken")).fill("14:00")

    _save(page)

    expect(page.locator(".form-error-message").filter(has_text="Slut ligger før start.")).to_be_visible()
    expect(page.get_by_label("Hvad skete der?")).to_have_value("Uro ved hallen, klokken er byttet om.")


def test_a_cpr_number_is_stopped_with_the_words_shown(visits: Visits) -> None:
    page = _form(visits)
    _write(page, "Han viste sit kort, 010190-9990, til os.")

    _save(page)

    expect(page.locator(".guard").get_by_text("010190-9990").first).to_be_visible()
    expect(page.get_by_text("Behold ordene")).to_have_count(0)
    expect(page).to_have_url(re.compile("/indberet/$"))


def test_a_name_is_warned_about_and_the_masked_wording_taken(visits: Visits) -> None:
    page = _form(visits)
    _write(page, "Mehmet råbte ad de andre.", place="Opgangen")

    _save(page)
    expect(page.locator(".guard-words").get_by_text("»Mehmet«")).to_be_visible()
    page.get_by_text("Brug dette forslag").click()
    _save(page)

    _saved(page)
    assert "Mehmet" not in page.locator("body").inner_text()


def test_keeping_a_name_is_possible_and_logged(visits: Visits, behind_the_scenes: Rows) -> None:
    before = behind_the_scenes.logged("guard_overridden")
    page = _form(visits)
    _write(page, "Fatima gik forbi, mens vi stod der.", place="Torvet")

    _save(page)
    page.get_by_text("Behold ordene").click()
    _save(page)

    _saved(page)
    expect(page.get_by_text("Fatima gik forbi, mens vi stod der.").first).to_be_visible()
    assert behind_the_scenes.logged("guard_overridden") == before + 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_session_that_ends_loses_no_words(visits: Visits, behind_the_scenes: Rows, *, scripts: bool) -> None:
    page = _form(visits, scripts=scripts, who="Gademedarbejder, Herlev")
    words = f"Skrevet, da tiden løb ud{'' if scripts else ' uden script'}."
    _write(page, words, place="Parken")
    behind_the_scenes.let_sessions_lapse("gade@herlev")

    _save(page)
    expect(page).to_have_url(re.compile("/log-ind/"))
    sign_in_as(page, "Gademedarbejder, Herlev")

    expect(page.get_by_label("Hvad skete der?")).to_have_value(words)
    expect(page.get_by_label("Gade eller sted")).to_have_value("Parken")
    _save(page)
    _saved(page)


def test_a_net_that_goes_loses_no_words(visits: Visits) -> None:
    page = _form(visits)
    page.context.set_offline(True)

    page.get_by_label("Hvad skete der?").press_sequentially("Skrevet uden net.")
    expect(page.get_by_text("Ingen forbindelse.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Kladde gemt")).to_be_visible(timeout=SOON)
    page.reload()

    expect(page.get_by_label("Hvad skete der?")).to_have_value("Skrevet uden net.")


def test_a_photo_loses_where_and_when_it_was_taken(visits: Visits, tmp_path: Path) -> None:
    page = _form(visits)
    _write(page, "Graffiti på muren.", place="Muren ved hallen")
    page.get_by_text("Antal og billeder").click()
    page.get_by_label("Billeder").set_input_files(_photo_with_place(tmp_path))

    _save(page)
    _saved(page)
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
