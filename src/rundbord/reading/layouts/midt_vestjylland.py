"""Midt- og Vestjylland: "Kl. 23.15 - type – sted" above each event."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_CLOCK = r"(?P<when>[Kk]l\. ?\d{1,2}[.:]?\d{2})"

MIDT_VESTJYLLAND = Layout(
    "midt_vestjylland",
    ("Midt- og Vestjylland",),
    Grammar(
        (late(rf"{_CLOCK} ?[-–:] ?(?P<kind>[^–]+?) [-–] (?P<place>[^,]+?)(?:, (?P<town>[A-ZÆØÅ][\wæøåÆØÅ. ]+))?"),)
    ),
)
