"""A deletion day: a file is foreseen, looked through for the archive, gone in the night, recorded and proved."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.files import choose_what_to_tell, look_through, open_file, open_newest
from tests.journeys.people import COORDINATOR, DPO, HERLEV_CONSULTANT, LEADER, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults

SEEN = "Stod med gruppen ved boldbanen, indtil den blev hentet hjem."
NECESSITY = "SSP skal tale med den unge og forældrene i denne uge, mens kontakten til gruppen endnu er helt ny."
NAME = "Rejse den Forgængelige"


def test_a_file_goes_and_its_recipient_confirms(visits: Visits, behind_the_scenes: Rows) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    file = open_file(officer, NAME, seen=SEEN)
    number = file.rstrip("/").rpartition("/")[2]
    officer.goto(f"{file}giv-videre/")
    choose_what_to_tell(officer, SEEN, "SSP Herlev", necessity=NECESSITY)
    look_through(officer)
    officer.get_by_role("button", name="Giv videre").click()
    consultant = visits.user(HERLEV_CONSULTANT, PHONE)
    open_newest(consultant)
    expect(consultant.locator("main")).to_contain_text(SEEN)
    received = consultant.url.partition("?")[0]

    behind_the_scenes.let_last_day_pass(number)
    behind_the_scenes.let_the_night_come("rundbord.concerns.forget_files")

    officer.goto(file)
    expect(officer.locator("main")).not_to_contain_text(NAME)
    officer.goto("/sletning/")
    expect(officer.locator("#seneste-doegn")).to_contain_text("Sag, der ikke bliver afsluttet: 1")
    expect(officer.locator("main")).not_to_contain_text(NAME)
    assert faults(officer) == []
    consultant.goto(received)
    consultant.get_by_role("link", name="Bekræft, at det er slettet").click()
    for question in ("Er det brugt", "Er det givet videre"):
        consultant.get_by_role("group").filter(has_text=question).get_by_text("Nej", exact=True).click()
    consultant.get_by_role("button", name="Bekræft, at det er slettet").click()
    expect(consultant.locator("main")).not_to_contain_text(SEEN)
    assert faults(consultant) == []


def test_a_deletion_day(visits: Visits) -> None:
    keeper, officer, leader = visits.user(COORDINATOR, PHONE), visits.user(DPO), visits.user(LEADER)
    _look_through(keeper)
    _proposal_is_decided(leader, officer)
    _rules_are_approved_anew(officer)
    _record_is_proved(officer)


def _look_through(page: Page) -> None:
    """Come by the list of files, and find what waits; the file leaves the list of those that want a look."""
    page.goto("/unge/")
    page.get_by_role("link", name="Sager, der slettes snart").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sletning")
    waiting = page.locator("tr", has_text="Ung Ventende")
    expect(waiting).to_contain_text("Venter på arkivtjek")
    assert faults(page) == []
    waiting.get_by_role("link", name="Arkivtjek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Arkivtjek")
    assert faults(page) == []
    page.get_by_text("Intet i sagen skal bevares", exact=True).click()
    page.get_by_role("button", name="Gem arkivtjek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sletning")
    expect(page.locator("tr", has_text="Ung Ventende")).not_to_contain_text("Venter på arkivtjek")
    expect(page.locator("main")).not_to_contain_text("Ung Forgangen")


def _proposal_is_decided(leader: Page, officer: Page) -> None:
    """The leader sees what is proposed and has no door to decide it; the officer says yes."""
    leader.goto("/sletning/regler/")
    expect(leader.locator("main")).to_contain_text("Forslag venter")
    assert leader.get_by_role("button", name="Godkend alle regler").count() == 0
    assert faults(leader) == []
    officer.goto("/sletning/")
    expect(officer.locator("main")).not_to_contain_text("Ung Ventende")
    assert faults(officer) == []
    officer.goto("/sletning/regler/")
    officer.get_by_role("link", name="Afsluttet sag", exact=True).click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Afsluttet sag")
    assert faults(officer) == []
    officer.get_by_text("Godkend fristen", exact=True).click()
    officer.get_by_role("button", name="Gem afgørelsen").click()
    closed = officer.get_by_role("rowheader", name="Afsluttet sag", exact=True)
    expect(officer.locator("tr", has=closed)).to_contain_text("183 dage")


def _rules_are_approved_anew(page: Page) -> None:
    """A period has changed: the approval from before is of something else."""
    expect(page.locator("#godkendelse")).to_contain_text("Ændret siden godkendelsen")
    page.get_by_label("Bemærkning").fill("Fristen er drøftet med enhederne.")
    page.get_by_role("button", name="Godkend alle regler").click()
    expect(page.locator("#godkendelse")).to_contain_text("Fristen er drøftet med enhederne.")
    assert faults(page) == []


def _record_is_proved(page: Page) -> None:
    """The night before has left a line, which says nothing of whom; a number that is none says so."""
    page.goto("/sletning/regnskab/")
    expect(page.locator("table tbody tr").first).to_contain_text("Natten")
    expect(page.locator("main")).not_to_contain_text("Ung Forgangen")
    page.get_by_label("Sagens nummer").fill("018f4c6a-3cb7-4613-b79c-7f616b04da0d")
    page.get_by_role("button", name="Slå op").click()
    expect(page.locator("#bevis")).to_contain_text("Intet med det nummer er ført i regnskabet")
    assert faults(page) == []
