"""Point 8: who sits at the table and for how long; areas drawn, imported, found by street, and judged by two sides."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.journeys.people import OTHER_STREET_WORKER, PREVENTION_OFFICER, SECRETARY
from tests.journeys.steps import report
from tests.journeys.visitor import DESK, PHONE, Visits, wait_for_maps

SQUARE = [[12.43, 55.73], [12.44, 55.73], [12.44, 55.74], [12.43, 55.74], [12.43, 55.73]]
BOW_TIE = [[12.45, 55.73], [12.46, 55.74], [12.46, 55.73], [12.45, 55.74], [12.45, 55.73]]
MENDED = [[12.45, 55.73], [12.46, 55.73], [12.46, 55.74], [12.45, 55.74], [12.45, 55.73]]


def _new_area(page: Page, name: str) -> Locator:
    """Begin an area; give the map when it can be drawn on."""
    page.goto("/omraader/nyt/")
    page.get_by_label("Navn").fill(name)
    page.get_by_label("Type").select_option("Park og grønt område")
    wait_for_maps(page)
    return page.locator("#draw-map .map-canvas")


def _expect_drawn(page: Page, name: str) -> None:
    page.get_by_role("button", name="Gem området").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    expect(page.get_by_role("group", name="Kort over området").locator(".map-area")).to_be_visible()


def _open_area(page: Page, name: str) -> None:
    page.goto("/omraader/")
    page.get_by_role("link", name=name).first.click()


def _assess(page: Page, name: str, status: str, reason: str) -> None:
    _open_area(page, name)
    page.get_by_role("link", name="Vurder området").click()
    page.get_by_text(status, exact=True).click()
    page.get_by_label("Begrundelse").fill(reason)
    page.get_by_role("button", name="Gem vurderingen").click()


def _file(folder: Path, second: list[list[float]]) -> Path:
    features = [
        {"type": "Feature", "properties": {"navn": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for name, ring in (("Kirsebærlunden", SQUARE), ("Sløjfen", second))
    ]
    path = folder / "omraader.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["at a desk", "on a phone"])
def test_an_area_is_drawn_corner_by_corner_and_a_corner_taken_back(visits: Visits, size: ViewportSize) -> None:
    name = f"Prøveparken {size['width']}"
    page = visits.user(SECRETARY, size)
    canvas = _new_area(page, name)

    for x, y in ((100, 120), (250, 120), (250, 270), (100, 300)):
        canvas.click(position={"x": x, "y": y})
    page.get_by_role("button", name="Fortryd hjørne").click()

    expect(canvas.locator(".map-corner")).to_have_count(3)
    _expect_drawn(page, name)


def test_an_area_is_drawn_by_keyboard_alone(visits: Visits) -> None:
    page = visits.user(SECRETARY)
    canvas = _new_area(page, "Tastaturhaven")

    for number, key in enumerate(("ArrowRight", "ArrowDown", "ArrowLeft"), start=1):
        page.get_by_role("button", name="Hjørne i midten af kortet").press("Enter")
        expect(canvas.locator(".map-corner")).to_have_count(number)
        canvas.press(key)
        expect(page.locator(".leaflet-pan-anim")).to_have_count(0)

    _expect_drawn(page, "Tastaturhaven")


def test_without_scripts_an_area_is_known_by_its_streets(visits: Visits) -> None:
    page = visits.user(SECRETARY, scripts=False)
    page.goto("/omraader/nyt/")
    page.get_by_label("Navn").fill("Stille kvarter")
    page.get_by_label("Type").select_option("Boligområde")
    page.get_by_label("Gader").fill("Opdigtet Allé")

    page.get_by_role("button", name="Gem området").click()

    expect(page.get_by_text("Området har intet omrids. Det kendes på sine gader.")).to_be_visible()


def test_a_file_with_an_outline_that_crosses_itself_is_explained_and_mended(visits: Visits, tmp_path: Path) -> None:
    page = visits.user(SECRETARY)
    page.goto("/omraader/indlaes/")
    page.get_by_label("Ligger i").select_option("Herlev")

    page.get_by_label("GeoJSON-fil").set_input_files(_file(tmp_path, BOW_TIE))
    page.get_by_role("button", name="Se filen igennem").click()
    expect(page.get_by_text("1 af 2 områder har fejl.")).to_be_visible()
    expect(page.get_by_text("Omridset krydser sig selv ved 55,73500° N, 12,45500° Ø.")).to_be_visible()
    page.get_by_label("GeoJSON-fil").set_input_files(_file(tmp_path, MENDED))
    page.get_by_role("button", name="Se filen igennem").click()
    expect(page.get_by_role("group", name="Områderne i filen").locator(".map-area")).to_have_count(2)
    page.get_by_role("button", name="Indlæs områderne").click()

    expect(page.get_by_role("link", name="Kirsebærlunden")).to_be_visible()
    expect(page.get_by_role("link", name="Sløjfen")).to_be_visible()


def test_a_street_named_in_a_report_leads_to_its_area(visits: Visits) -> None:
    secretary = visits.user(SECRETARY)
    _open_area(secretary, "Hjortespring")
    secretary.get_by_role("link", name=re.compile("^Ret")).click()
    streets = secretary.get_by_label("Gader")
    streets.fill(f"{streets.input_value()}\nPuslespilsvej")
    secretary.get_by_role("button", name="Gem", exact=True).click()
    expect(secretary.get_by_text("Puslespilsvej")).to_be_visible()

    reporter = visits.user(OTHER_STREET_WORKER, PHONE)
    report(reporter, "Væltede cykler foran kiosken.", place="puslespilsvej")

    own = reporter.locator("li", has_text="Væltede cykler foran kiosken.").first
    expect(own).to_contain_text("Hjortespring")


def test_police_and_ssp_together_say_that_an_area_is_free_of_gangs(visits: Visits) -> None:
    police = visits.user(PREVENTION_OFFICER)
    _assess(police, "Mørkhøj", "Bandefrit", "Ingen bandeaktivitet set i et år.")
    expect(police.get_by_text("Status står fast, når begge siger det samme.")).to_be_visible()
    ssp = visits.user("SSP-konsulent, Gladsaxe")

    _assess(ssp, "Mørkhøj", "Bandefrit", "Klub og gadeteam ser det samme.")

    expect(ssp.get_by_text("Politi og SSP siger det samme siden")).to_be_visible()
    history = ssp.get_by_role("region", name="Historik").or_(ssp.locator(".panel", has_text="Historik")).first
    expect(history).to_contain_text("Ingen bandeaktivitet set i et år.")
    expect(history).to_contain_text("Klub og gadeteam ser det samme.")
    ssp.goto("/omraader/")
    expect(ssp.locator("tr", has_text="Mørkhøj")).to_contain_text("Bandefrit")


def test_ssp_of_another_municipality_is_not_asked_about_the_area(visits: Visits) -> None:
    page = visits.user("SSP-konsulent, Ballerup")

    _open_area(page, "Mørkhøj")

    expect(page.get_by_role("heading", name="Mørkhøj", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Vurder området")).to_have_count(0)


def test_the_agreement_is_extended_and_keeps_its_first_end(visits: Visits) -> None:
    page = visits.user(SECRETARY)
    year = timezone.localdate().year + 5
    page.goto("/partnerskab/")
    page.get_by_role("link", name="Forlæng aftalen").click()

    page.get_by_label("Ny slutdato").fill("2015-01-01")
    page.get_by_role("button", name="Forlæng", exact=True).click()
    expect(page.locator(".form-error-message, .form-error .error-message").first).to_be_visible()
    page.get_by_label("Ny slutdato").fill(f"{year}-12-31")
    page.get_by_label("Bemærkning").fill("Forlænget på mødet i styregruppen.")
    page.get_by_role("button", name="Forlæng", exact=True).click()

    expect(page.get_by_text("Forlænget på mødet i styregruppen.")).to_be_visible()
    expect(page.get_by_text(f"31. december {year}").first).to_be_visible()
    expect(page.get_by_text("Oprindelig slutdato: lørdag 31. december 2016.")).to_be_visible()


def test_a_unit_that_must_report_stands_with_its_days_and_its_hour(visits: Visits) -> None:
    secretary = visits.user(SECRETARY)
    secretary.goto("/partnerskab/")
    secretary.get_by_role("link", name="Tilføj enhed").click()
    expect(secretary.get_by_role("checkbox", checked=True)).to_have_count(5)

    secretary.get_by_label("Enhed").select_option("Ungdomsklubber Ballerup")
    for day in ("Lørdag", "Søndag"):
        secretary.get_by_text(day, exact=True).click()
    secretary.get_by_label("Senest kl.").fill("23:59")
    secretary.get_by_role("button", name="Tilføj", exact=True).click()

    row = secretary.locator("tr", has_text="Ungdomsklubber Ballerup")
    expect(row).to_contain_text("Alle dage")
    expect(row).to_contain_text("kl. 23.59")
    row.get_by_role("link", name="Afslut").click()
    secretary.get_by_label("Sidste dag").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    secretary.get_by_role("button", name="Afslut", exact=True).click()
    expect(row).to_contain_text("til ")
