"""Which street or crossing a story names as its scene."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.places.gazetteer import is_town
from rundbord.reading.places.names import NAME, looks_like_road, looks_like_street
from rundbord.reading.places.towns_told import NO_PLACE, is_elsewhere, is_no_place, town_after
from rundbord.reading.report import Span
from rundbord.reading.sentences import sentences_in

Found = tuple[str, tuple[Span, ...]]
"""A place as it is written down, and the words it was read from."""


_AT = r"(?:på|ad|i|ved|ud for|fra|langs|af|op|nær|foran|udenfor|uden for|under|over|omkring|mod|hos|til|gennem|forbi)"
_BARRED = late(r"\b(?:spærrede|blokerede|lukkede|afspærrede)\b")
_NAME_BEFORE_TOWN = late(rf"{NAME}(?= (?:ved|i|nær) [A-ZÆØÅ])")
_CROSSING = late(
    rf"(?:[Kk]rydset|rundkørslen|lyskrydset|hjørnet|vejkrydset|T-krydset)(?: af| mellem| ved| i| på)?:?"
    rf" (?P<one>{NAME})(?:\s?/\s?| og | ved | med | x | - | – | mod )(?:(?:krydset )?ved )?(?P<two>{NAME})"
)
_SLASHED = late(rf"(?P<one>{NAME})\s?/\s?(?P<two>{NAME})")
_STREET_AT_STREET = late(
    rf"\b(?i:{_AT}) (?P<one>{NAME})(?:,? (?:i krydset |krydset )?(?:ved|med|ud for|nær|tæt ved|tæt på)"
    rf" (?:krydset (?:med|ved) )?(?P<two>{NAME}))?"
)
_STREET_BEHIND = late(rf", (?:på )?(?P<street>{NAME})(?=[,. ]|$)")
_LATER_CROSSING = late(rf"krydset (?:ved|med) (?P<two>{NAME})")
_HOME = late(r"\b(?:bosat|(?<!\bsin )(?<!\bhans )(?<!\bhendes )(?<!\bderes )bopæl|bor|hjemmehørende) (?:i|på) \Z")
_FLIGHT = late(
    r"\b(?:flygtede|løb|forlod|forsvandt|stak af|undslap|kørte væk|kørte fra stedet|flugt\w*)\b"
    r"[^.]{0,40}\b(?:ad|mod|langs|op ad|ned ad)(?: retning)? \Z"
)
"""A street that somebody fled along is not where it happened."""


def streets_in(text: str, spans: tuple[Span, ...]) -> Iterator[Found]:
    """Yield streets and crossings, sentence by sentence; a crossing beats the street named before it."""
    for span in spans:
        for sentence in sentences_in(text, span):
            found = (
                _crossing(text, sentence)
                or _street(text, sentence)
                or _street_alone(text, sentence)
                or _blocked(text, sentence)
            )
            if found:
                yield found


def _crossing(text: str, sentence: Span) -> Found | None:
    for pattern in (_CROSSING, _SLASHED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            one, two = Span(*match.span("one")), Span(*match.span("two"))
            streets = looks_like_street(one.of(text)) or looks_like_street(two.of(text))
            if pattern is _CROSSING or streets:
                return f"{one.of(text)}/{two.of(text)}", (one, two)
    return None


def _street(text: str, sentence: Span) -> Found | None:
    found = list(_STREET_AT_STREET.finditer(text, sentence.start, sentence.end))
    for match in _roads_first(text, found):
        one = Span(*match.span("one"))
        if not _is_street_here(text, one, match.start()):
            named = _street_of_landmark(text, one)
            if named:
                return named.of(text), (named,)
            continue
        two = Span(*match.span("two")) if match["two"] else _later_crossing(text, one.end, sentence.end)
        if two and looks_like_street(two.of(text)) and not is_town(two.of(text)):
            return f"{one.of(text)}/{two.of(text)}", (one, two)
        return one.of(text), (one,)
    return None


def _street_alone(text: str, sentence: Span) -> Found | None:
    """A sentence that is nothing but a street: "Løvvej. Mellem fredag kl. 16 og …"."""
    words = sentence.of(text).rstrip(" .:")
    if not re.fullmatch(NAME, words) or not looks_like_road(words) or is_town(words):
        return None
    return words, (Span(sentence.start, sentence.start + len(words)),)


def _blocked(text: str, sentence: Span) -> Found | None:
    """A street that something barred: "en tyr spærrede Prøvevej ved Hasle"."""
    barred = _BARRED.search(text, sentence.start, sentence.end)
    for match in _NAME_BEFORE_TOWN.finditer(text, barred.end(), sentence.end) if barred else ():
        name = Span(*match.span())
        if looks_like_road(name.of(text)) and not is_town(name.of(text)):
            return name.of(text), (name,)
    return None


def _street_of_landmark(text: str, landmark: Span) -> Span | None:
    """The street told right behind a landmark: "på Randers Regionshospital, Skovlyvej"."""
    match = _STREET_BEHIND.match(text[landmark.end : landmark.end + 60])
    if not match or not looks_like_road(match["street"]) or is_town(match["street"]):
        return None
    return Span(landmark.end + match.start("street"), landmark.end + match.end("street"))


def _roads_first(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Put a road that its town follows before a landmark of the same sentence."""
    exact = [
        match
        for match in found
        if match.group().startswith("på ") and looks_like_road(match["one"]) and town_after(text, match.end("one"))
    ]
    if not found or looks_like_road(found[0]["one"]):
        return found
    return exact + [match for match in found if match not in exact]


def _later_crossing(text: str, start: int, end: int) -> Span | None:
    match = _LATER_CROSSING.search(text, start, end)
    return Span(*match.span("two")) if match else None


def _is_street_here(text: str, name: Span, at: int) -> bool:
    words = name.of(text)
    if NO_PLACE.search(words) or is_no_place(text, name) or _FLIGHT.search(text[max(0, at - 60) : name.start]):
        return False
    if is_town(words):
        return text[at : at + 3].lower() in {"på ", "ad "} and text[name.end :].startswith(" i ")
    if looks_like_street(words):
        return not _HOME.search(text[max(0, at - 40) : name.start])
    if is_elsewhere(text, name):
        return False
    return text[at : at + 3].lower() in {"på ", "ad "} and town_after(text, name.end) is not None
