"""Midt- og Vestsjælland: "type – sted, by" above each event; burglaries as bare lists of "vej, by"."""

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_TOWN = r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. -]+?)"

MIDT_VESTSJAELLAND = Layout(
    "midt_vestsjaelland",
    ("Midt- og Vestsjælland",),
    Grammar(
        (
            late(rf"(?P<when>[Kk]l\. ?\d{{3,4}}) ?[-–]? ?(?P<kind>[^–,]+?) [-–] (?P<place>[^,]+), {_TOWN}"),
            late(rf"(?![Kk]l\.)(?P<kind>[^–,]+(?:, [^–,]+)?) [-–] (?P<place>[^,]+)(?:, [^,]+)?, {_TOWN}"),
            late(rf"(?![Kk]l\.)(?P<kind>[^–,]+) [-–] {_TOWN}"),
        )
    ),
)
