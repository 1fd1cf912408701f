"""What triage proposes for a report: heading, category, certainty, the moment to sort by, and what is folded away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from rundbord.situation.vocabulary import Category, SourceKind
from rundbord.vocabulary import label_of

# What nobody has judged in half a year is no news.
INBOX_REACHES_BACK = timedelta(days=180)
FOLDED_AT_FIRST = frozenset({Category.TRAFFIC})
_CONFIRMING = frozenset({SourceKind.PRESS_REPORT, SourceKind.POLICE})
_HEADING_LENGTH = 200
_MOST_WORDS = 9


def proposed_category(category: str) -> Category:
    """Keep the report's own category; without one it is something else until somebody says what."""
    return Category(category) if category in set(Category) else Category.OTHER


def proposed_heading(*, heading: str, category: str, text: str, place: str) -> str:
    """Keep the source's heading; else name category and place; else the first words."""
    if heading.strip():
        return heading.strip()[:_HEADING_LENGTH]
    if category in set(Category) and category != Category.OTHER:
        what = label_of(Category, category)
    else:
        what = _first_words(text) or Category.OTHER.label
    return (f"{what}, {place}" if place else what)[:_HEADING_LENGTH]


def is_confirmed_by(source_kind: str) -> bool:
    """Tell whether the source confirms by itself: the police speak of what they have seen or recorded."""
    return source_kind in _CONFIRMING


def moment_of(*, starts_at: datetime | None, ends_at: datetime | None, arrived_at: datetime) -> datetime:
    """Choose the moment that lists sort by: start, else end, else arrival."""
    return starts_at or ends_at or arrived_at


def folded_categories(rules: Mapping[str, bool]) -> frozenset[Category]:
    """Tell which categories are folded: the partnership's rules, and traffic until they say otherwise."""
    return frozenset(each for each in Category if rules.get(each, each in FOLDED_AT_FIRST))


def _first_words(text: str) -> str:
    sentence = text.strip().split("\n")[0].split(". ")[0].rstrip(".")
    words = sentence.split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
