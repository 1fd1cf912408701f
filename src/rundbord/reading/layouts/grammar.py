"""The orders in which districts write kind, place and town into one heading line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from rundbord.reading.layouts.items import HeadingParts
from rundbord.reading.places import is_town
from rundbord.reading.report import Span
from rundbord.reading.source import Document

Reader = Callable[[str, int], HeadingParts | None]


@dataclass(frozen=True)
class Grammar:
    """Heading patterns with the groups kind, town, place and when; the first that fits is taken."""

    patterns: tuple[re.Pattern[str], ...]

    def fits(self, heading: str) -> bool:
        """Tell whether the heading speaks for this layout: its order fits and its town is a known one."""
        words = heading.rstrip(" :.")
        return any((match := pattern.fullmatch(words)) and _names_a_town(match) for pattern in self.patterns)

    def read(self, heading: str, start: int) -> HeadingParts | None:
        """Read the heading; once the layout is known, an unknown village at its end is believed too."""
        for pattern in self.patterns:
            match = pattern.fullmatch(heading.rstrip(" :."))
            if match and (_names_a_town(match) or _ends_in_a_name(match)):
                return _town_told_first(match, start) or _parts(match, start)
        return None


def _parts(match: re.Match[str], start: int) -> HeadingParts:
    return HeadingParts(**{name: _span(match, name, start) for name in match.re.groupindex})


def _town_told_first(match: re.Match[str], start: int) -> HeadingParts | None:
    """Read "by, vej" where the layout says "vej, by": the one that is a known town is the town."""
    parts, named = _parts(match, start), match.groupdict()
    if not named.get("place") or not named.get("town") or is_town(named["town"]) or not is_town(named["place"]):
        return None
    return replace(parts, town=parts.place, place=parts.town)


def _names_a_town(match: re.Match[str]) -> bool:
    """Trust the order only where the words in the town's place are a town, or nothing else is asked."""
    town = match.groupdict().get("town")
    return town is None or is_town(town) or bool(match.groupdict().get("place"))


def _ends_in_a_name(match: re.Match[str]) -> bool:
    town = match.groupdict().get("town") or ""
    return match.end() == match.end("town") and all(word[:1].isupper() for word in town.split())


def _span(match: re.Match[str], name: str, start: int) -> Span | None:
    return Span(start + match.start(name), start + match.end(name)) if match[name] else None


def share_of_lines(document: Document, pattern: re.Pattern[str], *, enough: int = 1) -> float:
    """Return how sure a telling line makes us: 0 when it is never seen, nearing 1 when it is seen often."""
    seen = sum(bool(pattern.search(line.text)) for line in document.lines)
    return 0.0 if seen < enough else seen / (seen + 1)
