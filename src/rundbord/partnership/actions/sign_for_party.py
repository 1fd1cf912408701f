"""Entering and striking signatures and budget lines of an agreement."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Agreement, BudgetLine, Party, Signature
from rundbord.partnership.queries.governance import term_of
from rundbord.partnership.rules.signing import objections_to_budget, objections_to_signature


@dataclass(frozen=True, kw_only=True)
class SignatureTerms:
    """By which office a party signed, on which day, and the name where the signatory wants it there."""

    office: str
    name: str
    signed_on: date


@dataclass(frozen=True, kw_only=True)
class BudgetTerms:
    """What is paid in a year, in whole kroner, and for what."""

    year: int
    amount: int
    purpose: str


def add_signature(agreement: Agreement, party: Party, terms: SignatureTerms, *, by: Actor) -> Signature:
    """Note that a party has signed."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    again = Signature.objects.filter(agreement=agreement, party=party, office=terms.office).exists()
    term = term_of(agreement)
    if reasons := objections_to_signature(terms.office, terms.name, signed_on=terms.signed_on, term=term, again=again):
        raise Refused(reasons)
    row = Signature.objects.create(
        partnership_id=agreement.partnership_id, agreement=agreement, party=party, **asdict(terms)
    )
    audit.record(Event.SIGNATURE_ADDED, about=agreement, by=by)
    return row


def strike_signature(signature: Signature, *, by: Actor) -> None:
    """Take a signature out that was entered by mistake."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    audit.record(Event.SIGNATURE_STRUCK, about=signature.agreement, by=by)
    Signature.objects.filter(pk=signature.pk).delete()


def add_budget_line(
    agreement: Agreement, party: Party, terms: BudgetTerms, *, overridden: list[str], by: Actor
) -> BudgetLine:
    """Note what a party pays in a year."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    if reasons := objections_to_budget(year=terms.year, amount=terms.amount, term=term_of(agreement)):
        raise Refused(reasons)
    line = BudgetLine.objects.create(
        partnership_id=agreement.partnership_id, agreement=agreement, party=party, **asdict(terms)
    )
    audit.record(Event.BUDGET_SET, about=agreement, by=by, details={"year": terms.year, "amount": terms.amount})
    audit.record_overriding(overridden, about=agreement, by=by)
    return line


def strike_budget_line(line: BudgetLine, *, by: Actor) -> None:
    """Take a budget line out."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    audit.record(Event.BUDGET_STRUCK, about=line.agreement, by=by, details={"year": line.year, "amount": line.amount})
    BudgetLine.objects.filter(pk=line.pk).delete()
