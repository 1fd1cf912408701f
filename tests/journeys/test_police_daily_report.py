"""Point 4: a daily report of the police is masked, put right and released; nobody else meets the original."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage
from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.journeys.people import ADMINISTRATOR, CARETAKER, COORDINATOR, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits

OTHER_POLICE = "Lokalbetjent, Fjordby"
OUTSIDERS = (COORDINATOR, ADMINISTRATOR, CARETAKER, OTHER_POLICE)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def _yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def _wrong_weekday(day: date) -> str:
    """Name the day as a tired writer would: with the weekday after it."""
    return f"{WEEKDAYS[(day.weekday() + 1) % 7]} den {day.day}. {MONTHS[day.month - 1]}"


def _report(street: str) -> str:
    return f"""Døgnrapport fra Københavns Vestegns Politi

Indbrud i villa, Herlev
Klokken 21.40 blev der anmeldt indbrud i en villa på {street} i Herlev. Gerningstidspunktet er mellem klokken 18.00 og
klokken 21.30. En 46-årig mand fra Herlev så en ung mand på omkring 180 cm med rødt skæg løbe fra stedet.

Hærværk mod bil, Gladsaxe
{_wrong_weekday(_yesterday()).capitalize()} klokken 23.10 blev en parkeret bil ridset på {street} i Gladsaxe.
En 31-årig kvinde fra Gladsaxe anmeldte det.

Røveri, Ballerup
Klokken 20.15 blev en 17-årig dreng fra Måløv frarøvet sin telefon på {street} i Ballerup af tre jævnaldrende.
"""


INTERNAL = """Døgnrapport

Vold, Herlev
Klokken 22.30 slog Anders Eksempelsen, 010190-9990, Birgit Eksempelsen på Herlev Torv. Vidne: Carl Eksempelsen.
"""


def _hand_in(officer: Page, text: str) -> None:
    officer.goto("/doegnrapporter/ny/")
    officer.get_by_label("Indsæt teksten").fill(text)
    officer.get_by_role("button", name="Læs rapporten").click()


def _upload(officer: Page, *files: FilePayload) -> None:
    officer.goto("/doegnrapporter/ny/")
    officer.get_by_label("Eller vælg filer").set_input_files(list(files))
    officer.get_by_role("button", name="Læs rapporten").click()


def _incident(officer: Page, heading: str) -> Locator:
    return officer.locator("section.review").filter(has=officer.get_by_role("heading", name=heading))


def test_a_report_is_masked_put_right_and_released(visits: Visits) -> None:
    officer, coordinator = visits.user(PREVENTION_OFFICER), visits.user(COORDINATOR)
    _hand_in(officer, _report("Maskevej"))
    burglary, vandalism, robbery = (_incident(officer, name) for name in ("Indbrud", "Hærværk", "Røveri"))

    expect(burglary.locator("mark").filter(has_text="Maskevej").first).to_be_visible()
    expect(burglary.get_by_text("46-årig")).to_have_count(1)
    expect(burglary.locator(".saved-text")).not_to_contain_text("rødt skæg")
    expect(vandalism.get_by_text("Modsigelse")).to_be_visible()

    vandalism.get_by_role("link", name="Ret").click()
    officer.get_by_label("Overskrift").fill("Bil ridset på Maskevej")
    officer.get_by_role("button", name="Gem rettelser").click()
    expect(_incident(officer, "Bil ridset").get_by_text("Rettet af en betjent: ")).to_be_visible()
    robbery.get_by_label("Vælg nr. 3").check()
    officer.get_by_role("button", name="Hold valgte tilbage").click()
    expect(robbery.get_by_text("Holdt tilbage", exact=True)).to_be_visible()

    coordinator.goto("/indbakke/")
    expect(coordinator.get_by_text("Maskevej")).to_have_count(0)
    officer.get_by_role("button", name="Frigiv alle").click()
    expect(burglary.get_by_text("Frigivet", exact=True)).to_be_visible()
    expect(robbery.get_by_text("Holdt tilbage", exact=True)).to_be_visible()

    coordinator.goto("/indbakke/")
    seen = coordinator.locator("main").inner_text()
    assert "Bil ridset på Maskevej" in seen
    assert "villa på Maskevej" in seen
    for word in ("46-årig", "rødt skæg", "31-årig", "17-årig", "frarøvet"):
        assert word not in seen


def test_the_original_does_not_exist_for_others(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    _hand_in(officer, _report("Afprøvningsvej"))
    expect(officer.locator("section.review").first).to_be_visible()
    path = officer.url

    for who in OUTSIDERS:
        page = visits.user(who)
        asked, invented = page.goto(path), page.goto(f"/doegnrapporter/{uuid4()}/")
        assert asked
        assert invented
        assert (asked.status, asked.ok) == (invented.status, False)
        assert who != OTHER_POLICE or asked.status == 404
        page.goto(path)
        assert "Afprøvningsvej" not in page.content()


def test_an_internal_report_is_refused_and_its_words_stay(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER, PHONE)

    _hand_in(officer, INTERNAL)

    expect(officer.locator(".form-error-message").filter(has_text="ser ud til at være intern")).to_contain_text("CPR")
    expect(officer.get_by_label("Indsæt teksten")).to_have_value(INTERNAL)
    officer.goto("/doegnrapporter/")
    assert "Eksempelsen" not in officer.locator("main").inner_text()


def test_the_same_report_is_not_taken_in_twice(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    _hand_in(officer, _report("Gentagelsesvej"))
    expect(officer.locator("section.review").first).to_be_visible()

    _hand_in(officer, _report("Gentagelsesvej"))

    expect(officer.locator(".form-error-message").filter(has_text="allerede indlagt")).to_be_visible()


def test_an_email_and_an_old_web_page_are_read(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Døgnrapport", "presse@politi.invalid", "forebyg@politi.invalid"
    mail.set_content(_report("Postvej"))
    paragraphs = "".join(f"<p>{line}</p>" for line in _report("Æblegårdsvej").splitlines() if line)
    page = f"<html><head><meta charset='iso-8859-1'></head><body>{paragraphs}</body></html>"

    _upload(
        officer,
        {"name": "rapport.eml", "mimeType": "message/rfc822", "buffer": mail.as_bytes()},
        {"name": "rapport.html", "mimeType": "text/html", "buffer": page.encode("latin-1")},
    )

    expect(officer.get_by_role("heading", level=1, name="Døgnrapporter")).to_be_visible()
    for name, street in (("rapport.eml", "Postvej"), ("rapport.html", "Æblegårdsvej")):
        officer.goto("/doegnrapporter/")
        officer.get_by_role("link", name=name).first.click()
        expect(officer.locator("section.review")).to_have_count(3)
        expect(officer.locator("main")).to_contain_text(street)


def test_what_is_no_report_is_refused_in_danish(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)

    _upload(officer, {"name": "billede.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 40})

    expect(officer.locator(".form-error-message").first).to_contain_text("billede.txt")
