"""How the rules stand in the own authority: who approved them until when, what is proposed, what the archive wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.deletion.models import ArchiveWord, PeriodDecision, PeriodProposal, RulesApproval
from rundbord.deletion.queries.periods import longest_of, periods_of
from rundbord.deletion.rules.approving import fingerprint_of, is_due
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.rules.rule import Rule
from rundbord.deletion.vocabulary import ArchiveDuty, ArchiveKind
from rundbord.vocabulary import label_of

_YEAR = 365


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """One rule as it stands here."""

    rule: Rule
    days: int | None
    longest: int | None
    proposal: PeriodProposal | None

    @property
    def is_shorter(self) -> bool:
        """Tell whether the authority has chosen a shorter period."""
        return self.days is not None and self.longest is not None and self.days < self.longest

    @property
    def words(self) -> str:
        """Write the period."""
        return days_in_words(self.days) if self.days is not None else "Følger hændelsen"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What an officer has approved, and whether it is time to look again."""

    approval: RulesApproval | None
    is_same: bool
    is_due: bool

    @property
    def mark(self) -> tuple[str, str]:
        """Name it with a kind of mark."""
        if self.approval is None:
            return "Ikke godkendt", "warning"
        if not self.is_same:
            return "Ændret siden godkendelsen", "warning"
        return ("Skal ses igennem", "warning") if self.is_due else ("Godkendt", "success")


def days_in_words(days: int) -> str:
    """Write a number of days as people say it."""
    if days == 0:
        return "Samme dag"
    if days >= 2 * _YEAR and days % _YEAR == 0:
        return f"{days // _YEAR} år"
    return "1 dag" if days == 1 else f"{days} dage"


def fingerprint_here(actor: Actor) -> str:
    """Sum up the rules as they stand in the own authority."""
    return fingerprint_of(RULES.values(), periods_of(actor.authority_id))


def standing_of(actor: Actor, *, today: date | None = None) -> Standing:
    """Tell how the newest approval stands."""
    newest = RulesApproval.objects.filter(authority_id=actor.authority_id).order_by("-said_at", "-id").first()
    is_same = newest is not None and newest.fingerprint == fingerprint_here(actor)
    day = today or timezone.localdate()
    due = is_due(newest.review_on if newest else None, is_same=is_same, today=day)
    return Standing(approval=newest, is_same=is_same, is_due=due)


def rule_rows(actor: Actor) -> list[RuleRow]:
    """List every rule with the period in force and what is proposed."""
    periods = periods_of(actor.authority_id)
    waiting = {each.rule: each for each in waiting_proposals(actor)}
    return [
        RuleRow(
            rule=rule,
            days=periods.get(rule.key, longest_of(rule) if rule.days is not None else None),
            longest=longest_of(rule) if rule.days is not None else None,
            proposal=waiting.get(rule.key),
        )
        for rule in RULES.values()
    ]


def waiting_proposals(actor: Actor) -> list[PeriodProposal]:
    """List proposals that nobody has decided, the oldest first."""
    waiting = PeriodProposal.objects.filter(authority_id=actor.authority_id, decisions=None)
    return list(waiting.order_by("said_at", "id"))


def decisions_of(actor: Actor) -> list[PeriodDecision]:
    """List the newest decisions."""
    decided = PeriodDecision.objects.filter(authority_id=actor.authority_id).select_related("proposal")
    return list(decided.order_by("-said_at", "-id")[:20])


def proposal_of(proposal_id: UUID, actor: Actor) -> PeriodProposal:
    """Give a proposal of the own authority."""
    found = PeriodProposal.objects.filter(pk=proposal_id, authority_id=actor.authority_id).first()
    if found is None:
        raise Http404
    return found


def archive_duty(kind: ArchiveKind, authority_id: UUID) -> ArchiveDuty:
    """Tell what must happen before things of a kind go; until somebody has said so, nothing."""
    said = ArchiveWord.objects.filter(authority_id=authority_id, kind=kind.value).order_by("-said_at", "-id")
    newest = said.values_list("duty", flat=True).first()
    return ArchiveDuty(newest) if newest else ArchiveDuty.NONE


def duty_in_words(actor: Actor) -> str:
    """Say what the archive wants of files."""
    return label_of(ArchiveDuty, archive_duty(ArchiveKind.FILES, actor.authority_id).value)
