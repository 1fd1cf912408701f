"""Who may be told of an exit case on paper: whom the consent names, a coordinator without a seat here or another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from rundbord.interventions.exit_vocabulary import ExitSide
from rundbord.sharing.rules.proposals import Recipient
from rundbord.sharing.vocabulary import Capacity, InformationClass, LegalBasis

# In the order in which a form offers them; family is told by the person, and parents are not asked for an adult.
EXIT_OUTSIDERS = (
    *(Capacity.MENTOR, Capacity.ASSOCIATION, Capacity.JOB, Capacity.HEALTH, Capacity.SOCIAL),
    *(Capacity.HOUSING, Capacity.LANDLORD),
)
_SIDES: Mapping[ExitSide, Capacity] = MappingProxyType(
    {
        ExitSide.MUNICIPALITY: Capacity.SOCIAL,
        ExitSide.POLICE: Capacity.POLICE,
        ExitSide.PROBATION: Capacity.PROBATION,
    }
)


@dataclass(frozen=True, kw_only=True)
class Outsider:
    """Somebody whom a consent names and who reads nothing here; `key` is the consent's own."""

    key: UUID
    name: str
    capacity: Capacity
    is_coordinator: bool

    @property
    def basis(self) -> LegalBasis:
        """Give the basis: the exit declaration between coordinators, a plain consent for others."""
        return LegalBasis.CONSENT_EXIT if self.is_coordinator else LegalBasis.CONSENT

    @property
    def words_class(self) -> InformationClass:
        """Give what is typed for them: between coordinators it is of the case, to others what the consent lets pass."""
        return InformationClass.EXIT if self.is_coordinator else InformationClass.PRIVATE

    @property
    def label(self) -> str:
        """Name them with what they are."""
        return f"{self.name}, {self.capacity.label}"

    def recipient(self) -> Recipient:
        """Give them as the rules judge them: a letter has one reader, who is named."""
        return Recipient(
            name=self.name,
            capacity=self.capacity,
            readers=frozenset({self.name}),
            is_exit_coordinator=self.is_coordinator,
        )


def capacity_of_side(side: ExitSide) -> Capacity:
    """Tell what a coordinator of a side is."""
    return _SIDES[side]


def objections_to_outsiders(
    by_letter: Mapping[ExitSide, str], others: Mapping[str, tuple[str, str]]
) -> dict[str, list[str]]:
    """Give every reason why these cannot be named: `others` are pairs of kind and name by the form's field."""
    found: dict[str, list[str]] = {}
    for side, name in by_letter.items():
        if not name.strip() or name.strip().casefold() == "ingen":
            found.setdefault("by_letter", []).append(f"Skriv navnet på {side.label.lower()}.")
    for field, (kind, name) in others.items():
        if bool(kind) != bool(name.strip()):
            found[field] = ["Skriv både hvad og hvem."]
    names = [name.strip() for name in (*by_letter.values(), *(name for _, name in others.values())) if name.strip()]
    if len(set(names)) != len(names):
        found.setdefault("by_letter", []).append("To har samme navn. Skriv dem, så de kan kendes fra hinanden.")
    return found
