"""When a request must be answered.

Retshåndhævelsesloven § 18: four weeks, or else why and when. GDPR article 12(3): one month, two more with reasons told
within the first. A period of the regulation ends with the same date of the month, its last day where there is none
such, and with the next working day where that is none (regulation 1182/71 article 3). The four weeks are not moved:
whoever answers on the Friday before is in time under any reading.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from rundbord.identity.vocabulary import Regime
from rundbord.partnership.rules.danish_days import is_working_day

FOUR_WEEKS = timedelta(weeks=4)
_MONTHS_AT_MOST = 3
SOON = timedelta(days=7)
# How long what was handed out is kept sealed, so that a complaint can be answered; then only that it was answered.
TIME_TO_COMPLAIN = timedelta(days=183)
EVIDENCE_YEARS = 5


def answer_by(received_on: date, regime: Regime) -> date:
    """Give the last day for an answer."""
    if regime is Regime.LAW_ENFORCEMENT:
        return received_on + FOUR_WEEKS
    return next_working_day(months_after(received_on, 1))


def latest_answer(received_on: date, regime: Regime) -> date | None:
    """Give the last day that a new deadline can be set to; None where the law knows none."""
    if regime is Regime.LAW_ENFORCEMENT:
        return None
    return next_working_day(months_after(received_on, _MONTHS_AT_MOST))


def objections_to_delay(new_day: date, *, received_on: date, regime: Regime, today: date) -> dict[str, list[str]]:
    """Say why a new deadline cannot be told; by field."""
    latest, first = latest_answer(received_on, regime), answer_by(received_on, regime)
    if new_day <= first:
        return {"new_day": ["Den nye dag skal ligge efter fristen."]}
    if latest and new_day > latest:
        return {"new_day": [f"Svaret kan højst udskydes til {latest:%d.%m.%Y} (forordningens artikel 12, stk. 3)."]}
    if latest and today > first:
        return {"new_day": ["Fristen er overskredet. Udskydelse skal meddeles inden for den første måned."]}
    return {}


def months_after(day: date, count: int) -> date:
    """Give the same date so many months later, or that month's last day."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def next_working_day(day: date) -> date:
    """Give the day itself, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
