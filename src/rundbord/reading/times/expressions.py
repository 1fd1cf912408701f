"""Puts single time words together to what a reader sees: a moment, or an interval with two ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rundbord.reading.report import Span
from rundbord.reading.times.lexing import tokens_in
from rundbord.reading.times.parts import Parts
from rundbord.reading.times.words import BETWEEN, JOINER, OPENER, SHARED_HEAD


@dataclass(frozen=True)
class Expression:
    """One told time: `last` is there only when the words tell an interval."""

    first: Parts
    last: Parts | None = None
    is_unfinished: bool = False

    @property
    def span(self) -> Span:
        return Span(self.first.span.start, (self.last or self.first).span.end)


def expressions_in(text: str, start: int = 0) -> tuple[Expression, ...]:
    """Return the told times of a text in order; spans are moved by `start`."""
    return tuple(_Gathering(text).expressions(start))


@dataclass
class _Open:
    """An expression still being gathered: a shared head, then one or two moments."""

    moments: list[Parts]
    opened: bool
    head: Parts | None = None
    is_unfinished: bool = False


class _Gathering:
    def __init__(self, text: str) -> None:
        self._text = text

    def expressions(self, start: int) -> Iterator[Expression]:
        for gathered in self._gathered():
            expression = _closed(gathered)
            if expression is not None:
                yield _moved(expression, start)

    def _gathered(self) -> Iterator[_Open]:
        current: _Open | None = None
        for token in tokens_in(self._text):
            if current is not None and self._takes(current, token):
                continue
            if current is not None:
                yield current
            opener = OPENER.search(self._text[: token.span.start][-30:])
            between = opener is not None and "mellem" in opener.group().lower()
            current = _Open([token], opened=opener is not None, is_unfinished=between)
        if current is not None:
            yield current

    def _takes(self, current: _Open, token: Parts) -> bool:
        """Add the token to the open expression if its gap to it allows; tell whether it was added."""
        gap = self._text[current.moments[-1].span.end : token.span.start]
        if JOINER.match(gap) and self._joins(current, token):
            return True
        if len(current.moments) == 1 and SHARED_HEAD.search(gap) and _is_short(gap, SHARED_HEAD):
            current.head, current.opened = current.moments[0], True
            current.moments = [token]
            current.is_unfinished = "mellem" in gap.lower()
            return True
        if len(current.moments) == 1 and BETWEEN.match(gap) and _rest_joins(gap):
            return self._second(current, token, gap)
        return False

    def _joins(self, current: _Open, token: Parts) -> bool:
        joined = current.moments[-1].joined(token)
        if joined is not None:
            current.moments[-1] = joined
            return True
        if current.opened and len(current.moments) == 1:
            current.moments.append(token)
            return True
        return False

    def _second(self, current: _Open, token: Parts, gap: str) -> bool:
        dashed = re.match(r"\s*(?:[-–—]|til|frem til|og frem til)\s", gap + " ") is not None
        same_day = current.moments[0].has_day and current.moments[0].clock and token.clock and not token.has_day
        if not (current.opened or same_day or (dashed and (current.moments[0].clock or token.clock or token.has_day))):
            return False
        current.moments.append(token)
        return True


def _rest_joins(gap: str) -> bool:
    return JOINER.match(BETWEEN.sub("", gap, count=1)) is not None


def _is_short(gap: str, pattern: re.Pattern[str]) -> bool:
    match = pattern.search(gap)
    return match is not None and JOINER.match(gap[: match.start()]) is not None


def _closed(gathered: _Open) -> Expression | None:
    first, *rest = gathered.moments
    last = rest[0] if rest else None
    if gathered.head is not None:
        first = _with_head(first, gathered.head)
    if last is None:
        return None if first.is_vague and not first.weekend else Expression(first, is_unfinished=gathered.is_unfinished)
    if not first.has_day and last.has_day and first.clock is None:
        return Expression(last)
    if first.is_vague and last.is_vague and not (gathered.opened and first.clock and last.clock):
        return None
    return Expression(first, last)


def _with_head(first: Parts, head: Parts) -> Parts:
    return replace(first.on_the_day_of(head), spans=head.spans + first.spans)


def _moved(expression: Expression, start: int) -> Expression:
    def moved(parts: Parts) -> Parts:
        return replace(parts, spans=tuple(Span(span.start + start, span.end + start) for span in parts.spans))

    last = moved(expression.last) if expression.last else None
    return Expression(moved(expression.first), last, expression.is_unfinished)
