"""A Knock Knock by two authorities: from a line of the morning's picture to secured contact, and the looks back."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.files import (
    begin,
    choose_what_to_tell,
    fill_in_file,
    look_into_honour,
    look_through,
    note,
    save_step,
)
from tests.journeys.people import COORDINATOR, PREVENTION_OFFICER
from tests.journeys.steps import publish
from tests.journeys.visitor import PHONE, Visits, overflows, violations

NAME = "Banke Bankesen"
SEEN = "Talte længe med de ældre ved bilen og fik penge i hånden."
WHY = "Vi skal besøge familien sammen i denne uge, før de ældre får ham til at gå ærinder."
TALKED = "Den unge vil gerne have et fritidsjob. Faren vil gerne ringes op."
OFFER = "Bokseklubben, åbent hold"
STEPS = "Knock Knock"


def test_knock_knock_from_the_mornings_picture_to_secured_contact(visits: Visits, behind_the_scenes: Rows) -> None:
    number = publish(visits.user(COORDINATOR))
    officer = visits.user(PREVENTION_OFFICER)
    theirs = _begin_from_the_picture(officer, number)
    mark = _ask_the_municipality(officer, theirs)
    _tell_whom_it_is_about(officer, theirs, mark)

    worker = visits.user(COORDINATOR, PHONE)
    _say_go(worker, mark)
    ours = _begin_from_what_was_told(worker, mark)
    _tie(worker, mark)
    _plan(officer, theirs)

    _visit_without_a_line(worker, ours)
    _note_the_visit(officer, theirs)
    _leave_it_to_the_municipality(officer, theirs)
    _offer(worker, ours)
    _secure(worker, ours)

    _look_back(worker, ours, behind_the_scenes)


def _begin_from_the_picture(page: Page, number: int) -> str:
    """A line of the picture leads to the incident, and from there to an own concern with area and day filled in."""
    _read_back_to_an_event(page, number)
    page.locator(".picture-event a").first.click()
    page.get_by_role("link", name="Opret en bekymring").click()
    expect(page.get_by_label("Område")).not_to_have_value("")
    assert violations(page) == []
    file = fill_in_file(page, NAME, seen=SEEN)
    address = begin(page, file, STEPS)
    _nominate_and_decide(page, address)
    look_into_honour(page, address)
    return address


def _read_back_to_an_event(page: Page, number: int) -> None:
    """Read the newest picture, and the ones before it when another was published a minute ago and this one is empty."""
    for each in range(number, 0, -1):
        page.goto(f"/situationsbillede/{each}/")
        if page.locator(".picture-event a").count():
            return
    raise AssertionError("no picture tells of an event")


def _nominate_and_decide(page: Page, address: str) -> None:
    note(page, address, "Indstil")
    page.get_by_text("Egen relation til en gruppe", exact=True).click()
    page.get_by_label("Hvad er set eller hørt, og hvornår?").fill(SEEN)
    page.get_by_label("Senest set den").fill(timezone.localdate().isoformat())
    save_step(page)
    note(page, address, "Vurder sammen")
    page.get_by_text("Ja, vi besøger", exact=True).click()
    page.get_by_label("Hvorfor er et besøg nødvendigt?").fill("De ældre fylder mere hver uge.")
    page.get_by_role("button", name="Gem", exact=True).click()
    # Proportionality is asked for before anybody goes.
    expect(page.get_by_role("heading", level=1)).to_have_text("Vurder sammen")
    page.get_by_label("Hvorfor står det i rimeligt forhold til bekymringen?").fill(
        "Et besøg er mildt, og det er frivilligt."
    )
    page.get_by_text("Nej, det er prøvet", exact=True).click()
    page.get_by_label("Hvem er den unges kontaktperson?").fill("Gademedarbejderen fra klubben")
    save_step(page)


def _ask_the_municipality(page: Page, address: str) -> str:
    page.goto(address)
    page.get_by_role("link", name="Spørg den anden part").click()
    page.get_by_label("Hvilken enhed spørger I?").select_option(label="SSP Gladsaxe, Gladsaxe")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Spørg", exact=True).click()
    expect(page.locator("main")).to_contain_text("Har ikke svaret")
    return page.get_by_role("heading", level=1).inner_text().split()[-1]


def _tell_whom_it_is_about(page: Page, address: str, mark: str) -> None:
    """The unit is chosen and the mark stands in the reason already."""
    page.goto(address)
    page.get_by_role("link", name="Giv det nødvendige videre").click()
    expect(page.get_by_label("SSP Gladsaxe", exact=True)).to_be_checked()
    expect(page.get_by_label("Hvorfor er det nødvendigt?")).to_have_value(re.compile(mark))
    choose_what_to_tell(page, SEEN, necessity=f"Fælles besøg {mark}. {WHY}")
    look_through(page)
    page.get_by_role("button", name="Giv videre").click()
    expect(page.locator("#givet-videre")).to_contain_text("SSP Gladsaxe")


def _say_go(page: Page, mark: str) -> None:
    page.goto("/faelles-besoeg/")
    page.get_by_role("link", name=mark).click()
    expect(page.locator("main")).not_to_contain_text(NAME)
    page.get_by_label("Ja, vi tager med").check(force=True)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Svar", exact=True).click()
    expect(page.locator("main")).to_contain_text("Begge har sagt ja")
    assert not overflows(page)


def _begin_from_what_was_told(page: Page, mark: str) -> str:
    page.get_by_role("link", name="Se, hvad I har modtaget").click()
    page.locator(".card-list a, .entry a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.locator("main")).to_contain_text(mark)
    page.get_by_role("link", name="Opret egen bekymring").click()
    page.get_by_label("Personens egen omgang med en gruppe").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.get_by_role("button", name="Opret bekymringen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    address = begin(page, page.url.partition("?")[0], STEPS)
    _nominate_and_decide(page, address)
    look_into_honour(page, address)
    return address


def _tie(page: Page, mark: str) -> None:
    page.goto("/faelles-besoeg/")
    page.get_by_role("link", name=mark).click()
    page.get_by_role("button", name=re.compile(f"^Knyt.*{NAME}")).click()
    expect(page.locator("main")).to_contain_text("Jeres egen indsats")


def _plan(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Planlæg tid").click()
    page.get_by_label("Hvornår?").fill(f"{timezone.localtime() + timedelta(hours=2):%Y-%m-%dT%H:%M}")
    page.get_by_label("Hvor, og hvem kommer?").fill("Mødes ved stationen")
    page.get_by_role("button", name="Gem tiden").click()
    if page.get_by_role("link", name="Spring over").count():
        page.get_by_role("link", name="Spring over").click()
    expect(page.locator("main")).to_contain_text("Aftalt")


def _fill_in_visit(page: Page) -> None:
    page.get_by_text("Mødt", exact=True).click()
    page.get_by_text("Den unge", exact=True).click()
    page.get_by_text("En forælder", exact=True).click()
    page.locator("[name=interpreter][value=no]").check(force=True)
    page.get_by_label("Hvad blev der talt om?").fill(TALKED)
    page.locator("[name=notice_given][value=yes]").check(force=True)


def _visit_without_a_line(page: Page, address: str) -> None:
    """At the door the line is gone; what was written waits on the page, and is sent once when it is back."""
    note(page, address, "Besøg")
    page.context.set_offline(True)
    _fill_in_visit(page)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("[data-line]")).to_contain_text("Ingen forbindelse")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.context.set_offline(False)
    page.wait_for_url(lambda url: "/skridt/" not in url)
    expect(page.locator("main")).to_contain_text("Giv et tilbud")
    assert not overflows(page)


def _note_the_visit(page: Page, address: str) -> None:
    note(page, address, "Besøg")
    _fill_in_visit(page)
    save_step(page)


def _leave_it_to_the_municipality(page: Page, address: str) -> None:
    """Nothing stays overdue at the police that another does."""
    note(page, address, "Giv et tilbud")
    page.get_by_text("Den anden part følger op", exact=True).click()
    save_step(page)
    expect(page.locator("main")).to_contain_text("Overdraget til andre")


def _offer(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("main")).to_contain_text("48 timer")
    note(page, address, "Giv et tilbud")
    page.get_by_text("Taget imod", exact=True).click()
    page.get_by_label("Hvad er tilbudt?").fill("Boksning to aftener om ugen")
    page.get_by_label("Plads fra jeres eget katalog").select_option(label=f"{OFFER} (3 af 12 ledige)")
    assert violations(page) == []
    save_step(page)
    expect(page.locator("main")).to_contain_text(OFFER)
    page.goto("/tilbud/")
    expect(page.locator(".entry, .card").filter(has_text=OFFER).first).to_contain_text("2 af 12 ledige")


def _secure(page: Page, address: str) -> None:
    note(page, address, "Sikr kontakten")
    page.get_by_text("Kontakt sikret", exact=True).click()
    page.get_by_label("Hvem er den unges kontaktperson?").fill("Gademedarbejderen fra klubben")
    page.get_by_label("Første møde").fill(timezone.localdate().isoformat())
    save_step(page)
    expect(page.locator("main")).to_contain_text("Kontakt sikret")
    assert violations(page) == []


def _look_back(page: Page, address: str, behind_the_scenes: Rows) -> None:
    """After fourteen days it goes on, after sixty it ends, and the place is free again."""
    key = address.rstrip("/").rpartition("/")[2]
    behind_the_scenes.let_days_pass(key, 14)
    note(page, address, "Se tilbage efter 14 dage")
    page.get_by_label("Hvad er der sket siden besøget?").fill("Går til boksning hver uge.")
    page.get_by_text("Fortsætter", exact=True).click()
    save_step(page)
    behind_the_scenes.let_days_pass(key, 46)
    note(page, address, "Se tilbage efter 60 dage")
    page.get_by_label("Hvad er der sket?").fill("Har fået et fritidsjob.")
    page.get_by_text("Indsatsen slutter", exact=True).click()
    save_step(page)
    expect(page.locator("main")).to_contain_text("Gennemført")
    page.goto("/tilbud/")
    expect(page.locator(".entry, .card").filter(has_text=OFFER).first).to_contain_text("3 af 12 ledige")
