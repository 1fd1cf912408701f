"""Telling the person and the family: from the first row it is given or put off, and a deferral ends by itself.

Databeskyttelsesforordningen art. 13–14; databeskyttelsesloven § 22; barnets lov § 18, stk. 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.concerns.rules.words import objections_to_day, objections_to_reason
from rundbord.concerns.vocabulary import DeferralGround, NoticeManner, NoticeState
from rundbord.vocabulary import Term


class NoticeStanding(Term):
    """Notice standing — hvordan orienteringen står i dag."""

    NONE = "none", "Ikke orienteret"
    GIVEN = "given", "Orienteret"
    WAITS = "waits", "Udskudt, afventer godkendelse"
    DEFERRED = "deferred", "Udskudt"
    LAPSED = "lapsed", "Udskydelsen er udløbet"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is said of telling the family when a row is written."""

    state: NoticeState
    manner: NoticeManner | None = None
    given_on: date | None = None
    ground: DeferralGround | None = None
    reason: str = ""
    recheck_on: date | None = None


def objections_to_notice(notice: Notice, *, today: date, most_days: int) -> dict[str, list[str]]:
    """Give every objection by field."""
    found = _given(notice, today) if notice.state is NoticeState.GIVEN else _deferred(notice, today, most_days)
    return {field: sentences for field, sentences in found.items() if sentences}


def standing_of(*, state: str | None, is_approved: bool, recheck_on: date | None, today: date) -> NoticeStanding:
    """Tell how it stands today; the day to look again still counts."""
    if state is None:
        return NoticeStanding.NONE
    if state == NoticeState.GIVEN:
        return NoticeStanding.GIVEN
    if recheck_on is None or recheck_on < today:
        return NoticeStanding.LAPSED
    return NoticeStanding.DEFERRED if is_approved else NoticeStanding.WAITS


def _given(notice: Notice, today: date) -> dict[str, list[str]]:
    return {
        "manner": [] if notice.manner else ["Vælg, hvordan de er orienteret."],
        "given_on": ["Skriv, hvilken dag de blev orienteret."] if notice.given_on is None else [],
        **objections_to_day(notice.given_on, today=today, field="given_on"),
    }


def _deferred(notice: Notice, today: date, most_days: int) -> dict[str, list[str]]:
    return {
        "ground": [] if notice.ground else ["Vælg grunden til at vente."],
        **objections_to_reason(notice.reason, field="deferral_reason"),
        "recheck_on": _recheck(notice.recheck_on, today, most_days),
    }


def _recheck(day: date | None, today: date, most_days: int) -> list[str]:
    if day is None:
        return ["Skriv, hvornår I vurderer det igen."]
    if not today < day <= today + timedelta(days=most_days):
        return [f"Vælg en dag fra i morgen til højst {most_days} dage frem."]
    return []
