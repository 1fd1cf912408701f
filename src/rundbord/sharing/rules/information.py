"""Table A.13: for each class of information who makes it, who reads it by default, how it crosses, and who needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rundbord.sharing.rules.capacities import AUTHORITIES, MUNICIPAL
from rundbord.sharing.rules.proposals import Fact, Recipient
from rundbord.sharing.vocabulary import Capacity
from rundbord.sharing.vocabulary import InformationClass as Class
from rundbord.vocabulary import Term


class Readers(Term):
    """Readers — læsere: who reads a class inside the authority that holds it, unless somebody is named."""

    PARTNERSHIP = "partnership", "Alle i partnerskabet"
    ASSIGNED = "assigned", "De tildelte sagsbehandlere"
    CLEARED = "cleared", "De tildelte sagsbehandlere, som er godkendt til det"
    NAMED = "named", "Navngivne personer"
    COORDINATORS = "coordinators", "De tre exit-koordinatorer"


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """How one class is treated. `may_cross`: can be part of a disclosure at all."""

    creators: frozenset[Capacity]
    readers: Readers
    crosses: str
    may_cross: bool = True


_EVERY_CREATOR = frozenset({*AUTHORITIES, Capacity.INVESTIGATION, Capacity.INTAKE})
_EXIT_UNITS = frozenset({Capacity.POLICE, Capacity.PROBATION, Capacity.SOCIAL, Capacity.SSP})

TREATMENT: Mapping[Class, Treatment] = MappingProxyType(
    {
        Class.AREA: Treatment(
            creators=frozenset(Capacity),
            readers=Readers.PARTNERSHIP,
            crosses="Frit i partnerskabet; tal under fem skjules.",
        ),
        Class.IDENTITY: Treatment(
            creators=_EVERY_CREATOR, readers=Readers.ASSIGNED, crosses="Kun som del af en videregivelse."
        ),
        Class.PRIVATE: Treatment(
            creators=_EVERY_CREATOR, readers=Readers.ASSIGNED, crosses="Videregivelse efter lov eller samtykke."
        ),
        Class.OFFENCE: Treatment(
            creators=frozenset({Capacity.POLICE, Capacity.PROSECUTION, Capacity.PROBATION}),
            readers=Readers.CLEARED,
            crosses="Videregivelse; fra en kommune tillige databeskyttelseslovens § 8.",
        ),
        Class.SPECIAL: Treatment(
            creators=_EVERY_CREATOR,
            readers=Readers.NAMED,
            crosses="Videregivelse med en leders godkendelse; etnicitet og religion har intet felt.",
        ),
        Class.GANG: Treatment(
            creators=frozenset({Capacity.POLICE}),
            readers=Readers.NAMED,
            crosses="Kun fra politiet efter retsplejelovens § 115, stk. 5; aldrig videre.",
        ),
        Class.EXIT: Treatment(
            creators=_EXIT_UNITS,
            readers=Readers.COORDINATORS,
            crosses="Kun mellem koordinatorerne med skriftligt samtykke.",
        ),
        Class.PROTECTED: Treatment(
            creators=_EVERY_CREATOR,
            readers=Readers.NAMED,
            crosses="Aldrig; heller ikke i lister, kort og breve.",
            may_cross=False,
        ),
    }
)

_TALKS = frozenset({Class.IDENTITY, Class.PRIVATE})
_OFFENCES = _TALKS | {Class.OFFENCE}
_HEALTH = _TALKS | {Class.SPECIAL}
_ALL = _OFFENCES | {Class.SPECIAL}

# What each needs for its task unless its leaders have cleared it for more; our cautious reading of § 32.
NEEDED: Mapping[Capacity, frozenset[Class]] = MappingProxyType(
    {
        Capacity.POLICE: _ALL | {Class.GANG, Class.EXIT},
        Capacity.PROSECUTION: _ALL,
        Capacity.PROBATION: _ALL | {Class.GANG, Class.EXIT},
        Capacity.SSP: _ALL | {Class.GANG, Class.EXIT},
        Capacity.CHILD_WELFARE: _ALL | {Class.GANG},
        Capacity.SOCIAL: _ALL | {Class.GANG, Class.EXIT},
        Capacity.SCHOOL: _TALKS,
        Capacity.CLUB: _TALKS,
        Capacity.STREET: _TALKS,
        Capacity.JOB: _TALKS,
        Capacity.HEALTH: _HEALTH,
        Capacity.DAY_CARE: _TALKS,
        Capacity.PSYCHIATRY: _ALL,
        Capacity.FAMILY_LAW: _HEALTH,
        Capacity.SELF_OWNING: _TALKS,
        Capacity.INTAKE: _ALL,
        Capacity.HOUSING: frozenset({Class.IDENTITY, Class.OFFENCE}),
        Capacity.LANDLORD: frozenset({Class.IDENTITY, Class.OFFENCE}),
        Capacity.ASSOCIATION: _TALKS,
        Capacity.MENTOR: _TALKS,
        Capacity.YOUNG_PERSON: _ALL,
        Capacity.CUSTODY_HOLDER: _OFFENCES,
        Capacity.RELATIVE: _OFFENCES,
        Capacity.NETWORK: _TALKS,
    }
)
# Who can be cleared for more: those with a task of their own in law, but never for exit or a hidden address.
_CLEARABLE = frozenset({*MUNICIPAL, Capacity.PSYCHIATRY, Capacity.SELF_OWNING, Capacity.FAMILY_LAW})
_CLASSES_TO_CLEAR = frozenset({Class.OFFENCE, Class.SPECIAL, Class.GANG})


def is_needed_by(fact: Fact, recipient: Recipient) -> bool:
    """Tell whether a recipient needs a fact of this class for its task (forvaltningsloven § 32)."""
    if fact.information_class == Class.AREA:
        return True
    if fact.information_class in NEEDED.get(recipient.capacity, frozenset()):
        return True
    is_cleared = fact.information_class in recipient.cleared_for & _CLASSES_TO_CLEAR
    return is_cleared and recipient.capacity in _CLEARABLE


def needed_by(recipient: Recipient, facts: Sequence[Fact]) -> list[Fact]:
    """Keep the facts that a recipient needs, in their order; the rest are left out before anybody chooses."""
    return [fact for fact in facts if is_needed_by(fact, recipient)]


def may_create(capacity: Capacity, information_class: Class) -> bool:
    """Tell who may write a fact of a class down as its own; what is received stays the sender's."""
    return capacity in TREATMENT[information_class].creators
