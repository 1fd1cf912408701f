"""The pieces of one told time, before they are worked out against the calendar."""

from dataclasses import dataclass, field, replace

from rundbord.reading.report import Span


@dataclass(frozen=True)
class Parts:
    """What the words say of one moment: any of weekday, date, clock, part of the day, or a relative day."""

    weekday: int | None = None
    date: tuple[int, int, int | None] | None = None
    clock: tuple[int, int] | None = None
    daypart: str | None = None
    days_ago: int | None = None
    days_earlier: int | None = None
    night_before: bool = False
    weekend: bool = False
    broken_date: bool = False
    is_bare: bool = False
    spans: tuple[Span, ...] = field(default=(), compare=False)

    @property
    def has_day(self) -> bool:
        return (
            self.weekday is not None
            or self.date is not None
            or self.days_ago is not None
            or self.days_earlier is not None
            or self.weekend
            or self.broken_date
        )

    @property
    def is_vague(self) -> bool:
        """Tell whether only a part of the day or a number is named, which says nothing by itself."""
        return not self.has_day and (self.clock is None or self.is_bare)

    @property
    def is_clock_only(self) -> bool:
        return self.clock is not None and not self.has_day

    @property
    def span(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)

    def on_the_day_of(self, other: "Parts") -> "Parts":
        """Take over the other's day where this one names none."""
        if self.has_day:
            return self
        return replace(
            self,
            weekday=other.weekday,
            date=other.date,
            days_ago=other.days_ago,
            days_earlier=other.days_earlier,
            night_before=other.night_before,
            weekend=other.weekend,
            broken_date=other.broken_date,
            daypart=self.daypart or (other.daypart if self.clock else None),
        )

    def joined(self, other: "Parts") -> "Parts | None":
        """Return both as one moment, or None when they name the same thing twice."""
        if _both(self, other):
            return None
        return Parts(
            weekday=other.weekday if self.weekday is None else self.weekday,
            date=self.date or other.date,
            clock=self.clock or other.clock,
            daypart=self.daypart or other.daypart,
            days_ago=other.days_ago if self.days_ago is None else self.days_ago,
            days_earlier=other.days_earlier if self.days_earlier is None else self.days_earlier,
            night_before=self.night_before or other.night_before,
            weekend=self.weekend or other.weekend,
            broken_date=self.broken_date or other.broken_date,
            is_bare=self.is_bare and other.is_bare,
            spans=self.spans + other.spans,
        )


def _both(one: Parts, two: Parts) -> bool:
    return (
        (one.weekday is not None and two.weekday is not None)
        or (one.date is not None and two.date is not None)
        or (one.clock is not None and two.clock is not None)
        or (one.days_ago is not None and two.days_ago is not None)
        or (one.weekend and two.has_day)
    )
