"""The rights desk: somebody asks to see what is kept, the sender is asked first, and the answer is handed out whole."""

from __future__ import annotations

import re
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.files import choose_what_to_tell, look_through, open_file
from tests.journeys.people import PREVENTION_OFFICER
from tests.journeys.visitor import PATIENCE_MS, PHONE, Visits, faults, overflows

REGISTRAR, REGISTRAR_OF_POLICE = "Registratur, Herlev", "Registratur, politiet"
NAME, CPR = "Indsigt Spørgesen", "650511-4008"
SEEN = "Stod ved stationen med den ældre gruppe fredag aften."
NECESSITY = "SSP skal tale med familien denne uge, mens kontakten til gruppen er ny. Ellers når gruppen ham først."


def test_an_access_request_goes_from_registration_over_the_sender_to_the_export(visits: Visits) -> None:
    _tell_herlev(visits.user(PREVENTION_OFFICER))
    desk = visits.user(REGISTRAR)

    _register(desk)
    address = desk.url
    assert NAME not in desk.title()
    _ask_the_sender(desk, address)
    _answer_for_the_police(visits.user(REGISTRAR_OF_POLICE, PHONE))
    _decide_everything(desk, address)

    desk.get_by_role("link", name="Se svaret").click()
    answer = desk.locator("main")
    expect(answer).to_contain_text(SEEN)
    expect(answer).to_contain_text("Datatilsynet")
    expect(answer).not_to_contain_text("Forebyggelsesbetjent")
    assert faults(desk) == []
    assert SEEN in _pdf(desk)
    desk.get_by_role("button", name="Svaret er sendt").click()
    expect(desk.locator("main")).to_contain_text("Afsluttet")


def _tell_herlev(officer: Page) -> None:
    file = open_file(officer, NAME, seen=SEEN)
    officer.goto(f"{file}giv-videre/")
    choose_what_to_tell(officer, SEEN, "SSP Herlev", necessity=NECESSITY)
    look_through(officer)
    officer.get_by_role("button", name="Giv videre").click()
    expect(officer.locator("#givet-videre")).to_contain_text("SSP Herlev")


def _register(desk: Page) -> None:
    desk.goto("/rettigheder/ny/")
    desk.get_by_text("Indsigt", exact=True).click()
    desk.get_by_label("Hvem handler det om?").fill(NAME)
    desk.get_by_label("CPR-nummer").fill(CPR)
    assert faults(desk) == []
    assert not overflows(desk)
    desk.get_by_role("button", name="Registrér").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Indsigt")


def _ask_the_sender(desk: Page, address: str) -> None:
    ask = desk.get_by_role("link", name="Spørg afsenderne")
    for _ in range(PATIENCE_MS // 1000):
        # The worker gathers; the page says so until it has.
        desk.goto(address)
        if ask.count():
            break
        desk.wait_for_timeout(1000)
    expect(desk.locator("#received")).to_contain_text("Politi")
    assert faults(desk) == []
    ask.click()
    desk.get_by_role("button", name="Spørg").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Indsigt")


def _answer_for_the_police(police: Page) -> None:
    police.goto("/rettigheder/spurgt/")
    police.locator(".entry a").first.click()
    expect(police.locator("main")).to_contain_text(SEEN)
    assert faults(police) == []
    assert not overflows(police)
    police.get_by_text("Må udleveres", exact=True).first.click()
    police.get_by_role("button", name="Send svaret").click()
    expect(police.get_by_role("heading", level=1)).to_have_text("Spurgt af andre")


def _decide_everything(desk: Page, address: str) -> None:
    while True:
        desk.goto(address)
        waiting = desk.locator(".entry").filter(has_text="Mangler afgørelse").locator("a")
        if not waiting.count():
            return
        waiting.first.click()
        desk.get_by_text("Udleveres", exact=True).click()
        desk.get_by_role("button", name="Gem afgørelsen").click()
        expect(desk).to_have_url(re.compile(re.escape(address)))


def _pdf(desk: Page) -> str:
    address = desk.get_by_role("link", name="Hent brevet som PDF").get_attribute("href")
    answer = desk.request.get(str(address))
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.body())).pages)
