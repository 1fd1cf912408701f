"""Midt- og Vestsjælland: "type – sted, by" above each event; burglaries as bare lists of "vej, by"."""

import re

from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_TOWN = r"(?P<town>[A-ZÆØÅ][\wæøåÆØÅ. -]+?)"

MIDT_VESTSJAELLAND = Layout(
    "midt_vestsjaelland",
    ("Midt- og Vestsjælland",),
    Grammar(
        (
            re.compile(rf"(?P<when>[Kk]l\. ?\d{{3,4}}) ?[-–]? ?(?P<kind>[^–,]+?) [-–] (?P<place>[^,]+), {_TOWN}"),
            re.compile(rf"(?![Kk]l\.)(?P<kind>[^–,]+(?:, [^–,]+)?) [-–] (?P<place>[^,]+)(?:, [^,]+)?, {_TOWN}"),
            re.compile(rf"(?![Kk]l\.)(?P<kind>[^–,]+) [-–] {_TOWN}"),
        )
    ),
)
