"""Tells which lines of a section stand alone as entries of a list."""

import re

from rundbord.reading.late import late
from rundbord.reading.layouts.headings import LIST_ENTRY, is_theme
from rundbord.reading.layouts.sections import ANNOUNCEMENT, Section
from rundbord.reading.places.names import NAME
from rundbord.reading.source import Line, LineKind
from rundbord.reading.times import expressions_in
from rundbord.reading.times.words import MONTH, WEEKDAY

_TIME_WORD = rf"{WEEKDAY}|{MONTH}|den|d\.|og|til|k[lI]\.?|klokken|\d[\d/.:-]*"
_SCENE = rf"{NAME}(?:,? (?:i |ved |nær )?(?:[1-9]\d{{3}},? )?{NAME}){{0,3}},?"
_BURGLARY_LINE = late(
    r"^\W*(?:(?:[Pp]å|PÅ|I|Ved|Ad|Sket)\s+)(?=[A-ZÆØÅ0-9]).{2,80}?,?\s+(?:er )?(?:begået|sket|begåtet|anmeldt)\b"
    r"(?! (?:et|en|der|indbrud))"
    rf"|^\W*(?:[Pp]å|PÅ|I|Ved)\s+{_SCENE} (?:i?mellem|{WEEKDAY})\b.{{4,20}}\d"
    rf"|^\W*{_SCENE} (?:begået|sket|anmeldt)\b"
    rf"|^\W*(?:Mellem|[A-ZÆØÅ][a-zæøå]+dag)(?: (?:{_TIME_WORD}))+ på {NAME},? i (?:[1-9]\d{{3}} )?{NAME}\W*$"
)
_VERB = late(r"\b(?:blev|er der|har|havde|stjal|stjålet|kom|brød|fik|opdagede)\b", re.I)
_BARE_LINE = late(
    rf"^\W*{_SCENE}[,.:]?(?: [-–])? ?(?i:(?:sket |begået )?(?:i (?:nat|går|aftes|morges|weekenden)\b|natten\b"
    rf"|i?mellem\b|ml\.|fra\b|d\.|den\b|{WEEKDAY})).*\d"
)
"""Below a heading of burglaries the preposition may be left out: "Skovvej, Malling, lørdag mellem kl. …"."""


def is_list_line(line: Line, section: Section) -> bool:
    """Tell whether the line is a burglary line, or a bare "Vej, By" below a theme."""
    text = line.text.strip()
    if len(text) < 240 and _BURGLARY_LINE.match(text) and _names_a_time(text):
        return True
    if len(text) < 160 and _names_burglary(section) and _BARE_LINE.match(text) and not _VERB.search(text):
        return True
    themed = section.heading is not None and is_theme(section.heading.text.split("(")[0])
    return themed and line.kind in {LineKind.TEXT, LineKind.BULLET} and bool(LIST_ENTRY.match(text))


def _names_burglary(section: Section) -> bool:
    """Tell whether the section is a list of burglaries, by its heading or by a line that announces it."""
    told = [section.heading, *section.lines[:2]]
    return any(line is not None and "indbrud" in line.text.lower() for line in told) and (
        section.is_theme or any(ANNOUNCEMENT.match(line.text) for line in section.lines[:2])
    )


def _names_a_time(text: str) -> bool:
    return bool(expressions_in(text)) or text.rstrip(" .").endswith("begået")
