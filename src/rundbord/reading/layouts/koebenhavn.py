"""København: "type, vej/vej" with a line below that gives the weekday."""

import re

from rundbord.reading.late import late
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.layout import Layout

_STREET = (
    r"(?=[A-ZÆØÅ])[\wæøåÆØÅé. -]*?(?:vej|gade|allé|alle|plads|torv|boulevard|stræde|vænge|vang|parken|bro"
    r"|kaj|toften|have|ring"
    r"|station|centret|center|strøg|runddel|fælled|park|sø|tunnel|slot|kirke|hospital|skole|kvarter|gård|lufthavn)(?:en|et)?"
)

KOEBENHAVN = Layout(
    "koebenhavn",
    ("Københavns Politi", "København"),
    Grammar((late(rf"(?P<kind>[^,]+), (?P<place>{_STREET}(?: ?/ ?[A-ZÆØÅ][\wæøåÆØÅé. -]+)?)", re.I),)),
)
