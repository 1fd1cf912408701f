"""Østjylland since 2019: free headlines between asterisks, themes with many events, burglary lines."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import share_of_lines
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.source import Document

_BURGLARY_LINE = late(r"^(?:På|I) [A-ZÆØÅ].{2,60} (?:begået|sket)\b|^\*{2,}$")


def _asterisks_and_lines(document: Document) -> float:
    return 0.7 * share_of_lines(document, _BURGLARY_LINE, enough=2)


OESTJYLLAND = Layout("oestjylland", ("Østjylland",), other_sign=_asterisks_and_lines)
