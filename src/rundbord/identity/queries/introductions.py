"""Who has passed the introduction to the rules, and until when it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import CodeApp, IntroductionPass, Passkey, SignInRule
from rundbord.identity.rules import REMIND_BEFORE
from rundbord.identity.rules.introduction import OLDEST_THAT_COUNTS


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """What an administrator sees of a user: until when the introduction holds, and whether there is a second factor."""

    holds_until: date | None
    has_factor: bool


def holds_until(user_id: UUID, authority_id: UUID) -> date | None:
    """Give the last day of a user's passed introduction in an authority; None where there is none that counts."""
    with speaking_as(AUTH):
        passes = _counting().filter(user_id=user_id, authority_id=authority_id).order_by("-holds_until")
        return passes.values_list("holds_until", flat=True).first()


def readiness_of(user_ids: Iterable[UUID]) -> dict[UUID, Readiness]:
    """Tell of these users of the own authority how ready they are; what they can prove is asked at the door."""
    wanted = list(user_ids)
    passes = _counting().filter(user_id__in=wanted).values_list("user_id").annotate(last=Max("holds_until"))
    until = dict(passes.order_by())
    with speaking_as(AUTH):
        armed = set(Passkey.objects.filter(user_id__in=wanted).values_list("user_id", flat=True))
        armed |= set(CodeApp.objects.filter(user_id__in=wanted).values_list("user_id", flat=True))
    return {each: Readiness(holds_until=until.get(each), has_factor=each in armed) for each in wanted}


def wants_second_factor(authority_id: UUID) -> bool:
    """Tell whether the own authority demands a second factor of everybody."""
    return SignInRule.objects.filter(authority_id=authority_id, second_factor_for_everybody=True).exists()


def passes_to_remind_of() -> list[IntroductionPass]:
    """List the own authority's passes that soon end, that nothing newer replaces, and that nobody was told of."""
    today = timezone.localdate()
    soon = _counting().filter(reminded_at=None, holds_until__gte=today, holds_until__lte=today + REMIND_BEFORE)
    last = dict(_counting().values_list("user_id").annotate(last=Max("holds_until")).order_by())
    return [each for each in soon.order_by("holds_until", "id") if each.holds_until == last[each.user_id]]


def _counting() -> QuerySet[IntroductionPass]:
    return IntroductionPass.objects.filter(version__gte=OLDEST_THAT_COUNTS)
