"""Where no street is named: a landmark, a part of town, or what kind of place it was."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.places.gazetteer import is_town, town_of_area
from rundbord.reading.places.names import NAME, looks_like_landmark
from rundbord.reading.places.towns_told import NO_PLACE, is_elsewhere, is_no_place
from rundbord.reading.report import Span

_AREA = late(r"\bdet (?:\w+lige|indre|centrale) (?P<town>[A-ZÆØÅ][\wæøå]+)")
_PLAIN_PLACE = late(
    r"\b(?:i|på|ved|fra|foran|mod|bag|hos|til) (?:(?:en|et|den|det|byens|områdets|stedets) (?:\w+ ){0,2}?"
    r"|(?=\w*(?:pladsen|banegården|stationen|gågaden|havnen|torvet|stranden|terminalen|centret|parken|rådhuset|færgelejet|biblioteket"
    r"|gymnasiet|sygehuset|hospitalet|stadion|skolen|hallen)\b))"
    r"(?P<place>\w*(?:parkeringsplads|p-plads|rasteplads|tankstation|byggemarked|rideskole|kollegium"
    r"|skole|supermarked|byggeplads"
    r"|station|bodega|værtshus|diskotek|restaurant|institution|børnehave|svømmehal|kiosk|butik"
    r"|forretning|lager|virksomhed|container"
    r"|kirke|campingplads|havn|strand|skov|park|plejehjem|bibliotek|ungdomsklub|klub|hotel|bank"
    r"|frisør|bager|apotek|stadion|hal"
    r"|plads|banegård|gågade|torv|terminal|center|bosted"
    r"|rådhus|færgeleje|gymnasi|sygehus|hospital|legeplads|borgerservice|jobcenter)(?:en|et|ret|n)?)\b",
    re.I,
)
_PLACE_AS_SUBJECT = late(
    r"\b(?:En|Et) (?P<place>[a-zæøå]+(?:marked|butik|skole|forretning|kiosk|tankstation|restaurant"
    r"|virksomhed|bank|klub|institution"
    r"|museum|hotel|kirke|bager|apotek|børnehave|hal|café|værksted|lager|plejehjem|bosted)) (?:i|på|ved) [A-ZÆØÅ]"
)
_NAMED_PLACE = late(
    rf"\b(?P<at>[Vv]ed|[Pp]å|[Ff]oran|i|hos|udenfor|uden for|ud for|fra|mod|af|bag|nær|omkring|gennem|mellem)"
    rf" (?P<name>(?:De[nt] )?{NAME})"
)
_LOOSE = frozenset({"af", "bag", "nær", "omkring", "gennem", "mellem", "mod", "fra"})
"""Words that stand before much else than places, so that only a landmark's name is believed."""
_CLOSE = 60
"""As far before a name, in letters, as words that belong to it may begin."""


def other_place(
    text: str, spans: tuple[Span, ...], heading: Span | None, town: Span | None
) -> tuple[str | None, tuple[Span, ...]]:
    """Return the first landmark or part of town, story before heading; else the plain word for the kind of place."""
    for span in (*spans, heading) if heading else spans:
        for match in _candidates(text, span):
            kind = _kind_of_place_before(text, span, match)
            if kind and town is None:
                return kind.of(text), (kind,)
            if (match != town and not is_town(match.of(text))) or town_of_area(match.of(text)):
                return match.of(text), (match,)
    for span in spans:
        plain = _PLACE_AS_SUBJECT.search(text, span.start, span.end) or _PLAIN_PLACE.search(text, span.start, span.end)
        if plain:
            found = Span(*plain.span("place"))
            return found.of(text), (found,)
    return None, ()


def area_in(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]] | None:
    """Return the part of town, or the whole quarter, that the story names first."""
    for span in spans:
        for found in _candidates(text, span):
            if _AREA.fullmatch(found.of(text)) or town_of_area(found.of(text)):
                return found.of(text), (found,)
    return None


def _kind_of_place_before(text: str, span: Span, name: Span) -> Span | None:
    """The plain word that says what the named village has: "stranden i Dueodde"."""
    for match in _PLAIN_PLACE.finditer(text, max(span.start, name.start - _CLOSE), name.start):
        if text[match.end() : name.start] in {" i ", " ved ", " nær "} and not looks_like_landmark(name.of(text)):
            return Span(*match.span("place"))
    return None


def _candidates(text: str, span: Span) -> Iterator[Span]:
    for match in _AREA.finditer(text, span.start, span.end):
        yield Span(*match.span())
    for match in _NAMED_PLACE.finditer(text, span.start, span.end):
        name = Span(*match.span("name"))
        if match["at"].lower() in _LOOSE and not looks_like_landmark(name.of(text)):
            continue
        if not NO_PLACE.search(name.of(text)) and not is_elsewhere(text, name) and not is_no_place(text, name):
            yield name
