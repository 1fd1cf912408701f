"""Nordjylland: "by – beskrivelse" above each event; before 2013 "type i by"."""

import re

from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_TOWN = r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. ]+?)"

NORDJYLLAND = Layout(
    "nordjylland",
    ("Nordjylland",),
    Grammar(
        (
            re.compile(rf"{_TOWN} ?[-–] (?P<kind>.+)"),
            re.compile(rf"(?P<kind>.+?) (?:i|på|ved|hos|fra) {_TOWN}"),
        )
    ),
)
