"""The chain of a zone: its first decision, each prolongation, and its end; how long it has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from rundbord.partnership.rules.danish_days import DENMARK, at_clock, danish_day
from rundbord.zones.rules.words import ahead_in_words, written
from rundbord.zones.vocabulary import Step, ZoneState

SOON = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class ZoneTerm:
    """A period in which a zone is to be in force, decided on a day; both ends are aware."""

    starts_at: datetime
    ends_at: datetime
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a zone stands: when it began, when it ends by its newest decision, and whether that was before time."""

    starts_at: datetime
    ends_at: datetime
    newest: Step

    def state(self, now: datetime) -> ZoneState:
        """Judge at a moment; the last moment is no longer in force."""
        if now >= self.ends_at:
            return ZoneState.ENDED if self.newest == Step.ENDED else ZoneState.EXPIRED
        return ZoneState.AHEAD if now < self.starts_at else ZoneState.IN_FORCE

    def is_live(self, now: datetime) -> bool:
        """Tell whether the zone is in force or about to be."""
        return now < self.ends_at

    def ends_soon(self, now: datetime) -> bool:
        """Tell whether it is time to ask whether the zone is still needed."""
        return self.is_live(now) and self.ends_at.astimezone(UTC) - now.astimezone(UTC) <= SOON

    def countdown(self, now: datetime) -> str:
        """Say in Danish how long is left, by calendar days and the clock on the wall."""
        state = self.state(now)
        if state is ZoneState.AHEAD:
            return f"Begynder {ahead_in_words(self.starts_at, now)}"
        if state is ZoneState.IN_FORCE:
            return f"Udløber {ahead_in_words(self.ends_at, now)}"
        return "Ophævet" if state is ZoneState.ENDED else "Udløbet"


def standing_of(steps: Sequence[tuple[Step, datetime, datetime]]) -> Standing:
    """Read a chain, oldest link first, each with its start and its end."""
    newest, _, ends_at = steps[-1]
    return Standing(starts_at=steps[0][1], ends_at=ends_at, newest=newest)


def moment_of(day: date, clock: time, *, is_end: bool) -> datetime | None:
    """Give the moment at which Danish clocks show a time; None for an hour that is skipped when summer time begins.

    An hour that comes twice in autumn is the first one for a beginning and the second one for an end, so that the zone
    covers what the words cover.
    """
    moment = at_clock(day, clock).replace(fold=int(is_end)).astimezone(UTC)
    shown = moment.astimezone(DENMARK).replace(tzinfo=None)
    return moment if shown == datetime.combine(day, clock) else None


def objections_to_term(term: ZoneTerm, *, now: datetime, most_days: int) -> dict[str, list[str]]:
    """Give every reason why a first period cannot stand, by field."""
    late = "Beslutningen skal være truffet, før zonen begynder." if term.decided_on > danish_day(term.starts_at) else ""
    return _by_field(
        ends_on=_objection_to_end(term.starts_at, term.ends_at, now=now, most_days=most_days),
        decided_on=objection_to_day(term.decided_on, now) or late,
    )


def objections_to_prolonging(
    standing: Standing, term: ZoneTerm, *, is_needed: bool, now: datetime, most_days: int
) -> dict[str, list[str]]:
    """Give every reason why a zone cannot be prolonged, by field; a new period begins where the last one ends."""
    over = "" if standing.is_live(now) else "Zonen er ikke længere i kraft. Registrér en ny zone."
    unneeded = "" if is_needed else "Er zonen ikke længere nødvendig, skal den udløbe eller ophæves."
    return _by_field(
        **{"": over},
        is_needed=unneeded,
        ends_on=_objection_to_end(standing.ends_at, term.ends_at, now=now, most_days=most_days),
        decided_on=objection_to_day(term.decided_on, now),
    )


def objections_to_ending(standing: Standing, *, now: datetime) -> list[str]:
    """Give every reason why a zone cannot be ended now."""
    return [] if standing.is_live(now) else ["Zonen er ikke længere i kraft."]


def _objection_to_end(starts_at: datetime, ends_at: datetime, *, now: datetime, most_days: int) -> str:
    if starts_at.astimezone(UTC) < ends_at.astimezone(UTC) <= now:
        return "Perioden er allerede forbi."
    return objection_to_length(starts_at, ends_at, most_days=most_days)


def objection_to_length(starts_at: datetime, ends_at: datetime, *, most_days: int) -> str:
    """Say what is wrong with the length of a period: it ends after it begins, and lasts no more than so many days."""
    # Aware times of one zone are subtracted by the clock on the wall: two weeks are two weeks across a clock change.
    if ends_at.astimezone(UTC) <= starts_at.astimezone(UTC):
        return f"Zonen skal slutte efter {written(starts_at)}."
    length = ends_at.astimezone(DENMARK) - starts_at.astimezone(DENMARK)
    if length > timedelta(days=most_days):
        return f"Perioden må højst være {most_days} dage ad gangen. Zonen kan forlænges siden."
    return ""


def objection_to_day(decided_on: date, now: datetime) -> str:
    """Say what is wrong with the day of a decision; nothing where it has come."""
    return "Beslutningen kan ikke være truffet efter i dag." if decided_on > danish_day(now) else ""


def _by_field(**objections: str) -> dict[str, list[str]]:
    return {field: [sentence] for field, sentence in objections.items() if sentence}
