"""The shape of one legal basis: a row of table A.12, with the predicates that are its alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rundbord.identity.vocabulary import Channel
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import (
    Capacity,
    Condition,
    DisclosurePurpose,
    InformationClass,
    PersonRole,
    Requirement,
)
from rundbord.vocabulary import Term

Check = Callable[[Proposal], Iterator[Finding]]

EVERY_ROLE = frozenset(PersonRole)
EVERY_PURPOSE = frozenset(DisclosurePurpose)
# P1–P4: what can pass at all without a basis of its own.
PERSONAL = frozenset(
    {InformationClass.IDENTITY, InformationClass.PRIVATE, InformationClass.OFFENCE, InformationClass.SPECIAL}
)
IDENTITY_AND_PRIVATE = frozenset({InformationClass.IDENTITY, InformationClass.PRIVATE})
IDENTITY_AND_OFFENCE = frozenset({InformationClass.IDENTITY, InformationClass.OFFENCE})


class Certainty(Term):
    """Certainty — vished: how the project knows that the law says so."""

    READ = "read", "Læst i lovteksten"
    SEEN = "seen", "Set i myndigheders praksis"
    CHOSEN = "chosen", "Forsigtigt valg, afventer jurist"


@dataclass(frozen=True, kw_only=True)
class Route:
    """Any of these may tell any of those."""

    senders: frozenset[Capacity]
    recipients: frozenset[Capacity]


@dataclass(frozen=True, kw_only=True)
class Basis:
    """One legal basis.

    `youngest` and `oldest` are ages today, both included; empty means that the law has no limit. `kept_days` is our
    cautious default for how long the recipient may keep the copy; empty when nothing about a person passes.
    `in_partnership`: sender and recipients must be parties to an agreement in force. `due_days` runs from the day on
    which the police's documentation was received; being late does not make the act unlawful.
    """

    paragraph: str
    sentence: str
    routes: tuple[Route, ...]
    purposes: frozenset[DisclosurePurpose]
    classes: frozenset[InformationClass]
    kept_days: int | None
    conditions: tuple[Condition, ...]
    certainty: Certainty = Certainty.READ
    channel: Channel | None = None
    roles: frozenset[PersonRole] = EVERY_ROLE
    youngest: int | None = None
    oldest: int | None = None
    needs: tuple[Requirement, ...] = ()
    own_checks: tuple[Check, ...] = ()
    in_partnership: bool = False
    wants_necessity: bool = True
    is_about_person: bool = True
    due_days: int | None = None

    @property
    def has_age_limit(self) -> bool:
        """Tell whether the law asks how old the person is."""
        return self.youngest is not None or self.oldest is not None

    def covers_age(self, age: int) -> bool:
        """Tell whether an age lies within the law's limits."""
        return (self.youngest is None or age >= self.youngest) and (self.oldest is None or age <= self.oldest)

    @property
    def senders(self) -> frozenset[Capacity]:
        """Gather everybody who may tell by it."""
        return frozenset().union(*(route.senders for route in self.routes))

    def recipients_from(self, senders: frozenset[Capacity]) -> frozenset[Capacity]:
        """Gather everybody whom one of some senders may tell; everybody at all when none of them may."""
        open_routes = [route for route in self.routes if route.senders & senders] or self.routes
        return frozenset().union(*(route.recipients for route in open_routes))


def among(*capacities: Capacity) -> tuple[Route, ...]:
    """Let each tell each."""
    return (Route(senders=frozenset(capacities), recipients=frozenset(capacities)),)


def from_to(senders: frozenset[Capacity], recipients: frozenset[Capacity]) -> tuple[Route, ...]:
    """Let some tell others, one way."""
    return (Route(senders=senders, recipients=recipients),)
