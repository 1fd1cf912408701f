"""From the parts of a letter to a tagged PDF (PDF/UA-1): the words go to Typst as JSON, the layout is letter.typ."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import typst
from django.contrib.staticfiles import finders

_LAYOUT = Path(__file__).with_name("letter.typ")
_LETTERS = "dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf"


@dataclass(frozen=True, kw_only=True)
class Block:
    """A marked-off block: a line above, and rows of label and words."""

    head: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a letter: a heading, paragraphs, blocks."""

    heading: str = ""
    words: tuple[str, ...] = ()
    entries: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """All that a letter says; it holds no CPR number and no address, whoever it goes to."""

    title: str
    authority: str
    to: str
    about: str
    on: str
    parts: tuple[Part, ...]


def letter_pdf(letter: Letter) -> bytes:
    """Typeset it; nothing is read from the network and nothing is written to disk."""
    return typst.compile(
        str(_LAYOUT),
        sys_inputs={"letter": json.dumps(asdict(letter), ensure_ascii=False)},
        font_paths=_letters(),
        pdf_standards="ua-1",
    )


@cache
def _letters() -> typst.Fonts:
    """Find the letters once: reading them takes longer than typesetting."""
    found = finders.find(_LETTERS)
    folders = [str(Path(str(found)).parent)] if found else []
    return typst.Fonts(font_paths=folders, include_system_fonts=False)
