"""From a paper's parts to a PDF; nothing is read from the network and nothing is written to disk."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from rundbord.governance.papers.parts import Paper
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("paper.typ")


def paper_pdf(paper: Paper, *, authority: str, at: datetime) -> bytes:
    """Typeset a paper with pages numbered and heads of tables repeated."""
    told = {**asdict(paper), "authority": authority, "at": f"{at.astimezone(DENMARK):%d.%m.%Y kl. %H.%M}"}
    return typeset(_LAYOUT, paper=told)
