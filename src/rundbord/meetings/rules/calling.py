"""When a meeting can be called, moved and cancelled, and when the next one usually is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rundbord.meetings.vocabulary import MeetingState
from rundbord.partnership.rules.forums import Cadence
from rundbord.partnership.vocabulary import Rhythm

Reasons = dict[str, list[str]]
LONGEST = timedelta(hours=12)
FARTHEST = timedelta(days=731)
_DAYS_OF_MONTH = 28


def objections_to_time(starts_at: datetime, ends_at: datetime, *, now: datetime) -> Reasons:
    """Give every reason why a meeting cannot be at a time; one that has just begun can still be called."""
    reasons: Reasons = {}
    if starts_at < now - timedelta(hours=1):
        reasons["day"] = ["Tidspunktet er passeret. Vælg et senere."]
    elif starts_at > now + FARTHEST:
        reasons["day"] = ["Et møde kan højst indkaldes to år frem."]
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        reasons["minutes"] = ["Skriv, hvor mange minutter mødet varer, fra 5 til 720."]
    return reasons


def objections_to_changing(state: MeetingState) -> list[str]:
    """Give every reason why a meeting cannot be moved or cancelled."""
    told = {
        MeetingState.RUNNING: "Mødet er i gang.",
        MeetingState.ENDED: "Mødet er holdt.",
        MeetingState.CANCELLED: "Mødet er allerede aflyst.",
    }
    return [told[state]] if state in told else []


def usual_next_day(cadence: Cadence, *, last: date | None, today: date) -> date:
    """Propose the day of the next meeting: never before today, and after the last one."""
    earliest = max(today, last + timedelta(days=1)) if last else today
    if cadence.rhythm == Rhythm.WEEKDAYS:
        return _on_weekday(earliest, cadence.weekdays)
    gap = _gap(cadence)
    wanted = max(earliest, last + gap) if last and gap else earliest
    return _on_weekday(wanted, cadence.weekdays)


def _gap(cadence: Cadence) -> timedelta:
    days = {
        Rhythm.WEEKS: 7 * cadence.every,
        Rhythm.MONTHS: _DAYS_OF_MONTH * cadence.every,
        Rhythm.YEARLY: 365 // cadence.every,
    }
    return timedelta(days=days.get(cadence.rhythm, 0))


def _on_weekday(day: date, weekdays: tuple[int, ...]) -> date:
    """Give the day, or the first one after it that is among the weekdays; any will do where none is named."""
    if not weekdays:
        return day
    return next(later for later in (day + timedelta(days=n) for n in range(7)) if later.isoweekday() in weekdays)
