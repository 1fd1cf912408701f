"""Reads a whole story's times and tells apart when it happened and when the police heard of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from rundbord.reading.report import Flag, Moment, Span, Times
from rundbord.reading.sentences import clause_at, sentences_in
from rundbord.reading.times.expressions import Expression, expressions_in
from rundbord.reading.times.resolving import Context, Resolved, resolved
from rundbord.reading.times.roles import (
    Role,
    role_of,
    tells_of_alarm,
    tells_of_report,
    tells_since_when,
    tells_what_was_done,
)
from rundbord.reading.vocabulary import Precision

_REACH = 400
"""As far from a time as its clause can reach, in letters."""
_MOST_TIMES = 30
"""No sentence tells so many times; each has its clause read."""


@dataclass(frozen=True)
class Telling:
    """The times of one story, the words each was read from, and what contradicts itself."""

    times: Times = field(default_factory=Times)
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Told:
    """One told time with its place on the calendar and its role in the story."""

    expression: Expression
    resolved: Resolved
    role: Role
    sentence: Span = field(default_factory=lambda: Span(0, 0))
    is_strong: bool = False
    is_deed: bool = False
    is_since: bool = False
    is_reported_too: bool = False

    @property
    def moment(self) -> Moment | None:
        return self.resolved.start or self.resolved.end

    @property
    def is_exact(self) -> bool:
        return self.moment is not None and self.moment.precision is Precision.MINUTE


def told_times(text: str, spans: tuple[Span, ...], context: Context, *, known: tuple[Told, ...] = ()) -> Telling:
    """Read the stretches in order; `known` are times that the layout itself names by a heading or field."""
    tolds = (*known, *_tolds(text, spans, _after(known, context)))
    report = _report(tolds)
    event = _event(tolds, report)
    discovery = _discovery(tolds, event)
    unclear = tuple(flag for told in tolds if told.moment is None for flag in told.resolved.flags)
    return _telling(event, report, discovery, unclear)


def _report(tolds: tuple[Told, ...]) -> Told | None:
    """The first told report; where that names no clock, the first that does and lies close to it."""
    reports = [told for told in tolds if _tells_report(told) and told.moment]
    if not reports or reports[0].is_exact:
        return next(iter(reports), None)
    return next((told for told in reports if told.is_exact and _is_closer(told, reports[0])), reports[0])


def told_in(text: str, span: Span, context: Context, role: Role, *, is_headline: bool = False) -> tuple[Told, ...]:
    """Return the times of a stretch whose role is known beforehand; a headline's yields to an interval of the story."""
    found = expressions_in(span.of(text), span.start)
    return tuple(Told(one, resolved(one, context), role, is_strong=not is_headline) for one in found)


def _tolds(text: str, spans: tuple[Span, ...], context: Context) -> Iterator[Told]:
    for span in spans:
        for sentence in sentences_in(text, span):
            for expression in islice(expressions_in(sentence.of(text), sentence.start), _MOST_TIMES):
                told = _told(text, sentence, expression, context)
                if told.role not in {Role.COURT, Role.AFTERMATH}:
                    context = _after((told,), context)
                yield told


def _told(text: str, sentence: Span, expression: Expression, context: Context) -> Told:
    nearby = _nearby(sentence, expression.span)
    clause = clause_at(text, nearby, expression.span.start).of(text)
    role = role_of(clause, nearby.of(text), is_interval=expression.last is not None)
    return Told(
        expression,
        resolved(expression, context),
        role,
        sentence,
        is_strong=expression.last is not None and (tells_what_was_done(clause) or len(clause) < 90),
        is_deed=tells_what_was_done(clause),
        is_since=tells_since_when(clause),
        is_reported_too=tells_of_alarm(clause) or (role is Role.DISCOVERED and tells_of_report(nearby.of(text))),
    )


def _nearby(sentence: Span, told: Span) -> Span:
    """Keep a sentence without end from being read again for each of its times."""
    return Span(max(sentence.start, told.start - _REACH), min(sentence.end, told.end + _REACH))


