"""From the first letters of a category to the category."""

from __future__ import annotations

from rundbord.situation.vocabulary import Category


def category_by_letters(words: str) -> Category | None:
    """Find the one category whose label or value begins with the letters; None where none or several do."""
    letters = words.strip().casefold()
    if not letters:
        return None
    exact = [each for each in Category if letters in {each.label.casefold(), each.value}]
    starting = [each for each in Category if each.label.casefold().startswith(letters)]
    found = exact or starting
    return found[0] if len(found) == 1 else None
