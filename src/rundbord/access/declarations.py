"""What each app says of its own tables: whom they are about, why they are kept, and until when."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.vocabulary import Term


class About(Term):
    """About — om hvem: whose personal data a table holds, if any."""

    NOBODY = "nobody", "Ingen personoplysninger"
    STAFF = "staff", "Medarbejdere, der logger ind"
    CITIZENS = "citizens", "Borgere"


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One table: `model` is its label in code; purpose, keeping and handing out are Danish sentences for a jurist.

    `is_enforced`: the program itself ends the keeping; else the sentence is a rule that awaits approval.
    """

    model: str
    about: About
    purpose: str
    kept: str
    handed_out: str = "Indeholder ingen personoplysninger at udlevere."
    is_enforced: bool = False
