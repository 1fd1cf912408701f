"""Coming events on the days on which they fall: once, every year, or as a public holiday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from rundbord.partnership.rules.danish_days import holiday_name
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.rules.words import day_in_words
from rundbord.zones.vocabulary import EventKind

LONGEST_DAYS = 366


@dataclass(frozen=True, kw_only=True)
class Span:
    """The Danish calendar days of an event, both included, and clock times where they are known."""

    first_day: date
    last_day: date
    from_clock: time | None = None
    to_clock: time | None = None

    def touches(self, since: date, until: date) -> bool:
        """Tell whether any of its days lies in an interval, both ends included."""
        return self.first_day <= until and self.last_day >= since

    def moved_to(self, year: int) -> Span:
        """Give the same days in another year; what falls on a leap day falls on the day before it."""
        first = _in_year(self.first_day, year)
        last = first + (self.last_day - self.first_day)
        return Span(first_day=first, last_day=last, from_clock=self.from_clock, to_clock=self.to_clock)

    @property
    def in_words(self) -> str:
        """Write the days and the clock: fredag 20. november kl. 18.00–21.30."""
        days = day_in_words(self.first_day)
        if self.last_day > self.first_day:
            days = f"{days} – {day_in_words(self.last_day)}"
        return f"{days} {self.clock_in_words}".strip()

    @property
    def clock_in_words(self) -> str:
        """Write the clock times: kl. 18.00–21.30."""
        if self.from_clock and self.to_clock:
            return f"kl. {self.from_clock:%H.%M}–{self.to_clock:%H.%M}"
        if self.to_clock:
            return f"til kl. {self.to_clock:%H.%M}"
        return f"kl. {self.from_clock:%H.%M}" if self.from_clock else ""


def occurrences(span: Span, *, repeats_yearly: bool, since: date, until: date) -> list[Span]:
    """Give the days of an event that touch an interval; one that repeats never does so before its first year."""
    years = range(max(since.year - 1, span.first_day.year), until.year + 1) if repeats_yearly else [span.first_day.year]
    moved = [span.moved_to(year) if year != span.first_day.year else span for year in years]
    return [each for each in moved if each.touches(since, until)]


def holidays_between(since: date, until: date) -> list[tuple[date, str]]:
    """List the Danish public holidays of an interval, both ends included."""
    days = (since + timedelta(days=number) for number in range((until - since).days + 1))
    return [(day, name) for day in days if (name := holiday_name(day))]


def objections_to_span(span: Span, *, today: date, repeats_yearly: bool) -> dict[str, list[str]]:
    """Give every reason why an event cannot lie on its days, by field."""
    is_one_day = span.first_day == span.last_day
    checks = [
        ("last_day", "Sidste dag ligger før første dag.", span.last_day < span.first_day),
        ("last_day", f"En begivenhed varer højst {LONGEST_DAYS} dage.", _days(span) > LONGEST_DAYS),
        ("first_day", "Begivenheden er allerede forbi.", span.last_day < today and not repeats_yearly),
        ("to_clock", "Slut ligger før begyndelsen.", is_one_day and _is_backwards(span)),
    ]
    return {field: [sentence] for field, sentence, applies in checks if applies}


def objections_to_telling(kind: EventKind, *, audience: Audience, place: str, expected: str) -> dict[str, list[str]]:
    """Give every reason why an event may not be told like this, by field."""
    checks = [
        (
            "audience",
            f"{kind.label} kan ikke deles med boligorganisationer og foreninger.",
            kind.is_about_somebody and audience == Audience.PARTNERS,
        ),
        (
            "place_text",
            "Ved en løsladelse angives kun området: stedet kan pege på en bolig.",
            kind == EventKind.RELEASE and bool(place.strip()),
        ),
        ("expected", "Skriv, hvad der ventes at ske.", not expected.strip()),
    ]
    return {field: [sentence] for field, sentence, applies in checks if applies}


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _days(span: Span) -> int:
    return (span.last_day - span.first_day).days + 1


def _is_backwards(span: Span) -> bool:
    return bool(span.from_clock and span.to_clock and span.to_clock <= span.from_clock)
