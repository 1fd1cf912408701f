"""What an authority's own identity provider says of somebody, and what it means here; knows no protocol (ADR 0035)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.access.roles import Role
from rundbord.identity.rules.duties import roles_of
from rundbord.identity.rules.users import LONGEST_NAME, objections_to_user
from rundbord.identity.vocabulary import AuthorityKind, Level, Proof

# How long somebody may take at their provider, and how far two clocks may differ (OIOSAML: three to five minutes).
REQUEST_LASTS = timedelta(minutes=10)
CLOCKS_DIFFER = timedelta(minutes=3)
LEVEL_TOO_LOW = (
    "Din myndighed har kun bekræftet dig på niveauet Lav. Din rolle kræver Betydelig. Log ind igen med to trin."
)
NO_PRIVILEGE = "Din myndighed har ikke givet dig en rolle i Rundbord. Tal med den, der styrer adgange hos jer."
_PROOFS = {Level.LOW: Proof.PROVIDER_LOW, Level.SUBSTANTIAL: Proof.PROVIDER, Level.HIGH: Proof.PROVIDER_HIGH}
_NOT_IN_A_NAME = re.compile(r"[^a-zæøå0-9._-]+")
_LONGEST_SIGN_IN_NAME = 40


@dataclass(frozen=True, kw_only=True)
class Assertion:
    """What was said of one user, and has been proved to come from the provider that was asked."""

    issuer: str
    subject: str
    level: Level
    privileges: frozenset[str]
    name: str = ""
    email: str = ""
    user_name: str = ""
    authenticated_at: datetime | None = None
    session: str = ""
    # Rights that hold in the unit of this name alone, what a logout must call the user, and the message's own id.
    narrowed: frozenset[tuple[str, str]] = frozenset()
    told_as: Mapping[str, str] | None = None
    message: str = ""

    @property
    def proof(self) -> Proof:
        """What the session has proved by it."""
        return _PROOFS[self.level]


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a privilege means: a role in one unit of the authority whose provider it is."""

    value: str
    unit_id: UUID
    role: Role
    unit_name: str = ""


Entitled = frozenset[tuple[UUID, Role]]


def entitled_to(
    privileges: Collection[str],
    meanings: Iterable[Meaning],
    *,
    kind: AuthorityKind,
    narrowed: Collection[tuple[str, str]] = frozenset(),
) -> Entitled:
    """Give the duties that an assertion entitles to; a role that the kind of authority does not have is none."""
    allowed = roles_of(kind)
    return frozenset(
        (meaning.unit_id, meaning.role)
        for meaning in meanings
        if (meaning.value in privileges or (meaning.value, meaning.unit_name) in narrowed) and meaning.role in allowed
    )


def level_in(told: object, *, substantial: str, high: str) -> Level:
    """Read the level (NSIS); what is not known, not told or told twice is Lav."""
    if not isinstance(told, str) or not told:
        return Level.LOW
    if high and told == high:
        return Level.HIGH
    return Level.SUBSTANTIAL if substantial and told == substantial else Level.LOW


def privileges_in(told: object) -> frozenset[str]:
    """Read privileges: one text or a list of texts; anything else is none."""
    each = [told] if isinstance(told, str) else told
    if not isinstance(each, list):
        return frozenset()
    return frozenset(value for value in each if isinstance(value, str) and value)


def is_recent(authenticated_at: datetime | None, *, since: datetime) -> bool:
    """Tell whether somebody proved who they are after they were asked to; a provider that does not say has not."""
    return authenticated_at is not None and authenticated_at >= since - CLOCKS_DIFFER


def name_for(assertion: Assertion, *, otherwise: str) -> str:
    """Give the name that colleagues read: as told, or the other one where that would not do."""
    told = " ".join(assertion.name.split())[:LONGEST_NAME]
    return otherwise if objections_to_user(name=told, sign_in_name="xx", is_taken=False) else told


def sign_in_name_for(assertion: Assertion, *, taken: Collection[str]) -> str:
    """Make a free sign-in name of what the provider calls the user; it lets nobody in, and stays."""
    plain = _NOT_IN_A_NAME.sub("-", assertion.user_name.partition("@")[0].lower()).strip("-._")[:_LONGEST_SIGN_IN_NAME]
    if objections_to_user(name="x", sign_in_name=plain, is_taken=False):
        plain = f"bruger-{hashlib.sha256(assertion.subject.encode()).hexdigest()[:8]}"
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, *numbered) if name not in taken)
