"""Who can be told outside the system, by a letter; and the order of secrecy that goes with some letters."""

from __future__ import annotations

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.vocabulary import Capacity, Condition, LegalBasis

# In the order in which a form offers them: the young person first.
OUTSIDERS_TO_TELL = (
    *(Capacity.YOUNG_PERSON, Capacity.CUSTODY_HOLDER, Capacity.RELATIVE, Capacity.NETWORK, Capacity.MENTOR),
    *(Capacity.INTAKE, Capacity.CHILD_WELFARE, Capacity.HOUSING, Capacity.LANDLORD, Capacity.ASSOCIATION),
)
# An underretning is written and kept elsewhere, and talk of nobody leaves no copy.
_WRITTEN_ELSEWHERE = frozenset({LegalBasis.NOTIFY, LegalBasis.NOTIFY_ALL, LegalBasis.ANONYMOUS})

SECRECY_ORDER = (
    "Du har fået fortrolige oplysninger, fordi de er nødvendige for din opgave. Vi pålægger dig derfor tavshedspligt"
    " om dem efter forvaltningslovens § 27, stk. 6.",
    "Du må ikke fortælle dem videre, heller ikke til familie, kolleger eller venner, og du må kun bruge dem til den"
    " opgave, du har fået dem til.",
    "Den, der bryder tavshedspligten, kan straffes efter straffelovens § 152 og §§ 152 c–152 f.",
    "Tavshedspligten gælder også, når opgaven er slut.",
)


def can_be_carried_out_here(basis: LegalBasis) -> bool:
    """Tell whether a disclosure by this basis is made here at all."""
    return basis not in _WRITTEN_ELSEWHERE


def secrecy_order(basis: LegalBasis) -> tuple[str, ...]:
    """Give the order of secrecy that a letter must carry; empty where the law itself binds the recipient."""
    return SECRECY_ORDER if basis == LegalBasis.IMPOSED_SECRECY else ()


def leaves_the_platform(basis: LegalBasis) -> bool:
    """Tell whether the recipient is reached by the authority's own post alone."""
    return Condition.LEAVES_PLATFORM in BASES[basis].conditions
