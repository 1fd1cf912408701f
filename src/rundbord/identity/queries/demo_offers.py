"""What the sign-in page offers in demo mode: every user by one click."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from rundbord.access.roles import WHO_AND_WHY, Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import CodeApp, Duty, IntroductionPass, Passkey
from rundbord.identity.queries.seats import partnerships_of
from rundbord.identity.vocabulary import AuthorityKind

# Who makes the picture, who reports, who reads and decides, who keeps the house.
_ORDER = (
    Role.COORDINATOR,
    Role.REPORTER,
    Role.OFFICER,
    Role.CASE_WORKER,
    Role.TASK_FORCE,
    Role.LEADER,
    Role.SECRETARY,
    Role.PARTNER,
    Role.ADMINISTRATOR,
    Role.DPO,
    Role.REGISTRAR,
)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One user of the demonstration, offered for sign-in by one click."""

    user_id: UUID
    name: str
    authority_id: UUID
    authority: str
    short_authority: str
    kind: str
    role: Role

    @property
    def elsewhere(self) -> str:
        """Name the authority where the user's own name does not."""
        return "" if self.short_authority in self.name else self.authority

    @property
    def why(self) -> str:
        """What the role does, in one Danish sentence."""
        return WHO_AND_WHY[self.role]


@dataclass(frozen=True, kw_only=True)
class DemoOffers:
    """One user of each role to begin with, all who sit at the first table, and those who see nothing of it."""

    to_begin_with: list[Offer]
    by_authority: dict[str, list[Offer]]
    out_of_sight: dict[str, list[Offer]]


def demo_offers() -> DemoOffers:
    """List the demonstration's users; asked in demo mode alone."""
    with speaking_as(AUTH):
        duties = Duty.objects.select_related("user", "user__authority").filter(ends_on=None, user__closed_at=None)
        own = duties.filter(authority_id=F("user__authority_id")).order_by("user__created_at", "id")
        offers = [_offer(duty) for duty in own]
        tables = {offer.authority_id: frozenset(partnerships_of(offer.authority_id)) for offer in offers}
    first = tables[offers[0].authority_id] if offers else frozenset()
    inside = [offer for offer in offers if tables[offer.authority_id] & first]
    outside = [offer for offer in offers if offer not in inside]
    return DemoOffers(
        to_begin_with=_one_of_each_role(inside), by_authority=_by_authority(inside), out_of_sight=_by_authority(outside)
    )


def is_vouched_in_demo(user_id: UUID) -> bool:
    """Tell whether one click stands for both steps: for all but those who set up a second factor or show how to."""
    with speaking_as(AUTH):
        has_factor = (
            Passkey.objects.filter(user_id=user_id).exists() or CodeApp.objects.filter(user_id=user_id).exists()
        )
        return not has_factor and IntroductionPass.objects.filter(user_id=user_id).exists()


def _offer(duty: Duty) -> Offer:
    user, authority = duty.user, duty.user.authority
    return Offer(
        user_id=user.pk,
        name=user.name,
        authority_id=authority.pk,
        authority=authority.name,
        short_authority=authority.short_name,
        kind=authority.kind,
        role=Role(duty.role),
    )


def _one_of_each_role(offers: list[Offer]) -> list[Offer]:
    """Municipalities first: most of those who try the demonstration work in one."""
    first: dict[Role, Offer] = {}
    for offer in sorted(offers, key=lambda offer: offer.kind != AuthorityKind.MUNICIPALITY):
        first.setdefault(offer.role, offer)
    return [first[role] for role in _ORDER if role in first]


def _by_authority(offers: list[Offer]) -> dict[str, list[Offer]]:
    grouped: dict[str, list[Offer]] = {}
    for offer in offers:
        grouped.setdefault(offer.authority, []).append(offer)
    return grouped
