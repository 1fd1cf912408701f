"""A disclosure that somebody proposes: every fact that the rules judge, and no word of its content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.identity.vocabulary import Channel, Regime
from rundbord.sharing.rules.ages import age_on
from rundbord.sharing.rules.policy import CAUTIOUS, LocalPolicy
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    OffenceGround,
    PersonRole,
    ReleaseGroup,
    Requirement,
    SourceGrade,
)


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The unit that tells."""

    capacity: Capacity
    authority: UUID
    regime: Regime
    channels: frozenset[Channel] = frozenset()
    is_exit_coordinator: bool = False


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """The unit or the outsider that is told; `name` is unique in the proposal and may be shown to the sender.

    `authority` and `regime` are empty for people outside the authorities; `readers` are the users who are named as
    readers, by any key; `cleared_for` are classes that its leaders have cleared it for beyond the usual need.
    """

    name: str
    capacity: Capacity
    authority: UUID | None = None
    regime: Regime | None = None
    channels: frozenset[Channel] = frozenset()
    readers: frozenset[str] = frozenset()
    cleared_for: frozenset[InformationClass] = frozenset()
    is_exit_coordinator: bool = False
    is_notifier: bool = False


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whom it is about; without a name. `born_on` is empty when nobody knows the day."""

    born_on: date | None
    role: PersonRole
    release: ReleaseGroup | None = None
    has_protected_address: bool = False

    def age(self, today: date) -> int | None:
        """Count whole years on a Danish calendar day; None when the day of birth is unknown."""
        return None if self.born_on is None else age_on(self.born_on, today)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One piece of information; `name` is unique in the proposal and may be shown to the sender.

    `received_under` is empty when the sender's authority made the fact itself. `keep_until` is its last day.
    """

    name: str
    information_class: InformationClass
    grade: SourceGrade
    observed_on: date | None
    keep_until: date | None = None
    confirmed_on: date | None = None
    received_under: LegalBasis | None = None
    owner_agrees: bool = False
    holds_address: bool = False
    names_others: bool = False


@dataclass(frozen=True, kw_only=True)
class PartnershipFrame:
    """The agreement in force, extensions included: both days count; `parties` are those of today."""

    parties: frozenset[UUID]
    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What was agreed to: to whom (names of recipients), which classes, what for, until when (last day).

    `purposes` is empty where the consent is bound to one matter by itself; `key` is the caller's own, empty for none.
    """

    given_by: frozenset[Giver]
    given_on: date
    valid_until: date
    recipients: frozenset[str]
    classes: frozenset[InformationClass]
    purposes: frozenset[DisclosurePurpose] = frozenset()
    key: UUID | None = None
    withdrawn_on: date | None = None
    is_written: bool = False
    is_informed: bool = False
    is_free: bool = False


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A disclosure before it is made. `today` is a Danish calendar day; `present` is what the sender answers for.

    `former_necessity` is what the same user wrote last time. `meetings_held` counts meetings already held about this
    child under SSD. `documented_on` is the day on which the police's documentation was received.
    Raises ValueError for a purpose that is not in the vocabulary, and for two facts or two recipients of one name.
    """

    today: date
    basis: LegalBasis | None
    purpose: DisclosurePurpose
    necessity: str
    sender: Sender
    recipients: tuple[Recipient, ...]
    subject: Subject | None
    facts: tuple[Fact, ...]
    agreement: PartnershipFrame | None = None
    consent: Consent | None = None
    honour: HonourScreening = HonourScreening.NOT_DONE
    present: frozenset[Requirement] = frozenset()
    offence_ground: OffenceGround | None = None
    special_is_approved: bool = False
    documented_on: date | None = None
    meetings_held: int = 0
    former_necessity: str = ""
    policy: LocalPolicy = CAUTIOUS

    def __post_init__(self) -> None:
        """Refuse what the rules could not judge."""
        DisclosurePurpose(self.purpose)
        for things in (self.facts, self.recipients):
            names = [thing.name for thing in things]
            if len(set(names)) != len(names):
                raise ValueError(f"not unique: {names}")

    @property
    def age(self) -> int | None:
        """Give the subject's age today; None when there is no subject or no day of birth."""
        return None if self.subject is None else self.subject.age(self.today)

    def holds(self, information_class: InformationClass) -> bool:
        """Tell whether any of its facts is of a class."""
        return any(fact.information_class == information_class for fact in self.facts)
