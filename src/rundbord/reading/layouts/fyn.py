"""Fyn, and Østjylland before 2014: a title, an address line, and the fields Sket and Anmeldt."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import share_of_lines
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.source import Document

_FIELD = late(r"^(?:Sket|Anmeldt)\s*:")


def _fields(document: Document) -> float:
    return 1.2 * share_of_lines(document, _FIELD)


FYN = Layout("fyn", ("Fyn",), other_sign=_fields)
