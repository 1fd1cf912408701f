"""Entering an agreement, correcting its words, extending it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Agreement, AgreementExtension
from rundbord.partnership.queries import dated_agreements, partnership, term_of
from rundbord.partnership.rules.agreements import Term, objections_to_agreement, objections_to_extension


@dataclass(frozen=True, kw_only=True)
class AgreementTerms:
    """What the parties signed, and for how long; both days count."""

    title: str
    text: str
    signed_on: date
    starts_on: date
    ends_on: date


def sign_agreement(terms: AgreementTerms, *, overridden: list[str], by: Actor) -> Agreement:
    """Enter an agreement; raise Refused when it overlaps another."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    _refuse_overlap(terms, but=None)
    agreement = Agreement.objects.create(partnership=partnership(), **asdict(terms))
    audit.record(Event.AGREEMENT_SIGNED, about=agreement, by=by)
    audit.record_overriding(overridden, about=agreement, by=by)
    return agreement


def change_agreement(agreement: Agreement, terms: AgreementTerms, *, overridden: list[str], by: Actor) -> None:
    """Correct an agreement's words or days; raise Refused when it would overlap another."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    _refuse_overlap(terms, but=agreement)
    Agreement.objects.filter(pk=agreement.pk).update(**asdict(terms))
    audit.record(Event.AGREEMENT_CHANGED, about=agreement, by=by)
    audit.record_overriding(overridden, about=agreement, by=by)


def extend_agreement(
    agreement: Agreement, *, ends_on: date, decided_on: date, note: str, overridden: list[str], by: Actor
) -> AgreementExtension:
    """Give the agreement a later end; raise Refused when it is none, or runs into the next agreement."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    term = term_of(agreement)
    reasons = objections_to_extension(term, ends_on=ends_on, decided_on=decided_on, today=timezone.localdate())
    later = [dated.term for dated in dated_agreements() if dated.term.starts_on > term.ends_on]
    for other in (other for other in later if other.starts_on <= ends_on):
        reasons.setdefault("ends_on", []).append(f"Aftalen »{other.title}« begynder før den dag.")
    if reasons:
        raise Refused(reasons)
    extension = AgreementExtension.objects.create(
        partnership_id=agreement.partnership_id, agreement=agreement, ends_on=ends_on, decided_on=decided_on, note=note
    )
    audit.record(Event.AGREEMENT_EXTENDED, about=agreement, by=by, details={"ends_on": ends_on.isoformat()})
    audit.record_overriding(overridden, about=agreement, by=by)
    return extension


def _refuse_overlap(terms: AgreementTerms, *, but: Agreement | None) -> None:
    others = [dated.term for dated in dated_agreements() if but is None or dated.agreement.pk != but.pk]
    extended = [extension.ends_on for extension in but.extensions.all()] if but else []
    proposed = Term(title=terms.title, starts_on=terms.starts_on, ends_on=max([terms.ends_on, *extended]))
    if reasons := objections_to_agreement(proposed, signed_on=terms.signed_on, others=others):
        raise Refused(reasons)
