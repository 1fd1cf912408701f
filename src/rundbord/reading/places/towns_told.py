"""Which town a story names: behind a street, anywhere in it, in its heading, or inside the name of a place."""

import re

from rundbord.reading.late import late
from rundbord.reading.places.gazetteer import is_town
from rundbord.reading.places.names import NAME, looks_like_landmark, looks_like_street, without_next_sentence
from rundbord.reading.report import Span

_ON_THE_WAY = (
    r"(?:,? (?:ved |nær |ud for )?(?:af|fra|til)kørsel(?:en)?(?: \d{1,3}\w?)?| i [A-ZÆØÅ]?[\w-]+? ?-?retning(?:en)?"
    r"| i retning mod [A-ZÆØÅ]\w+)?"
)
"""What may stand between a road and its town: an exit, a direction."""
_TOWN_AFTER = late(
    rf"^(?:\s?\d{{1,3}}[A-Za-z]?\b)?{_ON_THE_WAY}(?:,| -| –)?(?: \()?(?: (?:i|ved|nær|på|i nærheden af|syd for|nord"
    rf" for|vest for|øst for|mellem|uden for|udenfor))?"
    rf"(?: (?P<code>[1-9]\d{{3}}))? (?P<town>{NAME})(?:, (?P<outer>{NAME}))?"
)
_TOWN_NEAR = late(
    rf"\b(?:[Ii]|[Vv]ed|[Nn]ær|[Pp]å|omkring|udenfor|uden for|syd for|nord for|vest for|øst for|mellem)"
    rf"(?: (?:byen|området|bymidten i|centrum af|det centrale|det indre))?(?: [1-9]\d{{3}})? (?P<town>{NAME})"
)
_POSTAL = late(rf"\b[1-9]\d{{3}} (?P<town>{NAME})")
_NOT_HERE = late(
    r"(?:(?:[Rr]et(?:ten)?|byret(?:ten)?|landsret(?:ten)?|politistation\w*|politigård\w*|arrest\w*"
    r"|sygehus\w*|hospital\w*"
    r"|skadestue\w*|[Pp]oliti\w*|bosat|bopæl|bor|hjemmehørende|retning) (?:i|ved|på|fra|til|mod)"
    r"|(?:borger|mand|kvinde|dreng|pige|person|bilist|\w*årige?|mænd|unge|bil|patrulje|patruljer"
    r"|betjente?) fra) (?:\d{4} )?\Z"
)
_NAME_BEFORE = late(rf"(?P<name>{NAME})(?:,| på| ved| i) \Z")
_NAME_REACH = 60
NO_PLACE = late(
    r"(?:politi|kommune|region|snapchat|facebook|mobilepay|brandvæsen|dmi|rigspolitiet|nabohjælp"
    r"|retten|instagram|danmark"
    r"|sverige|tyskland|norge|google|apple|kørekort|volkswagen|audi|bmw|vw\b|skoda|ford|toyota)",
    re.I,
)


def town_after(text: str, end: int) -> Span | None:
    """The town that stands right behind a street: "i Randers SØ", ", 8530 Hjortshøj", "i Ting, Bjerringbro"."""
    match = _TOWN_AFTER.match(text[end : end + 120])
    if not match:
        return None
    prefix = match.group()[: match.start("town")]
    if prefix.strip() != "i" and looks_like_street(match["town"]) and not (match["code"] or is_town(match["town"])):
        return None
    if not (match["code"] or prefix.strip(" ,-–(") or is_town(match["town"])):
        return None
    if NO_PLACE.search(match["town"]):
        return None
    name = "outer" if match["outer"] and is_town(match["outer"]) else "town"
    return _named(end + match.start(name), match[name])


def town_anywhere(text: str, spans: tuple[Span, ...], places: tuple[Span, ...]) -> Span | None:
    known = [_named(m.start("town"), m["town"]) for span in spans for m in _POSTAL.finditer(text, span.start, span.end)]
    for span in spans:
        for match in _TOWN_NEAR.finditer(text, span.start, span.end):
            town = _named(match.start("town"), match["town"])
            if is_town(town.of(text)) and town not in places and not is_elsewhere(text, town):
                known.append(town)
    return min(known, default=None)


def town_in_heading(text: str, heading: Span) -> Span | None:
    for match in re.finditer(NAME, heading.of(text)):
        span = Span(heading.start + match.start(), heading.start + match.end())
        is_whole = match.end() - match.start() == len(heading.of(text).strip(" .:"))
        if (match.start() > 0 or is_whole) and is_town(span.of(text)) and not is_elsewhere(text, span):
            return span
    return None


def town_within(text: str, places: tuple[Span, ...]) -> Span | None:
    """The town that a place is named after: "Ulstrup Station", "Aarhus Vest"."""
    for place in places:
        words = place.of(text)
        if is_town(words):
            return place
        first, _, last = words.rpartition(" ")
        if first and is_town(first) and (looks_like_landmark(last) or last.lower() == "midtby"):
            return Span(place.start, place.start + len(first))
        if first and last == "Havn":
            return Span(place.start, place.start + len(first))
        kind, _, name = words.partition(" ")
        if name and is_town(name) and looks_like_landmark(kind):
            return Span(place.end - len(name), place.end)
    return None


def town_of_landmark_before(text: str, places: tuple[Span, ...]) -> Span | None:
    """The town in the name of a landmark right before its street: "på Regionshospitalet Randers, Prøvevej"."""
    for place in places[:1]:
        start = max(0, place.start - _NAME_REACH)
        match = _NAME_BEFORE.search(text[start : place.start])
        if match:
            return town_within(text, (Span(start + match.start("name"), start + match.end("name")),))
    return None


def is_elsewhere(text: str, town: Span) -> bool:
    """Tell whether the town is the court's, the hospital's or somebody's home, not the scene."""
    return bool(_NOT_HERE.search(text[max(0, town.start - 40) : town.start]))


def is_no_place(text: str, name: Span) -> bool:
    """Tell whether the name only begins that of an authority: "Østjyllands Politi", "Ringsted Kommune"."""
    return bool(re.match(r" (?:Politi|Brandv|Kommune|Beredskab|Redning|Byret)", text[name.end : name.end + 12]))


def _named(start: int, name: str) -> Span:
    return Span(start, start + len(without_next_sentence(name)))
