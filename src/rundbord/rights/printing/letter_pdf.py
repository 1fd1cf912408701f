"""From the parts of a letter to a tagged PDF (PDF/UA-1): the words go to Typst as JSON, the layout is letter.typ."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("letter.typ")


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
    return typeset(_LAYOUT, letter=asdict(letter))
