"""Point 3: an officer enters ten incidents by keyboard, and words that would slow nobody down are still guarded."""

from __future__ import annotations

from time import monotonic

from playwright.sync_api import Page, expect

from tests.journeys.people import OFFICER
from tests.journeys.visitor import Visits

ROWS = [
    ("i går 21", "hær", "Prøveager", "Rude knust i busskur."),
    ("i går 21.30", "uro", "Prøveager", "Råb og fyrværkeri på pladsen."),
    ("i går 22", "tyv", "Torvegade", "Cykel stjålet ved stationen."),
    ("i går 22.15", "ind", "Eksempelvej", "Dør brudt op i kælder."),
    ("i går 22.40", "bra", "Skolestien", "Ild i affaldscontainer."),
    ("i går 23", "vol", "Torvegade", "Slagsmål uden for et værtshus."),
    ("i går 23.10", "nar", "Parkvej", "Handel set ved legeplads."),
    ("i går 23.30", "tru", "Torvegade", "Trusler råbt efter en chauffør."),
    ("i går 23.45", "mis", "Eksempelvej", "Bil kører langsomt frem og tilbage."),
    ("i går 23.50", "hær", "Skolestien", "Lygter slået i stykker."),
]
# Three minutes for a person who must think; the machine types without thinking.
SECONDS = 180


def _type_row(page: Page, words: tuple[str, ...]) -> None:
    *first, last = words
    for word in first:
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.type(last)
    page.keyboard.press("Enter")


def test_ten_incidents_are_entered_by_keyboard_alone(visits: Visits) -> None:
    page = visits.user(OFFICER)
    page.goto("/indberet/politi/")
    page.get_by_label("Tid, række 1", exact=True).focus()
    began = monotonic()

    for words in ROWS:
        _type_row(page, words)
    page.keyboard.press("Enter")

    expect(page.get_by_text("10 hændelser er gemt.")).to_be_visible()
    assert monotonic() - began < SECONDS
    for text in ("Rude knust i busskur.", "Lygter slået i stykker."):
        expect(page.get_by_text(text)).to_be_visible()


def test_one_wrong_row_keeps_the_others_and_says_where(visits: Visits) -> None:
    page = visits.user(OFFICER)
    page.goto("/indberet/politi/")
    page.get_by_label("Tid, række 1", exact=True).focus()

    _type_row(page, ("i går 20", "hær", "Prøveager", "Skilt væltet."))
    _type_row(page, ("i går 20", "uro", "Prøveager", "Ring til 23456789."))
    page.get_by_role("button", name="Gem hændelser").press("Enter")

    expect(page.get_by_text("Intet er gemt endnu")).to_be_visible()
    expect(page.locator("main")).to_contain_text("række 2")
    expect(page.locator("main")).to_contain_text("23456789")
    expect(page.get_by_label("Tid, række 1", exact=True)).to_have_value("i går 20")
