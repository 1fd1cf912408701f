"""From a paper's parts to a PDF; nothing is read from the network and nothing is written to disk."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path

import typst
from django.contrib.staticfiles import finders

from rundbord.governance.papers.parts import Paper
from rundbord.partnership.rules.danish_days import DENMARK

_LAYOUT = Path(__file__).with_name("paper.typ")
_LETTERS = "dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf"


def paper_pdf(paper: Paper, *, authority: str, at: datetime) -> bytes:
    """Typeset a paper with pages numbered and heads of tables repeated."""
    told = {**asdict(paper), "authority": authority, "at": f"{at.astimezone(DENMARK):%d.%m.%Y kl. %H.%M}"}
    return typst.compile(
        str(_LAYOUT),
        sys_inputs={"paper": json.dumps(told, ensure_ascii=False)},
        font_paths=_letters(),
        pdf_standards="ua-1",
    )


@cache
def _letters() -> typst.Fonts:
    """Find the letters once: reading them takes longer than typesetting a page."""
    found = finders.find(_LETTERS)
    folders = [str(Path(str(found)).parent)] if found else []
    return typst.Fonts(font_paths=folders, include_system_fonts=False)
