"""What hangs on the agreement and the chair: signatures, budget, hand-over steps, efforts that are voted on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import (
    Agreement,
    BudgetLine,
    ChairTerm,
    HandOverStep,
    Party,
    PersonEffort,
    Renewal,
    RenewalVote,
    Signature,
)
from rundbord.partnership.queries.governance import dated_agreements
from rundbord.partnership.rules.agreements import Term
from rundbord.partnership.rules.renewals import Ballot, holds_until, standing_of
from rundbord.partnership.vocabulary import EffortStanding, RenewalResult, VoteChoice

Row = TypeVar("Row", bound=Model)
_PLACES = (AuthorityKind.HOUSING, AuthorityKind.CIVIL)


@dataclass(frozen=True, kw_only=True)
class RenewalRow:
    """A vote, what came of it, and what each party said."""

    renewal: Renewal
    ballot: Ballot
    result: RenewalResult
    votes: list[tuple[RenewalVote, VoteChoice]]

    @property
    def is_open(self) -> bool:
        """Tell whether parties may still vote."""
        return self.result is RenewalResult.OPEN

    @property
    def missing(self) -> int:
        """Count the parties that have said nothing."""
        return max(0, self.renewal.voters - len(self.votes))

    def voice_of(self, authority_id: UUID) -> RenewalVote | None:
        """Find what a party has said."""
        return next((vote for vote, _ in self.votes if vote.authority_id == authority_id), None)


@dataclass(frozen=True, kw_only=True)
class EffortRow:
    """An effort, until when it stands, and its votes, newest first."""

    effort: PersonEffort
    until: date
    standing: EffortStanding
    renewals: list[RenewalRow]

    @property
    def open_renewal(self) -> RenewalRow | None:
        """Find the vote that is open."""
        return next((each for each in self.renewals if each.is_open), None)

    @property
    def mark(self) -> str:
        """Tell how the standing is marked in lists."""
        marks = {EffortStanding.HOLDS: "success", EffortStanding.RENEW_SOON: "warning", EffortStanding.LAPSED: "error"}
        return marks.get(self.standing, "closed")


def signatures_of(agreement: Agreement) -> list[Signature]:
    """List who signed, by day and party."""
    rows = Signature.objects.filter(agreement=agreement).select_related("party__authority")
    return list(rows.order_by("signed_on", "party__authority__name", "id"))


def signature(signature_id: UUID) -> Signature:
    """Find a signature, or raise Http404."""
    return _found(Signature.objects.select_related("party__authority", "agreement").filter(pk=signature_id))


def budget_of(agreement: Agreement) -> list[BudgetLine]:
    """List what is paid, newest year first."""
    rows = BudgetLine.objects.filter(agreement=agreement).select_related("party__authority")
    return list(rows.order_by("-year", "party__authority__name", "id"))


def budget_line(line_id: UUID) -> BudgetLine:
    """Find a budget line, or raise Http404."""
    return _found(BudgetLine.objects.select_related("party__authority", "agreement").filter(pk=line_id))


def steps_of(term: ChairTerm) -> list[HandOverStep]:
    """List what moves with a chair term."""
    return list(HandOverStep.objects.filter(chair=term).order_by("id"))


def hand_over_step(step_id: UUID) -> HandOverStep:
    """Find a hand-over step, or raise Http404."""
    return _found(HandOverStep.objects.select_related("chair__party__authority").filter(pk=step_id))


def chair_term(term_id: UUID) -> ChairTerm:
    """Find a chair term, or raise Http404."""
    return _found(ChairTerm.objects.select_related("party__authority", "secretariat").filter(pk=term_id))


def newest_chair() -> ChairTerm | None:
    """Find the chair term that begins last, whether it has begun or not."""
    return ChairTerm.objects.select_related("party__authority", "secretariat").order_by("-starts_on").first()


def units_that_may_be_secretariat() -> list[Unit]:
    """List open units of the parties that may chair."""
    units = Unit.objects.select_related("authority").filter(closed_at=None, authority__in=voting_parties())
    return list(units.order_by("authority__name", "name"))


def voting_parties() -> QuerySet[Party, UUID]:
    """Give the authorities that vote: parties of today that are authorities themselves, not partners."""
    today = timezone.localdate()
    seated = Party.objects.filter(joined_on__lte=today).filter(Q(left_on=None) | Q(left_on__gte=today))
    return seated.exclude(kind__in=_PLACES).values_list("authority_id", flat=True).distinct()


def efforts() -> list[EffortRow]:
    """List person-related efforts with their votes: those that need the parties first."""
    listed = list(PersonEffort.objects.order_by("title", "id"))
    renewals = _renewals(listed)
    rows = [_effort_row(each, renewals.get(each.pk, [])) for each in listed]
    return sorted(rows, key=lambda row: (row.standing is EffortStanding.ENDED, row.until))


def effort(effort_id: UUID) -> EffortRow:
    """Find one effort with its votes, or raise Http404."""
    found = _found(PersonEffort.objects.filter(pk=effort_id))
    return _effort_row(found, _renewals([found]).get(found.pk, []))


def renewal(renewal_id: UUID) -> Renewal:
    """Find a vote, or raise Http404."""
    return _found(Renewal.objects.select_related("effort").filter(pk=renewal_id))


def renewals_that_wait_for(authority_id: UUID) -> int:
    """Count the open votes in which a party has said nothing."""
    waiting = [row.open_renewal for row in efforts()]
    return sum(1 for row in waiting if row and row.voice_of(authority_id) is None)


def agreement_that_ends() -> tuple[Agreement, Term] | None:
    """Find the agreement in force that ends within the notice, unless the next one is signed already."""
    today = timezone.localdate()
    dated = dated_agreements()
    current = next((each for each in dated if each.term.ends_soon(today)), None)
    if current is None or any(each.term.starts_on > today for each in dated):
        return None
    return current.agreement, current.term


def _renewals(listed: Iterable[PersonEffort]) -> dict[UUID, list[RenewalRow]]:
    today = timezone.localdate()
    rows = Renewal.objects.filter(effort__in=list(listed)).prefetch_related("votes__authority")
    found: dict[UUID, list[RenewalRow]] = {}
    for each in rows.order_by("-opened_on", "-id"):
        votes = [(vote, VoteChoice(vote.choice)) for vote in each.votes.all()]
        ballot = Ballot(
            until=each.until,
            decide_by=each.decide_by,
            quorum=each.quorum,
            voters=each.voters,
            choices=tuple(choice for _, choice in votes),
        )
        row = RenewalRow(
            renewal=each,
            ballot=ballot,
            result=ballot.result(today),
            votes=sorted(votes, key=lambda said: said[0].authority.name),
        )
        found.setdefault(each.effort_id, []).append(row)
    return found


def _effort_row(effort: PersonEffort, renewals: list[RenewalRow]) -> EffortRow:
    today = timezone.localdate()
    until = holds_until(effort.begun_on, [row.ballot for row in renewals], today)
    return EffortRow(
        effort=effort,
        until=until,
        standing=standing_of(until, ended_on=effort.ended_on, today=today),
        renewals=renewals,
    )


def _found(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
