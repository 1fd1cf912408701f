"""Works a told time out against the calendar; what cannot be is flagged and left as told, never repaired."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from rundbord.reading.report import Flag, Moment
from rundbord.reading.times.expressions import Expression
from rundbord.reading.times.parts import Parts
from rundbord.reading.times.words import DAYPARTS
from rundbord.reading.vocabulary import FlagKind, Precision

_SHIFT = 7
"""The reports run from seven in the morning to seven in the morning."""
_NEAR_FUTURE = timedelta(days=31)
"""A date without year that lies this little ahead is a slip of the pen, not an event of last year."""


@dataclass(frozen=True)
class Context:
    """What a told time leans on: the publication, the moment told before it, the round that a day heading names."""

    published: date
    before: datetime | None = None
    round_began: date | None = None
    is_calendar_day: bool = False


@dataclass(frozen=True)
class Resolved:
    """An expression as moments, with the contradictions that its words hold."""

    start: Moment | None
    end: Moment | None
    flags: tuple[Flag, ...] = ()


def resolved(expression: Expression, context: Context) -> Resolved:
    first, last = expression.first, expression.last
    if first.weekend:
        return _weekend(context)
    if last is None:
        start, flags = _moment(first, context)
        if expression.is_unfinished:
            flags = (*flags, Flag(FlagKind.INCOMPLETE_TIME, first.span))
        return Resolved(start, None, flags)
    return _interval(first, last, context)


def _interval(first: Parts, last: Parts, context: Context) -> Resolved:
    inherits = not last.has_day
    end, end_flags = _moment(last.on_the_day_of(first), context)
    start, start_flags = _moment(first.on_the_day_of(last), context)
    if start and end and end.at < start.at:
        start, end = _in_order(first, start, end, inherits=inherits)
    if start and end and first.is_clock_only and last.is_clock_only and _runs_past_the_round(end, context):
        start, end = (replace(one, at=one.at - timedelta(days=1)) for one in (start, end))
    flags = (*start_flags, *(flag for flag in end_flags if not (inherits and _is_about_the_day(flag))))
    if start and end and _is_before(end, start):
        flags = (*flags, Flag(FlagKind.END_BEFORE_START, last.span))
    return Resolved(start, end, flags)


def _runs_past_the_round(end: Moment, context: Context) -> bool:
    """ "Mellem kl. 18.00 og kl. 09.00" in a report that closed at seven ended the morning before."""
    is_told_alone = context.before is None and context.round_began is None
    return is_told_alone and end.at.date() == context.published and end.at.hour >= _SHIFT


def _in_order(first: Parts, start: Moment, end: Moment, *, inherits: bool) -> tuple[Moment, Moment]:
    """Undo an order that only our reading made: past midnight, or a weekday of the week before."""
    night = start.at - end.at < timedelta(days=1) and start.at.date() == end.at.date()
    if inherits and night and start.at.hour >= 12 and Precision.MINUTE is start.precision is end.precision:
        return start, replace(end, at=end.at + timedelta(days=1))
    if not first.has_day and night and start.at.hour >= 12:
        return replace(start, at=start.at - timedelta(days=1)), end
    if first.date is None and first.weekday is not None:
        return replace(start, at=start.at - timedelta(days=7)), end
    return start, end


def _is_before(end: Moment, start: Moment) -> bool:
    if Precision.MINUTE is start.precision is end.precision:
        return end.at < start.at
    return end.at.date() < start.at.date()


def _is_about_the_day(flag: Flag) -> bool:
    return flag.kind not in {FlagKind.IMPOSSIBLE_HOUR, FlagKind.STAND_IN_TIME}


def _weekend(context: Context) -> Resolved:
    """The latest Saturday and Sunday that were not after publication."""
    sunday = context.published - timedelta(days=(context.published.weekday() + 1) % 7)
    saturday = sunday - timedelta(days=1)
    start, end = (Moment(datetime.combine(day, time()), Precision.DATE) for day in (saturday, sunday))
    return Resolved(start, end)


def _moment(parts: Parts, context: Context) -> tuple[Moment | None, tuple[Flag, ...]]:
    day, flags = _day(parts, context)
    if day is None:
        return None, flags
    if parts.night_before and parts.clock and parts.clock[0] >= 18:
        day -= timedelta(days=1)
    moment, clock_flags = _at(day, parts)
    if moment.at.date() > context.published:
        clock_flags = (*clock_flags, Flag(FlagKind.IN_THE_FUTURE, parts.span))
    return moment, (*flags, *clock_flags)


def _at(day: date, parts: Parts) -> tuple[Moment, tuple[Flag, ...]]:
    if parts.clock is None:
        return _without_clock(day, parts), ()
    hour, minute = parts.clock
    if (hour, minute) == (24, 0):
        return Moment(datetime.combine(day, time()) + timedelta(days=1), Precision.MINUTE), _stand_in(parts)
    if hour > 23 or minute > 59:
        return _without_clock(day, parts), (Flag(FlagKind.IMPOSSIBLE_HOUR, parts.span),)
    moment = Moment(datetime.combine(day, time(hour, minute)), Precision.MINUTE)
    return moment, _stand_in(parts) if (hour, minute) in {(0, 0), (23, 59)} else ()


def _stand_in(parts: Parts) -> tuple[Flag, ...]:
    return (Flag(FlagKind.STAND_IN_TIME, parts.span),)


def _without_clock(day: date, parts: Parts) -> Moment:
    if parts.daypart is None:
        return Moment(datetime.combine(day, time()), Precision.DATE)
    return Moment(datetime.combine(day, time(DAYPARTS.get(parts.daypart, 0))), Precision.PART_OF_DAY)


def _day(parts: Parts, context: Context) -> tuple[date | None, tuple[Flag, ...]]:
    if parts.broken_date:
        return None, (Flag(FlagKind.IMPOSSIBLE_DATE, parts.span),)
    if parts.date is not None:
        return _calendar_day(parts, parts.date, context.published)
    if parts.weekday is not None:
        return context.published - timedelta(days=(context.published.weekday() - parts.weekday) % 7), ()
    if parts.days_earlier is not None or parts.days_ago is not None:
        return _relative_day(parts, context), ()
    if parts.clock is not None:
        return _day_of_clock(parts.clock, context), ()
    return None, ()


def _relative_day(parts: Parts, context: Context) -> date:
    """ "I nat" at 23.40 was yesterday; else the words say how many days back, "dagen før" from the day told last."""
    if parts.days_earlier is not None:
        told = context.before.date() if context.before else context.published
        return told - timedelta(days=parts.days_earlier)
    days_ago = parts.days_ago or 0
    before_midnight = parts.daypart == "nat" and parts.clock is not None and parts.clock[0] >= 18
    return context.published - timedelta(days=days_ago + (1 if before_midnight and days_ago == 0 else 0))


def _day_of_clock(clock: tuple[int, int], context: Context) -> date:
    """A clock alone belongs to the day told before it, or to the report's own round from seven to seven."""
    hour, _ = clock
    if context.before is None:
        began = context.round_began or context.published - timedelta(days=1)
        return began + timedelta(days=1) if hour < _SHIFT and not context.is_calendar_day else began
    day = context.before.date()
    passed_midnight = context.before.hour >= 18 and hour < _SHIFT
    return day + timedelta(days=1) if passed_midnight else day


def _calendar_day(
    parts: Parts, written: tuple[int, int, int | None], published: date
) -> tuple[date | None, tuple[Flag, ...]]:
    day, month, year = written
    found = _date(day, month, year) if year else _year_inferred(day, month, parts.weekday, published)
    if found is None:
        return None, (Flag(FlagKind.IMPOSSIBLE_DATE, parts.span),)
    if parts.weekday is not None and found.weekday() != parts.weekday:
        return found, (Flag(FlagKind.WEEKDAY_AND_DATE_DISAGREE, parts.span),)
    return found, ()


def _year_inferred(day: int, month: int, weekday: int | None, published: date) -> date | None:
    """Return the latest such day not after publication; a weekday that fits, or a near slip, decides otherwise."""
    this, last = (_date(day, month, published.year - back) for back in (0, 1))
    following = _date(day, month, published.year + 1)
    if this and this <= published:
        return this
    if last and weekday is not None and last.weekday() == weekday:
        return last
    for ahead in (this, following):
        if ahead and published < ahead <= published + _NEAR_FUTURE:
            return ahead
    return last or this


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
