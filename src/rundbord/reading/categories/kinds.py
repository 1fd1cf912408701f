"""The subcategory: what was broken into, what was stolen, what kind of traffic case."""

import re
from functools import cache

from rundbord.reading.late import late
from rundbord.reading.vocabulary import Category, Subcategory
from rundbord.reading.word_lists import named_lists

_OF = {
    Category.BURGLARY: (Subcategory.HOLIDAY_HOME, Subcategory.BUSINESS, Subcategory.DWELLING),
    Category.THEFT: (Subcategory.JOYRIDING, Subcategory.FROM_CAR, Subcategory.BICYCLE, Subcategory.SHOP),
    Category.TRAFFIC: (
        Subcategory.TRAFFIC_CONTROL,
        Subcategory.UNDER_INFLUENCE,
        Subcategory.LICENCE,
        Subcategory.SPEEDING,
    ),
}
_ACCIDENT = late(r"uheld|ulykke|påkør|sammenstød|kollider|kørte galt|forulykke", re.I)


def subcategory_of(category: Category, heading: str, body: str) -> Subcategory | None:
    """Return the kind that the words name: a heading decides first, except in traffic and theft, where stories do."""
    if category is Category.TRAFFIC and _ACCIDENT.search(body) and not _named(category, heading):
        return Subcategory.ACCIDENT
    if category is Category.TRAFFIC:
        return _named(category, body) or _named(category, heading)
    if category is Category.THEFT:
        return _named(category, f"{heading}\n{body}")
    return _named(category, heading) or _named(category, body)


@cache
def _words() -> dict[Subcategory, re.Pattern[str]]:
    lists = named_lists("rundbord.reading.categories.words", "underkategorier.txt")
    return {Subcategory(name): late("|".join(words), re.I | re.S) for name, words in lists.items()}


def _named(category: Category, text: str) -> Subcategory | None:
    return next((kind for kind in _OF.get(category, ()) if _words()[kind].search(text)), None)
