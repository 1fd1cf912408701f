"""Reads one burglary line of the form "På <vej> i <by> begået …" by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rundbord.reading.late import late
from rundbord.reading.places.gazetteer import canonical_town, is_town
from rundbord.reading.report import Flag, Span, Times
from rundbord.reading.times import Context, expressions_in, told_times
from rundbord.reading.vocabulary import FlagKind


@dataclass(frozen=True)
class BurglaryLine:
    """What one line tells; every field points to its words by offsets into the line."""

    place: str | None
    town: str | None
    times: Times
    evidence: Mapping[str, tuple[Span, ...]]
    flags: tuple[Flag, ...]


_DEED = late(
    r",?\s*\b(?:er |blev |var )?(?:der )?(?:begået|begåtet|begåret|sket|forøvet|forsøgt|foregået"
    r"|hvor)\b|,?\s*\b(?:i?mellem|i perioden|i tidsrummet)\b",
    re.I,
)
_SCENE = late(
    r"^\W*(?:(?:på|i|ved|ad|fra|om)\s+(?=\S))?(?P<place>.+?)(?:,?\s+(?:i|ved|v\.|på|nær|syd for|nord"
    r" for)\s+|,\s*|\s+(?=[1-9]\d{3}\s))"
    r"(?:[1-9]\d{3},?\s+)?(?P<town>[^,]+?)(?:\s+(?:ved|på|nær)\s+[^,]+|(?:,\s*"
    r"|\s+i\s+)(?:[1-9]\d{3}\s+)?(?P<outer>[^,]+))?\W*$",
    re.I,
)
_SAID_FIRST = late(
    r"^\W*(?:(?:Desuden|Derudover|Endvidere|Samt|Også)\s+)?(?:Sket|Begået|(?:et\s+)?(?:Forsøg på )?indbrud)\b:?\s*"
    r"(?:i\s+(?:et|en)\s+[a-zæøå]+\s+(?=(?:på|i|ved)\s))?",
    re.I,
)
_TRAILING = late(r"[\s,.–-]*(?:\([^)]*\)?)?[\s,.–-]*$")
_HOUSE_NUMBER = late(r"\s\d{1,3}\s?[A-Za-z]?(?:,.*)?$")
_LEADING = late(r"^\W*(?:(?:på|i|ved|ad|om)\s+)?", re.I)


def read_burglary_line(line: str, published: date) -> BurglaryLine:
    """Return place, town and times of the line; a line without any time is flagged as incomplete."""
    telling = told_times(line, (Span(0, len(line)),), Context(published))
    place, town, evidence = _scene(line, _scene_words(line))
    flags = telling.flags
    if telling.times.start is None and not flags:
        flags = (Flag(FlagKind.INCOMPLETE_TIME, Span(0, len(line))),)
    return BurglaryLine(place, town, telling.times, {**telling.evidence, **evidence}, flags)


def _scene_words(line: str) -> Span:
    """Return the stretch that names the scene: before the deed and its time, or after a time that stands first."""
    first_time = next(iter(expressions_in(line)), None)
    start = _SAID_FIRST.match(line)
    if first_time and not line[: first_time.span.start].strip(" >-•").removeprefix("Mellem"):
        return Span(first_time.span.end, len(line))
    begin = start.end() if start else 0
    deed = _DEED.search(line, begin)
    ends = [deed.start()] if deed else []
    if first_time:
        ends.append(first_time.span.start)
    return Span(begin, min(ends, default=len(line)))


def _scene(line: str, words: Span) -> tuple[str | None, str | None, dict[str, tuple[Span, ...]]]:
    scene = _TRAILING.sub("", words.of(line))
    match = _SCENE.match(scene)
    if match is None:
        place, town = _before_a_known_town(scene)
    else:
        name = "outer" if match["outer"] and is_town(match["outer"].strip()) else "town"
        place, town = Span(*match.span("place")), Span(*match.span(name))
    place = _without_house_number(scene, place)
    named = {"place": place, "town": town}
    evidence: dict[str, tuple[Span, ...]] = {
        key: (Span(span.start + words.start, span.end + words.start),)
        for key, span in named.items()
        if span and span.start < span.end
    }
    return place.of(scene).strip() or None, canonical_town(town.of(scene).strip()) if town else None, evidence


def _before_a_known_town(scene: str) -> tuple[Span, Span | None]:
    """Split "Brendstrupvej Aarhus N" before a known town; else the whole is the place."""
    leading = _LEADING.match(scene)
    start = leading.end() if leading else 0
    for gap in re.finditer(r"\s+", scene[start:]):
        town = Span(start + gap.end(), len(scene))
        if is_town(town.of(scene)):
            return Span(start, start + gap.start()), town
    return Span(start, len(scene)), None


def _without_house_number(scene: str, place: Span) -> Span:
    number = _HOUSE_NUMBER.search(place.of(scene))
    return Span(place.start, place.start + number.start()) if number else place
