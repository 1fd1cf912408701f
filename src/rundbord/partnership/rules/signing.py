"""What may be noted as a signature or as a budget line."""

from __future__ import annotations

from datetime import date

from rundbord.partnership.rules.agreements import Reasons, Term

MOST_KRONER = 1_000_000_000


def objections_to_signature(office: str, name: str, *, signed_on: date, term: Term, again: bool) -> Reasons:
    """Every reason to refuse a signature, by form field."""
    checks = [
        ("name", "Skriv navnet uden tal. Cpr-numre hører ikke til her.", any(sign.isdigit() for sign in name)),
        ("signed_on", "Ingen kan underskrive, efter at aftalen er slut.", signed_on > term.ends_on),
        ("office", "Skriv embedet uden tal.", any(sign.isdigit() for sign in office)),
        ("office", "Den underskrift er allerede lagt ind.", again),
    ]
    return {field: [sentence] for field, sentence, applies in checks if applies}


def objections_to_budget(*, year: int, amount: int, term: Term) -> Reasons:
    """Every reason to refuse a budget line, by form field."""
    first, last = term.starts_on.year, term.ends_on.year
    checks = [
        ("year", f"Aftalen gælder fra {first} til {last}. Vælg et år imellem.", not first <= year <= last),
        ("amount", "Skriv et beløb i hele kroner, større end nul.", not 0 < amount <= MOST_KRONER),
    ]
    return {field: [sentence] for field, sentence, applies in checks if applies}
