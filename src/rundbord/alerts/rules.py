"""Rules of the first hours and of safety notices: objections, states, and how long things took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rundbord.alerts.vocabulary import NoticeState

# The task force of Aalborg decides within the hour (product.md S10).
FIRST_DECISION_WITHIN = timedelta(hours=1)
LONGEST_NOTICE = timedelta(days=14)
_OLDEST_EVENT = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How long it took from the first report until somebody saw it, and until something was decided."""

    reported_at: datetime
    seen_after: timedelta | None
    decided_after: timedelta | None
    is_late: bool

    @property
    def seen_words(self) -> str:
        """Say how long it took until somebody saw it."""
        return span_words(self.seen_after) if self.seen_after is not None else "ikke set endnu"

    @property
    def decided_words(self) -> str:
        """Say how long it took until something was decided."""
        return span_words(self.decided_after) if self.decided_after is not None else "intet besluttet endnu"

    @property
    def told(self) -> str:
        """Say both in one sentence part, counted from the report."""
        seen = f"Set {self.seen_words} efter meldingen" if self.seen_after is not None else "Ikke set endnu"
        return seen if self.decided_after is None else f"{seen}, første beslutning efter {self.decided_words}"


def pace_of(*, reported_at: datetime, seen_at: datetime | None, decided_at: datetime | None, now: datetime) -> Pace:
    """Measure report → seen → decision; late when an hour went by without a decision."""
    decided_after = _since(reported_at, decided_at)
    waited = decided_after if decided_after is not None else now - reported_at
    return Pace(
        reported_at=reported_at,
        seen_after=_since(reported_at, seen_at),
        decided_after=decided_after,
        is_late=waited > FIRST_DECISION_WITHIN,
    )


def objections_to_event(*, happened_at: datetime, reported_at: datetime, now: datetime) -> dict[str, list[str]]:
    """Say what is wrong with the times of a sudden event; a report cannot come before what it tells of."""
    objections: dict[str, list[str]] = {}
    if happened_at > now:
        objections["happened_at"] = ["Tidspunktet ligger i fremtiden."]
    elif now - happened_at > _OLDEST_EVENT:
        objections["happened_at"] = ["Det er mere end tre døgn siden. Brug en almindelig hændelse eller en konflikt."]
    if reported_at > now:
        objections["reported_at"] = ["Tidspunktet ligger i fremtiden."]
    elif reported_at < happened_at:
        objections["reported_at"] = ["Meldingen kan ikke være kommet, før det skete."]
    return objections


def objections_to_notice(
    *, valid_from: datetime, valid_until: datetime, units: Sequence[object], now: datetime
) -> dict[str, list[str]]:
    """Say what is wrong with a safety notice: it must end, soon enough to stay true, and somebody must get it."""
    objections: dict[str, list[str]] = {}
    if valid_until <= valid_from:
        objections["valid_until"] = ["Slutningen skal ligge efter begyndelsen."]
    elif valid_until <= now:
        objections["valid_until"] = ["Beskeden ville være udløbet, før den blev sendt."]
    elif valid_until - valid_from > LONGEST_NOTICE:
        objections["valid_until"] = [
            "En sikkerhedsbesked gælder højst 14 dage. Send en ny, hvis den stadig er nødvendig."
        ]
    if not units:
        objections["units"] = ["Vælg mindst én enhed, der skal have beskeden."]
    return objections


def state_of(
    *, valid_from: datetime, valid_until: datetime, recalled_at: datetime | None, now: datetime
) -> NoticeState:
    """Tell whether a notice holds; a recalled one never does."""
    if recalled_at is not None:
        return NoticeState.RECALLED
    if now < valid_from:
        return NoticeState.COMING
    return NoticeState.IN_FORCE if now < valid_until else NoticeState.EXPIRED


def span_words(span: timedelta) -> str:
    """Say a span as people do: minutes, then hours and minutes, then days and hours."""
    minutes = int(span.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return f"{hours // 24} d {hours % 24} t"
    return f"{hours} t {rest} min" if hours else f"{minutes} min"


def _since(start: datetime, end: datetime | None) -> timedelta | None:
    """Measure between two moments; what was seen before it was reported took no time."""
    return max(end - start, timedelta()) if end else None
