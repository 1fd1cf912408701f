"""How long an exit case may last, what is due next, and when it is deleted. Days are Danish calendar days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.interventions.exit_vocabulary import ExitState
from rundbord.interventions.rules.clocks import last_day
from rundbord.interventions.rules.kinds.parts import months

LONGEST_MONTHS, PROLONGED_MONTHS, KEPT_MONTHS = 12, 6, 12
FEWEST_LETTERS = 30
CONTACT_DAYS = timedelta(days=7)
AFTERCARE_DAYS = timedelta(days=30)
ANSWER_DAYS = timedelta(days=14)
WARNED_DAYS = timedelta(days=14)
_IN_CONTACT = frozenset({ExitState.CONSENT, ExitState.VISITATION, ExitState.AGREEMENT, ExitState.ACTIVE})


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What days of a case depend on; `steps_due` are the days of the plan's open steps."""

    state: ExitState
    since: date
    consent_until: date | None = None
    last_contact: date | None = None
    ends_by: date | None = None
    steps_due: Sequence[date] = ()


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is due, and on which day."""

    day: date
    what: str


def longest_day(agreed_on: date) -> date:
    """Give the last day of a case that was agreed on a day: 12 months."""
    return last_day(months(LONGEST_MONTHS), agreed_on)


def kept_until(ended_on: date) -> date:
    """Give the day on which a case that ended is deleted."""
    return last_day(months(KEPT_MONTHS), ended_on)


def running_until(ends_by: date | None, consent_until: date | None, *, otherwise: date) -> date:
    """Give the day on which a case goes although nobody ever ends it: as if it had ended on its last lawful day."""
    days = [day for day in (ends_by, consent_until) if day is not None]
    return kept_until(max(days)) if days else otherwise


def due_next(standing: Standing) -> Due | None:
    """Give what is due first; None once the case is over."""
    if standing.state.is_over:
        return None
    if standing.state is ExitState.ENQUIRY:
        return Due(day=standing.since + ANSWER_DAYS, what="Mødes om samtykke")
    return min(_all_due(standing), key=lambda due: due.day)


def objections_to_prolonging(*, ends_by: date | None, until: date, reason: str) -> dict[str, list[str]]:
    """Give every reason not to let it last longer: the average is six months, 12 the most, more only with a reason."""
    if ends_by is None:
        return {"until": ["Forløbet har ingen sidste dag endnu. Den sættes med exit-aftalen."]}
    found: dict[str, list[str]] = {}
    if until <= ends_by:
        found.setdefault("until", []).append("Den nye dag skal ligge efter den nuværende sidste dag.")
    if until > last_day(months(PROLONGED_MONTHS), ends_by):
        found.setdefault("until", []).append("Forlæng højst 6 måneder ad gangen. Det er aftalt lokalt.")
    if len(reason.strip()) < FEWEST_LETTERS:
        found["reason"] = ["Skriv, hvorfor 12 måneder ikke er nok for netop dette menneske."]
    return found


def _all_due(standing: Standing) -> list[Due]:
    rhythm = CONTACT_DAYS if standing.state in _IN_CONTACT else AFTERCARE_DAYS
    found = [Due(day=(standing.last_contact or standing.since) + rhythm, what="Kontakt")]
    found += [Due(day=day, what="Skridt i planen") for day in standing.steps_due]
    if standing.consent_until is not None:
        found.append(Due(day=standing.consent_until - WARNED_DAYS, what="Samtykket skal fornyes"))
    if standing.ends_by is not None:
        found.append(Due(day=standing.ends_by - WARNED_DAYS, what="Slut eller forlæng forløbet"))
    return found
