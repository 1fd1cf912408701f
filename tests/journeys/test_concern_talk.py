"""A concern talk: invitation, three phases with the young person's own view, what the family gets, what followed."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.files import begin, look_into_honour, note, open_file, save_step
from tests.journeys.people import COORDINATOR, OTHER_COORDINATOR
from tests.journeys.visitor import PHONE, Visits, overflows, violations

NAME = "Samtale Samtalesen"
SEEN = "Sad på bænkene ved stationen til sent tre aftener."
OWN_VIEW = "Jeg vil helst bare spille fodbold, men de andre ringer hele tiden."
AGREED = "Møder til træning tirsdag og torsdag"


def test_a_talk_in_three_phases_with_its_summary_and_what_followed(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.user(COORDINATOR)
    address = begin(page, open_file(page, NAME, seen=SEEN), "Bekymringssamtale")
    look_into_honour(page, address)
    _invite(page, address)
    _plan(page, address)

    phone = visits.user(COORDINATOR, PHONE)
    _talk(phone, address)
    _hand_over(page, address)
    _follow_up(page, address, behind_the_scenes)

    stranger = visits.user(OTHER_COORDINATOR)
    stranger.goto(address)
    expect(stranger.get_by_role("heading", level=1)).to_contain_text("findes ikke")


def _invite(page: Page, address: str) -> None:
    note(page, address, "Inviter")
    page.get_by_text("Inviteret", exact=True).click()
    page.get_by_label("Hvad er anledningen?").fill("Vi har set dig ude sent og vil høre, hvordan du har det.")
    page.get_by_label("Hvem deltager fra jer?").fill("SSP-konsulenten og betjenten")
    page.get_by_label("Hvornår og hvor?").fill("Torsdag kl. 16 på biblioteket")
    for asked in ("voluntary_told", "companion_told", "notice_given"):
        page.locator(f"[name={asked}][value=yes]").check(force=True)
    save_step(page)
    told = _fetched(page, "Hent invitationen")
    assert "Samtalen er frivillig" in told
    assert "på biblioteket" in told


def _plan(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Planlæg tid").click()
    page.get_by_label("Hvornår?").fill(f"{timezone.localtime() + timedelta(days=3):%Y-%m-%dT%H:%M}")
    page.get_by_label("Hvor, og hvem kommer?").fill("På biblioteket")
    assert violations(page) == []
    page.get_by_role("button", name="Gem tiden").click()
    expect(page.locator("main")).to_contain_text("På biblioteket")


def _talk(phone: Page, address: str) -> None:
    """Written on the phone; without the young person's own view it does not stand, and nothing typed is lost."""
    note(phone, address, "Hold samtalen")
    for phase in ("1. Kortlægning", "2. Ansvarliggørelse", "3. Tiltag"):
        expect(phone.get_by_text(phase, exact=True)).to_be_visible()
    phone.get_by_text("Holdt", exact=True).click()
    for label, words in (
        ("Hvem deltog?", "Den unge, moren, SSP og betjenten"),
        ("Hvordan er situationen, og hvad har ført hertil?", "Nye venner siden sommer."),
        ("Hvad siger forældrene?", "Moren vil gerne ringes op."),
        ("Hvad går godt, og hvem støtter?", "Fodbold og en god træner."),
        ("Hvad kan det føre til, hvis det fortsætter?", "At andre bestemmer, hvor han er."),
    ):
        phone.get_by_label(label).fill(words)
    phone.locator("#id_agreements-1-who").fill("Den unge")
    phone.locator("#id_agreements-1-what").fill(AGREED)
    phone.locator("#id_agreements-1-when").fill("hver uge")
    phone.get_by_role("button", name="Gem", exact=True).click()
    expect(phone.locator("main")).to_contain_text("Feltet skal udfyldes")
    expect(phone.get_by_label("Hvad siger forældrene?")).to_have_value("Moren vil gerne ringes op.")
    phone.get_by_label("Hvad siger den unge selv?").fill(OWN_VIEW)
    assert violations(phone) == []
    save_step(phone)
    assert not overflows(phone)


def _hand_over(page: Page, address: str) -> None:
    """The family gets exactly what is stored."""
    page.goto(address)
    told = _fetched(page, "Hent referatet")
    for words in (OWN_VIEW, AGREED, "1. Kortlægning", "rettigheder"):
        assert words in told
    note(page, address, "Giv familien referatet")
    page.locator("[name=manner][value=hand]").check(force=True)
    page.get_by_label("Afleveret den").fill(timezone.localdate().isoformat())
    save_step(page)


def _follow_up(page: Page, address: str, behind_the_scenes: Rows) -> None:
    """Four weeks later: kept agreements, the own view again, and the end; the clock stands on the case."""
    behind_the_scenes.let_days_pass(address.rstrip("/").rpartition("/")[2], 30)
    note(page, address, "Følg op")
    page.get_by_text("Det går godt: slut", exact=True).click()
    page.locator("[name=kept][value=all]").check(force=True)
    page.get_by_label("Hvad siger den unge selv?").fill("Det er blevet lettere at sige nej.")
    page.get_by_label("Hvordan går det nu?").fill("Går til træning to gange om ugen.")
    save_step(page)
    expect(page.locator("main")).to_contain_text("Gennemført")
    expect(page.locator("main")).to_contain_text("Fra bekymring til kontakt")
    assert violations(page) == []
    page.goto("/indsatser/tal/")
    expect(page.locator("main")).to_contain_text("Første kontakt")
    assert violations(page) == []


def _fetched(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(f"^{button}")).first.click()
    path = download.value.path()
    assert NAME not in download.value.suggested_filename
    sheets = PdfReader(io.BytesIO(Path(path).read_bytes())).pages
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
