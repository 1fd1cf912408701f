"""Find and mask what could single out a person in Danish free text.

`mask` and `masked` are for public police reports on their way into the picture; `findings` and
`suggested_wording` guard everything that people type into it.
"""

from rundbord.reading.persons.finding import Finding, FindingKind, Severity, Span
from rundbord.reading.persons.guard import findings, suggested_wording
from rundbord.reading.persons.masking import Masked, mask, masked

__all__ = [
    "Finding",
    "FindingKind",
    "Masked",
    "Severity",
    "Span",
    "findings",
    "mask",
    "masked",
    "suggested_wording",
]
