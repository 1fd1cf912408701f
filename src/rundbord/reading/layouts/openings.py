"""Tells whether a paragraph opens a new event or carries on the story before it."""

import re

from rundbord.reading.late import late
from rundbord.reading.layouts.sections import Section
from rundbord.reading.places import scene_in
from rundbord.reading.report import Span
from rundbord.reading.source import Line, LineKind
from rundbord.reading.times import Expression, expressions_in

_ANAPHORIC = late(
    r"^(?:Den |Det |De |Han |Hun |Manden|Mændene|Kvinden|Føreren|Bilen|Branden|Herefter|Derefter"
    r"|Efterfølgende|Senere|Kort |Samtidig"
    r"|Her |Inden |Under |Da |Trods|Også|Både|Efter|Gerningsm|Drengen|Politiet (?:var|kom|ankom|hører"
    r"|opfordrer|efterforsker)|Betjentene"
    r"|Patruljen|Ved (?:politiets|ankomst)|På stedet|Anmeldelsen|Afspærring|Sagen|Oplysninger|Henvendelse|Ingen )"
)
_HEARING = late(r"\b(?:fremstille[rst]?|fremstillet)\b")
_FOLLOW_UP = late(
    r"^I (?:forbindelse med )?sagen (?:omkring|om|med|vedrørende)\b|^(?:Politiet|Vi|\w+ Politi) har"
    r" (?:\w+ )?(?:derudover|desuden|endvidere|også|yderligere) (?:sigtet|anholdt)"
)
_COURT = late(r"fremstilling|grundlovsforhør|retten", re.I)
_OPENING_LENGTH = 130


def opens_event(line: Line, story: list[Line], section: Section) -> bool:
    """Judge the paragraph's first line; under a headline more is asked of it than under a theme."""
    text = line.text
    if line.kind is LineKind.BULLET:
        return section.is_theme and opens_with_day_and_clock(text)
    if _FOLLOW_UP.match(text):
        return True
    if section.heading and _COURT.search(section.heading.text):
        return bool(_HEARING.search(text[:_OPENING_LENGTH]))
    if _ANAPHORIC.match(text):
        return False
    if section.is_theme or section.heading is None:
        return _opens_with_a_time(text)
    return opens_with_day_and_clock(text) and _is_elsewhere(text, story)


def _opens_with_a_time(text: str) -> bool:
    first = _first_time(text[:_OPENING_LENGTH])
    if first is None:
        return False
    return first.first.has_day or text.lower().startswith(("kl", "mellem", "ved", "omkring"))


def opens_with_day_and_clock(text: str) -> bool:
    """Tell whether weekday or date and clock stand in the line's first words: "En mand blev lørdag kl. 20.30 …"."""
    first = _first_time(text[:60])
    return first is not None and first.first.has_day and first.first.clock is not None


def _first_time(text: str) -> Expression | None:
    return next(iter(expressions_in(text)), None)


def _is_elsewhere(text: str, story: list[Line]) -> bool:
    """Tell whether the paragraph names a street of its own that the story so far does not."""
    here = scene_in(text, (Span(0, len(text)),))
    told = " ".join(line.text for line in story)
    return here.place is not None and here.town is not None and here.place not in told
