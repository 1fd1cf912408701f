"""Weighs the words of a story and says what kind of event it is, and which words said so."""

import re
from collections import defaultdict
from dataclasses import dataclass

from rundbord.reading.categories.kinds import subcategory_of
from rundbord.reading.categories.lexicon import CHARGED, HEAVY, lexicon
from rundbord.reading.late import late
from rundbord.reading.report import Span
from rundbord.reading.sentences import sentences_in
from rundbord.reading.vocabulary import Category, Subcategory

_HEADING, _LEAD, _CHARGE, _BODY, _FIRST_WORD = 2.5, 1.4, 3.0, 0.5, 2.0
_REACH = 60
"""As far behind "sigtet for", in letters, as the offence is named."""
_ABSORBED = {
    Category.ROBBERY: (Category.THEFT, Category.VIOLENCE, Category.THREATS, Category.WEAPONS),
    Category.SEXUAL_OFFENCE: (Category.VIOLENCE, Category.THREATS, Category.UNREST),
    Category.BURGLARY: (Category.THEFT, Category.VANDALISM),
    Category.VIOLENCE: (Category.UNREST, Category.WEAPONS),
    Category.FIRE: (Category.VANDALISM,),
    Category.THREATS: (Category.UNREST,),
}
"""Offences that contain another one: a robbery is told with theft, violence and threats, and stays a robbery."""


_ENOUGH = {Category.ROBBERY: 0.35, Category.BURGLARY: 0.35}
"""The share of the contained offence's weight that the larger one needs, where it is not 0.45."""
_DENIED = late(r"\b(?:ikke|intet|ingen|uden)\b[^.,]*$", re.I)
"""What is told not to have happened speaks for nothing: "der er ikke stjålet noget"."""


@dataclass(frozen=True)
class Judgement:
    category: Category
    subcategory: Subcategory | None
    weight: float
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Hit:
    category: Category
    weight: float
    span: Span


def judged(text: str, heading: Span | None, body: tuple[Span, ...]) -> Judgement:
    """Return the category with the most weight; `weight` is 0 when no word speaks for any."""
    in_heading = _hits(text, heading) if heading else []
    in_body = [hit for span in body for hit in _hits(text, span)]
    charged = _charged(text, (heading, *body) if heading else body, [*in_heading, *in_body])
    weights = _weights(in_heading, in_body, charged, _lead(text, body))
    category = max(weights, key=lambda one: weights[one], default=Category.OTHER)
    spans = tuple(hit.span for hit in (*in_heading, *in_body) if hit.category is category)[:3]
    kind = subcategory_of(category, heading.of(text) if heading else "", " ".join(span.of(text) for span in body))
    return Judgement(category, kind, weights.get(category, 0.0), spans)


def _hits(text: str, span: Span) -> list[_Hit]:
    found = (
        _Hit(category, weight, Span(*match.span()))
        for category, weight, pattern in lexicon()
        for match in pattern.finditer(text, span.start, span.end)
        if not _DENIED.search(text[max(span.start, match.start() - 24) : match.start()])
    )
    return _without_words_inside_others(sorted(found, key=lambda hit: hit.span))


def _without_words_inside_others(hits: list[_Hit]) -> list[_Hit]:
    """Drop the weapon of "truet med pistol": a word inside a weightier phrase speaks for that phrase only."""
    return [
        hit
        for hit in hits
        if not any(
            other.weight > hit.weight and other.span.start <= hit.span.start and hit.span.end <= other.span.end
            for other in hits
        )
    ]


def _lead(text: str, body: tuple[Span, ...]) -> Span:
    first = next((sentence for span in body for sentence in sentences_in(text, span)), None)
    return first or Span(0, 0)


def _weights(heading: list[_Hit], body: list[_Hit], charged: list[_Hit], lead: Span) -> dict[Category, float]:
    weights: dict[Category, float] = defaultdict(float)
    _add_best(weights, heading, _HEADING)
    _add_best(weights, [hit for hit in body if hit.span.start < lead.end], _LEAD)
    _add_best(weights, charged, _CHARGE)
    for category in _in_order(body):
        weights[category] += _BODY * min(4.0, sum(hit.weight for hit in body if hit.category is category))
    heavy = next((hit for hit in heading if hit.weight >= HEAVY), None)
    if heavy:
        weights[heavy.category] += _FIRST_WORD
    if len(weights) > 1 and not any(
        hit.category is Category.OTHER and hit.weight >= HEAVY for hit in (*heading, *body)
    ):
        weights.pop(Category.OTHER, None)
    _absorb(weights, {hit.category for hit in (*heading, *body) if hit.weight >= HEAVY})
    return weights


def _in_order(hits: list[_Hit]) -> tuple[Category, ...]:
    """The categories as they are first told, so that of two that weigh the same the first told is chosen."""
    return tuple(dict.fromkeys(hit.category for hit in hits))


def _add_best(weights: dict[Category, float], hits: list[_Hit], factor: float) -> None:
    for category in _in_order(hits):
        weights[category] += factor * max(hit.weight for hit in hits if hit.category is category)


def _charged(text: str, spans: tuple[Span, ...], hits: list[_Hit]) -> list[_Hit]:
    """The words that follow closest after the first "sigtet for", within the same stretch."""
    offences = [hit for hit in hits if hit.category is not Category.OTHER or hit.weight >= HEAVY]
    for span in spans:
        for match in CHARGED.finditer(text, span.start, span.end):
            reach = min(match.end() + _REACH, span.end)
            near = [hit for hit in offences if match.end() <= hit.span.start <= reach]
            if near:
                return near[:1]
    return []


def _absorb(weights: dict[Category, float], present: set[Category]) -> None:
    for larger, smaller in _ABSORBED.items():
        if larger in present and weights[larger] >= _ENOUGH.get(larger, 0.45) * max(
            (weights[one] for one in smaller), default=0.0
        ):
            weights[larger] += 0.7 * max(weights[one] for one in smaller)
