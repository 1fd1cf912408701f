"""Sydsjælland og Lolland-Falster: "by: beskrivelse" above each event, and tables of burglaries and traffic."""

import re

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar, share_of_lines
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.source import Document

_HEADER_ROW = late(r"^(?:By|Vej|Sted|Person|Dato)\s*\|.*(?:\||Sigtet)", re.I)


def _tables(document: Document) -> float:
    return 1.2 * share_of_lines(document, _HEADER_ROW)


SYDSJAELLAND = Layout(
    "sydsjaelland",
    ("Sydsjælland", "Lolland-Falster"),
    Grammar((late(r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. -]+?) ?: (?P<kind>.+)"),)),
    _tables,
)
