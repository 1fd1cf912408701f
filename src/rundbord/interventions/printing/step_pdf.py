"""From a step's words to a page: what is stored is what is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from rundbord.interventions.rules.pages import PageWords
from rundbord.interventions.rules.words import Said
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("page.typ")
# Of the design system's own package; without it Typst's built-in letters stand in.


@dataclass(frozen=True, kw_only=True)
class Print:
    """Whom it is about, who hands it out, and when."""

    about: str
    sender: str
    printed_by: str
    printed_at: datetime


def step_pdf(words: PageWords, said: list[Said], made: Print) -> bytes:
    """Typeset the page; nothing is read from the network and nothing is written to disk."""
    at = made.printed_at.astimezone(DENMARK)
    told = {
        "title": words.title,
        "about": made.about,
        "sender": made.sender,
        "lead": list(words.lead),
        "sections": [
            {"heading": part, "items": [{"label": each.label, "lines": list(each.lines)} for each in some]}
            for part, some in groupby((each for each in said if each.key not in words.left_out), lambda each: each.part)
        ],
        "closing": list(words.closing),
        "closing_heading": words.closing_heading,
        "printed": f"Hentet {at:%d.%m.%Y kl. %H.%M} af {made.printed_by}",
    }
    return typeset(_LAYOUT, page=told)
