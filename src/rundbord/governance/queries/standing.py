"""How an authority stands today: its units, users and settings, and the parties that it sits with."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import Authority, SignInRule, Unit, User
from rundbord.identity.vocabulary import AuthorityKind, Regime
from rundbord.partnership.queries import parties, seat_of


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the papers say of one authority; counts and names of authorities and units, never of persons."""

    authority: str
    is_police: bool
    units: tuple[tuple[str, str], ...]
    users: int
    demands_second_factor: bool
    parties: tuple[tuple[str, str], ...]
    idle_minutes: int
    absolute_hours: int
    log_days: int


def standing_of_authority(by: Actor) -> Standing:
    """Read it, as far as the actor's own authority reaches."""
    authority = Authority.objects.get(pk=by.authority_id)
    rule = SignInRule.objects.filter(authority_id=by.authority_id).first()
    today = timezone.localdate()
    return Standing(
        authority=authority.name,
        is_police=authority.kind == AuthorityKind.POLICE.value,
        units=tuple(
            (unit.name, Regime(unit.regime).label)
            for unit in Unit.objects.filter(authority_id=by.authority_id, closed_at=None).order_by("name")
        ),
        users=User.objects.filter(authority_id=by.authority_id, closed_at=None).count(),
        demands_second_factor=bool(rule and rule.second_factor_for_everybody),
        parties=tuple(
            (party.authority.name, AuthorityKind(party.kind).label)
            for party in parties()
            if seat_of(party).holds_on(today)
        ),
        idle_minutes=settings.IDLE_MINUTES,
        absolute_hours=settings.ABSOLUTE_HOURS,
        log_days=settings.LOG_DAYS,
    )
