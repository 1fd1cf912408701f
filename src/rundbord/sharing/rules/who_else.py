"""Who else: when a round may be opened, what may be nominated in it, and how its size is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rundbord.letters import letters_in
from rundbord.sharing.rules.policy import CAUTIOUS, LocalPolicy
from rundbord.vocabulary import Term

SHORTEST_OPEN, LONGEST_OPEN = timedelta(hours=1), timedelta(days=14)
COUNTED_BACK = timedelta(days=7)
_FEWEST_LETTERS = 20


class NominationKind(Term):
    """Nomination kind — hvad der spørges om: that both know somebody, or that both are about to visit."""

    KNOWN = "known", "Følger vi den samme unge?"
    VISIT = "visit", "Skal vi besøge den samme familie?"


class SizeBand(Term):
    """Size band — rundens størrelse: all nominations together, never so small that one of them shows."""

    UNDER_5 = "under_5", "Under fem"
    UNDER_10 = "under_10", "Fem til ni"
    UNDER_25 = "under_25", "Ti til fireogtyve"
    MORE = "more", "Femogtyve eller flere"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A round that somebody would open: `lately` are the rounds opened at this table in the last seven days."""

    reason: str
    meeting_on: date
    closes_at: datetime
    now: datetime
    today: date
    lately: int


@dataclass(frozen=True, kw_only=True)
class Nominating:
    """A nomination that somebody would make, as far as it is judged here; the basis is judged by `judging`."""

    file_opened_at: datetime
    has_cpr: bool
    closes_at: datetime
    now: datetime
    nominated: int


def objections_to_round(opening: Opening, policy: LocalPolicy = CAUTIOUS) -> dict[str, list[str]]:
    """Give every reason not to open a round, by form field."""
    letters = letters_in(opening.reason)
    found = {
        "reason": ["Skriv, hvorfor mødet har brug for at vide det."] if letters < _FEWEST_LETTERS else [],
        "meeting_on": ["Mødet er holdt."] if opening.meeting_on < opening.today else [],
        "closes_at": _closing(opening),
        "": [],
    }
    if opening.lately >= policy.rounds_a_week:
        found[""] = [f"Der er allerede åbnet {opening.lately} runder inden for syv dage. Brug en af dem, eller vent."]
    return {field: sentences for field, sentences in found.items() if sentences}


def objections_to_nominating(nominating: Nominating, policy: LocalPolicy = CAUTIOUS) -> list[str]:
    """Give every reason not to nominate; none of them depends on what another authority did."""
    age = nominating.now - nominating.file_opened_at
    checks = {
        "Runden er lukket.": nominating.now >= nominating.closes_at,
        "Sagen skal have et CPR-nummer.": not nominating.has_cpr,
        f"Sagen er for ny. Den kan indmeldes, når den har stået i {policy.hours_before_nomination} timer.": age
        < timedelta(hours=policy.hours_before_nomination),
        f"I har indmeldt {policy.nominations_each}. Flere kan ikke indmeldes i samme runde.": nominating.nominated
        >= policy.nominations_each,
    }
    return [sentence for sentence, applies in checks.items() if applies]


def band_of(count: int) -> SizeBand:
    """Tell how large a round was."""
    limits = ((5, SizeBand.UNDER_5), (10, SizeBand.UNDER_10), (25, SizeBand.UNDER_25))
    return next((band for limit, band in limits if count < limit), SizeBand.MORE)


def _closing(opening: Opening) -> list[str]:
    span = opening.closes_at - opening.now
    checks = {
        "Runden skal være åben i mindst en time.": span < SHORTEST_OPEN,
        "Runden kan være åben i højst to uger.": span > LONGEST_OPEN,
    }
    return [sentence for sentence, applies in checks.items() if applies]
