"""From a report's sections to a PDF; nothing is read from the network and nothing is written to disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rundbord.insight.queries.reports import SectionView
from rundbord.insight.rules.report_periods import ReportPeriod
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("report.typ")


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
    return typeset(_LAYOUT, report=told)


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