def _after(tolds: tuple[Told, ...], context: Context) -> Context:
    moments = [told.moment.at for told in tolds if told.moment and told.expression.first.has_day]
    later: datetime | None = moments[-1] if moments else context.before
    return replace(context, before=later)


def _tells_report(told: Told) -> bool:
    return told.role is Role.REPORTED or told.is_reported_too


def _is_afterthought(told: Told, report: Told) -> bool:
    """A vague time told after the sentence that reports the event belongs to something else."""
    return not told.is_exact and not told.is_deed and told.sentence.start > report.sentence.start


def _event(tolds: tuple[Told, ...], report: Told | None) -> Told | None:
    """The event's time: a told interval of the deed first, then the first exact time, then the first of any kind."""
    told_first = tuple(told for told in tolds if report is None or not _is_afterthought(told, report))
    events = [told for told in told_first if told.role is Role.EVENT and told.moment]
    if not events:
        return next((told for told in told_first if told.role is Role.ARREST and told.moment), None)
    since = _since_earlier(events)
    if since is not None:
        return since
    strong = (told for told in events if told.is_exact and (told.is_strong or (told.is_since and told.is_deed)))
    deed = next(strong, None)
    if deed is not None or events[0].is_exact:
        return deed or events[0]
    closer = [told for told in events if told.is_exact and _is_closer(told, events[0])]
    return next(
        (told for told in closer if told.is_deed or report is None or told is report or _is_before(told, report)),
        events[0],
    )


def _since_earlier(events: list[Told]) -> Told | None:
    """ "Kl. 08.20 var en rude slået ind. Bilen var parkeret kl. 17.30": the first time is that of the discovery."""
    first = events[0].moment
    if first is None or not events[0].is_exact or events[0].expression.last or events[0].is_since:
        return None
    earlier = (told for told in events[1:] if told.is_since and told.is_exact and told.moment)
    return next((told for told in earlier if told.moment and told.moment.at < first.at), None)


def _discovery(tolds: tuple[Told, ...], event: Told | None) -> Told | None:
    """What was discovered; behind "begået siden onsdag" any later time of the story says when."""
    found = next((told for told in tolds if told.role is Role.DISCOVERED and told.moment), None)
    began = event.moment if event and event.is_since else None
    if found or began is None:
        return found
    later = (told for told in tolds if told.role is Role.EVENT and told.is_exact and told.moment)
    return next((told for told in later if told.moment and told.moment.at > began.at), None)


def _is_before(told: Told, report: Told) -> bool:
    return told.expression.span.start < report.expression.span.start


def _is_closer(exact: Told, vague: Told) -> bool:
    """Tell whether the exact time lies within a day of the vague one, so that it says the same more exactly."""
    if exact.moment is None or vague.moment is None:
        return False
    return abs((exact.moment.at.date() - vague.moment.at.date()).days) <= 1


def _telling(event: Told | None, report: Told | None, discovery: Told | None, unclear: tuple[Flag, ...]) -> Telling:
    start = event.resolved.start if event else None
    end = event.resolved.end if event else None
    evidence: dict[str, tuple[Span, ...]] = {}
    if event and start:
        evidence["start"] = event.expression.first.spans
    if event and end:
        evidence["end"] = (event.expression.last or event.expression.first).spans
    if discovery and not _is_exact(end) and (not _is_exact(start) or (event and event.is_since)):
        end = discovery.moment
        evidence["end"] = discovery.expression.first.spans
    if report:
        evidence["reported"] = report.expression.first.spans
    flags = [flag for told in (event, report, discovery) if told for flag in told.resolved.flags]
    times = Times(start=start, end=end, reported=report.moment if report else None)
    return Telling(times, evidence, tuple(dict.fromkeys((*flags, *unclear))))


def _is_exact(moment: Moment | None) -> bool:
    return moment is not None and moment.precision is Precision.MINUTE
