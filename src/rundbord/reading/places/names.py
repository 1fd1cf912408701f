"""What a Danish place name looks like in running text."""

import re

from rundbord.reading.late import late

_ABBREVIATED = r"(?:Gl|St|Chr|Sdr|Ndr|Nr|Skt|Sct|Dr|Th|Fr|Vestre|Joh|Kgs|Nørre|Sønder|V|Ø)\."
_NOT_A_NAME = (
    r"(?!(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag|Natten\b|Klokken\b|Kl\b|Politi|Der\b|Den\b|Det\b|Her\b"
    r"|En\b|Et\b|De\b|Da\b"
    r"|Han\b|Hun\b|Vi\b|Efter\b|Ved\b|Ifølge\b|To\b|Tre\b|Ukendt|Indbrud|Tyve|Begået|På\b|Mellem\b|Sket\b|Anmeldt\b"
    r"|Ingen\b|Flere\b|Under\b|I\b|Om\b|Som\b|Fra\b|Manden\b|Kvinden\b|Føreren\b|Patruljen\b|Betjentene\b)"
)
WORD = rf"(?:{_ABBREVIATED}|(?:[A-ZÆØÅ]\.\s?)++|\d{{1,2}}\.\s?(?=[A-ZÆØÅ])|{_NOT_A_NAME}[A-ZÆØÅ][\w'’&-]*+)"
"""A word is taken whole (`++`, `*+`): tried in pieces, a long one would take for ever."""
_LINK = r"(?:[ ](?:af|og|den|de|du)(?=[ ][A-ZÆØÅ][\wæøå]+(?:[vV]ej|[gG]ade|[pP]lads|[kK]irke)))"
_NUMBERED_ROAD = r"(?:[Rr]ute|[Hh]ovedvej|[Ss]ekundærrute) \d{1,3}\b"
NAME = rf"(?<!\w)(?:{_NUMBERED_ROAD}|{WORD}(?:{_LINK}?[ ]?{WORD}){{0,6}}(?:[ ]\d{{3,4}}(?!\d| [A-ZÆØÅ]))?)"

_ENDINGS = (
    "vej|vejen|gade|gaden|gyde|gyden|allé|alle|alleen|alléen|stræde|strædet|vænge|vænget|park|parken"
    "|bakke|bakken|bakker"
    "|toft|toften|tofte|ager|agre|agervej|torv|torvet|plads|pladsen|boulevard|boulevarden|motorvej"
    "|motorvejen|bro|broen|have|haven"
    "|eng|engen|mark|marken|skov|skoven|lund|lunden|vang|vangen|høj|højen|sti|stien|krog|krogen|dal"
    "|dalen|skrænt|skrænten"
    "|ring|ringen|ringvej|passage|passagen|kaj|kajen|havn|havnen|strand|stranden|strandvej|løkke"
    "|løkken|led|ledet|kær|kæret"
    "|gård|gården|bæk|banke|banken|holm|minde|hegn|hegnet|leddet|vig|bugt|svinget|sving|slippe"
    "|slippen|esplanade|esplanaden|promenade"
    "|promenaden|station|stationen|landevej|landevejen|rampen|rundkørslen|chaussé|chaussen|chausséen"
    "|kilen|stedet|buen|kanten|skellet"
    "|gårdsparken|centret|centeret|center|kirkeplads|kollegiet|kollegium|byen|volden|volde|brink"
    "|brinken|løbet|sletten|slette"
)
STREET = late(rf"(?:{_ENDINGS})\Z", re.I)
POSTCODE = late(r"\b[1-9]\d{3}(?= [A-ZÆØÅ])")


_LANDMARK = late(
    r"(?:skole|hallen|hal|station|banegård|stadion|kirke|kirkegård|sø|skov|museum|bibliotek|sygehus"
    r"|hospital|gymnasium|storcenter"
    r"|center|centret|centeret|havn|lufthavn|rådhus|bad|svømmehal|camping|børnehave|plejehjem|park"
    r"|bakke|bakker|torv|strand|midtpunkt|terminal)(?:en|et|n)?\Z",
    re.I,
)
_LANDMARK_FIRST = late(
    r"(?:Lokalcenter|Plejecenter|Plejehjemmet|Kollegiet|Hotel|Café|Restaurant|Diskotek|Bodega|Campingpladsen|Rastepladsen"
    r"|Skolen|Idrætscenter|Kulturhuset|Biblioteket|Station|Storcenter|Vandrerhjemmet) "
)
_ROAD = late(
    r"(?:vej|vejen|gade|gaden|gyde|allé|alle|alléen|stræde|strædet|vænget|boulevard|ringen|bakken|toften|parken"
    r"|engen|lunden|vangen|høj|stien|krogen|dalen)\Z",
    re.I,
)
_NEXT_SENTENCE = late(r"(?<= [CNSVØJKM])\.(?: |$)|(?<= (?:NV|NØ|SV|SØ))\.(?: |$)")


def looks_like_landmark(name: str) -> bool:
    return bool(_LANDMARK.search(name) or _LANDMARK_FIRST.match(name))


def without_next_sentence(name: str) -> str:
    """Cut "Randers C. Hærværket" behind the district letter, whose stop looks like an initial's."""
    return _NEXT_SENTENCE.split(name, maxsplit=1)[0]


def looks_like_street(name: str) -> bool:
    """Tell whether the name ends as Danish streets, squares and stations do."""
    return bool(STREET.search(name)) or bool(
        re.search(r"(?:motorvej|E\d\d|Ring \d|O\d|(?:rute|hovedvej) \d)", name, re.I)
    )


def looks_like_road(name: str) -> bool:
    """Tell whether the name is that of a street proper, not of a station, harbour or square's shops."""
    return bool(_ROAD.search(name))
