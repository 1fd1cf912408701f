"""What several stories do on their way: report, save, write the draft of the picture, publish it, read it on paper."""

from __future__ import annotations

import io
import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader


def write_report(page: Page, words: str, *, place: str = "Kiosken ved torvet") -> None:
    """Open the form and fill in what and where."""
    page.goto("/indberet/")
    fill_in(page, words, place=place)


def fill_in(page: Page, words: str, *, place: str) -> None:
    """Fill in what and where in a form that is open."""
    page.get_by_label("Hvad skete der?").fill(words)
    page.get_by_label("Gade eller sted").fill(place)


def send(page: Page) -> None:
    """Press *Gem*, whatever comes of it."""
    page.get_by_role("button", name="Gem", exact=True).click()


def expect_saved(page: Page) -> None:
    """See that the report was taken."""
    expect(page.get_by_text("Indberetningen er gemt.")).to_be_visible()


def report(page: Page, words: str, *, place: str, is_urgent: bool = False) -> None:
    """Tell of something that is going on now."""
    write_report(page, words, place=place)
    if is_urgent:
        page.get_by_text("Det haster").click()
    send(page)
    expect_saved(page)


def report_of_yesterday(page: Page, words: str, *, place: str) -> None:
    """Tell of unrest the evening before, at ten past nine."""
    write_report(page, words, place=place)
    page.get_by_text("Uro og utryghed", exact=True).click()
    page.get_by_text("Tidligere", exact=True).click()
    page.locator("#id_day").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.locator("#id_clock").fill("21:10")
    send(page)
    expect_saved(page)


def open_conflict(page: Page, title: str) -> None:
    """Open a conflict after shots in the night, by a neutral title and neutral words for two groups."""
    page.goto("/konflikter/")
    page.get_by_role("link", name="Ny konflikt").click()
    page.get_by_label("Neutral titel").fill(title)
    page.get_by_label("Hvad handler den om?").select_option(label="Hævn")
    page.get_by_text("Høje Gladsaxe", exact=True).click()
    page.get_by_label("Gruppe A kaldes").fill("omkring højhusene")
    page.get_by_label("Gruppe B kaldes").fill("udefra")
    page.get_by_text("Akut", exact=True).last.click()
    page.get_by_label("Hvorfor er spændingen sådan?").fill("Skud i nat. Gengældelse ventes inden for få døgn.")
    page.get_by_role("button", name="Opret konflikten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def draft_section(page: Page, section: str, words: str) -> None:
    """Write into the draft of the next picture, in the edition of the parties."""
    page.goto(f"/situationsbillede/kladde/{section}/parties/")
    page.get_by_label("Tekst").fill(words)
    page.get_by_role("button", name="Gem i kladden").click()


def publish(page: Page) -> int:
    """Publish the draft as it stands; give the number that the picture got."""
    page.goto("/situationsbillede/kladde/udgiv/")
    confirm = page.get_by_label("Jeg har set ordene igennem.")
    if confirm.count():
        confirm.check()
    page.get_by_role("button", name="Udgiv nu").click()
    heading = page.get_by_role("heading", level=1, name=re.compile(r"^Situationsbillede nr\. \d+$"))
    expect(heading).to_be_visible()
    return int(heading.inner_text().split()[-1])


def paper(page: Page, number: int) -> str:
    """Give all words of a picture's PDF."""
    answer = page.request.get(f"/situationsbillede/{number}/pdf/")
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(answer.body())).pages)
