"""Nordjylland: "by – beskrivelse" above each event; before 2013 "type i by"."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_TOWN = r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. ]+?)"

NORDJYLLAND = Layout(
    "nordjylland",
    ("Nordjylland",),
    Grammar(
        (
            late(rf"{_TOWN} ?[-–] (?P<kind>.+)"),
            late(rf"(?P<kind>.+?) (?:i|på|ved|hos|fra) {_TOWN}"),
        )
    ),
)
