"""Lines of the form "Sket: …" and address lines, which tell a field instead of a story."""

import re
from dataclasses import dataclass

from rundbord.reading.late import late
from rundbord.reading.report import Span
from rundbord.reading.source import Line

_HAPPENED = late(r"^(?:Sket|Gerningstid\w*|Tidspunkt|Tid)\s*:\s*(?P<value>.+)", re.I)
_REPORTED = late(r"^Anmeldt\s*:\s*(?P<value>.+)", re.I)
_ADDRESS = late(
    r"^(?:Gerningssted|Adresse|Sted)?\s*:?\s*(?:(?P<code>[1-9]\d{3}) (?P<town>[A-ZÆØÅ][\wæøåÆØÅ."
    r" ]*?)(?:\s*[-–,]\s*(?P<place>[A-ZÆØÅ0-9].*))?"
    r"|(?P<place2>[A-ZÆØÅ0-9][^:]{2,50}?),? [1-9]\d{3} (?P<town2>[A-ZÆØÅ][\wæøåÆØÅ ]*))$"
)


@dataclass(frozen=True)
class Fields:
    """What the field lines of one section say, each as the span of its value."""

    happened: Span | None = None
    reported: Span | None = None
    town: Span | None = None
    place: Span | None = None


def has_fields(lines: list[Line]) -> bool:
    return any(_HAPPENED.match(line.text) or _REPORTED.match(line.text) for line in lines)


def fields_of(lines: list[Line]) -> Fields:
    address = next((match for line in lines if (match := _match(_ADDRESS, line))), {})
    return Fields(
        happened=_value(_HAPPENED, lines),
        reported=_value(_REPORTED, lines),
        town=address.get("town") or address.get("town2"),
        place=address.get("place") or address.get("place2"),
    )


def is_field(line: Line) -> bool:
    return any(pattern.match(line.text.strip()) for pattern in (_HAPPENED, _REPORTED, _ADDRESS))


def _value(pattern: re.Pattern[str], lines: list[Line]) -> Span | None:
    found = next((match for line in lines if (match := _match(pattern, line))), None)
    return found.get("value") if found else None


def _match(pattern: re.Pattern[str], line: Line) -> dict[str, Span] | None:
    match = pattern.match(line.text)
    if match is None:
        return None
    start = line.span.start
    return {
        name: Span(start + match.start(name), start + match.end(name)) for name in pattern.groupindex if match[name]
    }
