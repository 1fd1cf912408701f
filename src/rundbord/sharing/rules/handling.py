"""What follows a disclosure: conditions that the recipient must keep, when the copy ends, and when the act is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.sharing.rules.ages import end_at_adulthood
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.gang_facts import BANNER, last_day
from rundbord.sharing.rules.information import TREATMENT, Readers
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import Condition, InformationClass, LegalBasis

_BY_NAME = frozenset({Readers.NAMED, Readers.COORDINATORS})


@dataclass(frozen=True, kw_only=True)
class Handling:
    """`ends_on` is the last day on which the recipient may have the copy; `due_on` the last day for the act itself."""

    conditions: tuple[Condition, ...]
    ends_on: date | None
    due_on: date | None
    banner: str


def handling_of(proposal: Proposal, basis: LegalBasis) -> Handling:
    """Tell what follows when a proposal is carried out by a basis."""
    row = BASES[basis]
    received = proposal.documented_on
    return Handling(
        conditions=_conditions(proposal, row.conditions),
        ends_on=_ends_on(proposal, basis),
        due_on=received + timedelta(days=row.due_days) if received and row.due_days else None,
        banner=BANNER if proposal.holds(InformationClass.GANG) else "",
    )


def wants_named_readers(proposal: Proposal) -> bool:
    """Tell whether something in it is of a class that named people alone read, wherever it lies (table A.13)."""
    return any(TREATMENT[fact.information_class].readers in _BY_NAME for fact in proposal.facts)


def _conditions(proposal: Proposal, of_basis: tuple[Condition, ...]) -> tuple[Condition, ...]:
    if Condition.NAMED_READERS in of_basis or not wants_named_readers(proposal):
        return of_basis
    return (*of_basis, Condition.NAMED_READERS)


def _ends_on(proposal: Proposal, basis: LegalBasis) -> date | None:
    """Take the earliest end of all: by the basis, by the consent, by each fact, and by the eighteenth birthday."""
    kept_days = BASES[basis].kept_days
    if kept_days is None:
        return None
    ends = [proposal.today + timedelta(days=kept_days)]
    if basis.is_consent and proposal.consent:
        ends.append(proposal.consent.valid_until)
    for fact in proposal.facts:
        if fact.keep_until:
            ends.append(fact.keep_until)
        if fact.information_class == InformationClass.GANG and fact.confirmed_on:
            ends.append(last_day(fact.confirmed_on, proposal.policy))
    born_on = proposal.subject.born_on if proposal.subject else None
    earliest = min(ends)
    return end_at_adulthood(born_on, today=proposal.today, ends_on=earliest) if born_on else earliest
