"""The 72 hours, what departs from the law's own answer, and when a breach may be closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rundbord.breaches.rules.judging import (
    Judged,
    hours_left,
    objections_to_closing,
    objections_to_judgement,
    objections_to_opening,
    paragraphs,
)
from rundbord.breaches.vocabulary import Risk, YesNo
from rundbord.identity.vocabulary import Regime

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
WHY = "Kun en kollega i samme enhed har set det, og det er slettet."


@pytest.mark.parametrize(("ago", "left"), [(0, 72), (1, 71), (71.5, 0), (72, 0), (72.5, -1), (100, -28)])
def test_the_clock_counts_whole_hours_from_the_discovery(ago: float, left: int) -> None:
    assert hours_left(NOW - timedelta(hours=ago), NOW) == left


def test_the_clock_does_not_stop_when_clocks_are_set() -> None:
    """Seventy-two hours are seventy-two hours, in the night on which summer time ends too."""
    assert hours_left(datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 27, 22, tzinfo=UTC)) == 0


def _judged(**changed: Any) -> Judged:
    return Judged(**{"risk": Risk.RISK, "risk_words": WHY, "notify": YesNo.YES, "tell": YesNo.NO, **changed})


@pytest.mark.parametrize(
    ("judged", "late", "fields"),
    [
        (_judged(), False, set()),
        (_judged(risk_words="kort"), False, {"risk_words"}),
        (_judged(notify=YesNo.NO), False, {"notify_why"}),
        (_judged(notify=YesNo.NO, notify_why=WHY), False, set()),
        (_judged(risk=Risk.UNLIKELY, notify=YesNo.NO), False, set()),
        (_judged(risk=Risk.HIGH, tell=YesNo.YES), False, set()),
        (_judged(risk=Risk.HIGH), False, {"tell_why"}),
        (_judged(risk=Risk.HIGH, tell_why=WHY), False, set()),
        (_judged(risk=Risk.HIGH, notify=YesNo.NO, notify_why=WHY, tell=YesNo.YES), False, {"notify"}),
        # Notified after the 72 hours: with the reasons for the delay.
        (_judged(), True, {"notify_why"}),
        (_judged(notify_why=WHY), True, set()),
    ],
)
def test_what_departs_from_the_laws_answer_needs_a_reason(judged: Judged, fields: set[str], *, late: bool) -> None:
    assert set(objections_to_judgement(judged, late=late)) == fields


def test_what_a_breach_is_opened_with() -> None:
    assert objections_to_opening(WHY, happened_at=NOW, discovered_at=NOW, now=NOW) == {}
    found = objections_to_opening("kort", happened_at=NOW + timedelta(hours=2), discovered_at=NOW, now=NOW)
    assert set(found) == {"what", "happened_at"}
    late = NOW + timedelta(hours=1)
    assert set(objections_to_opening(WHY, happened_at=NOW, discovered_at=late, now=NOW)) == {"discovered_at"}


def test_it_is_closed_when_all_that_was_decided_is_done() -> None:
    done = {
        "is_judged": True,
        "must_notify": True,
        "is_notified": True,
        "must_tell": True,
        "told": 1,
        "learning": WHY,
    }
    assert objections_to_closing(**done) == []  # type: ignore[arg-type]
    for name, value in (("is_judged", False), ("is_notified", False), ("told", 0), ("learning", "")):
        assert len(objections_to_closing(**{**done, name: value})) == 1  # type: ignore[arg-type]


def test_the_police_answer_under_their_own_law() -> None:
    assert paragraphs(Regime.LAW_ENFORCEMENT) == ("retshåndhævelseslovens § 28", "retshåndhævelseslovens § 29")
