"""From a report's sections to a PDF; nothing is read from the network and nothing is written to disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import typst
from django.contrib.staticfiles import finders

from rundbord.insight.queries.reports import SectionView
from rundbord.insight.rules.report_periods import ReportPeriod
from rundbord.partnership.rules.danish_days import DENMARK

_LAYOUT = Path(__file__).with_name("report.typ")
_LETTERS = "dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf"


def report_pdf(
    period: ReportPeriod, sections: Sequence[SectionView], *, partnership: str, approved: str, at: datetime
) -> bytes:
    """Typeset a report; sections without anything are left out."""
    moment = at.astimezone(DENMARK)
    told = {
        "title": f"{period.kind.label}: {period.label.lower()}",
        "partnership": partnership,
        "approved": f"Godkendt {moment:%d.%m.%Y kl. %H.%M} af {approved}",
        "sections": [_section(each) for each in sections if each.figures or each.facts or each.table or each.words],
    }
    return typst.compile(
        str(_LAYOUT),
        sys_inputs={"report": json.dumps(told, ensure_ascii=False)},
        font_paths=_letters(),
        pdf_standards="ua-1",
    )


def _section(view: SectionView) -> dict[str, object]:
    table = view.table
    return {
        "heading": view.section.label,
        "words": view.words,
        "figures": [[each.label, str(each.count)] for each in view.figures],
        "facts": list(view.facts),
        "table": [*table.lines, ["I alt", table.total]] if table else [],
        "source": table.source if table else "",
    }


@cache
def _letters() -> typst.Fonts:
    """Find the letters once: reading them takes longer than typesetting a page."""
    found = finders.find(_LETTERS)
    folders = [str(Path(str(found)).parent)] if found else []
    return typst.Fonts(font_paths=folders, include_system_fonts=False)
