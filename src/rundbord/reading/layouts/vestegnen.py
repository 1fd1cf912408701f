"""Københavns Vestegn: "type i by", often with what came of it, above a line "<ugedag> den 3. maj kl. 1430"."""

import re

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar, share_of_lines
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.source import Document

_DAY_AND_CLOCK = late(
    r"^(?:man|tirs|ons|tors|fre|lør|søn)dag (?:den )?(?:d\. ?)?\d{1,2}\. ?[a-zæøå]+ (?:mellem )?kl\.?"
    r" ?\d{4}(?: ?(?:-|og|til) ?(?:kl\.? ?)?\d{4})?\.?$",
    re.I,
)


def _day_lines(document: Document) -> float:
    return share_of_lines(document, _DAY_AND_CLOCK)


VESTEGNEN = Layout(
    "vestegnen",
    ("Københavns Vestegn", "Vestegnen"),
    Grammar(
        (
            late(
                r"(?P<kind>.+?) (?:i|på|ved) (?P<town>[A-ZÆØÅ][\wæøåÆØÅ ]+?(?:-[A-ZÆØÅ]\w+)?)(?:[ ,–-]+(?:\w+"
                r" )?(?:anholdt|efterlyses|efterlyst|sigtet|fængslet).*)?"
            ),
        )
    ),
    _day_lines,
)
