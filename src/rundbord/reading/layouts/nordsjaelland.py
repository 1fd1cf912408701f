"""Nordsjælland: "type, by" above each event; before 2013 with the clock in front."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_TOWN = r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. -]+)"

NORDSJAELLAND = Layout(
    "nordsjaelland",
    ("Nordsjælland",),
    Grammar(
        (
            late(rf"(?P<when>[Kk]l\. ?\d{{1,2}}[.:]?\d{{2}}) ?[-–] ?(?P<kind>[^–]+?), {_TOWN}"),
            late(rf"(?P<kind>[^,:–]+(?:, [a-zæøå][^,:–]+)?), (?:[a-zæøå]+ )?{_TOWN}"),
        )
    ),
)
