"""Forums in which every party sits: what they decide may stand in what all parties read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.partnership.models import ForumSeat, Party

_PARTIES = ("police", "municipality")


def authorities_at_table(actor: Actor, *, kinds: Collection[str] = ()) -> set[UUID]:
    """Give the parties of today, of some kinds where these are given."""
    today = timezone.localdate()
    in_force = Q(left_on=None) | Q(left_on__gte=today)
    parties = Party.objects.filter(in_force, joined_on__lte=today, partnership_id=actor.table_id)
    narrowed = parties.filter(kind__in=kinds) if kinds else parties
    return set(narrowed.values_list("authority_id", flat=True))


def forums_of_all_parties(actor: Actor) -> list[UUID]:
    """Give the forums with a seat in force for the police and each municipality of the partnership."""
    parties, today = authorities_at_table(actor, kinds=_PARTIES), timezone.localdate()
    in_force = Q(ends_on=None) | Q(ends_on__gte=today)
    held = ForumSeat.objects.filter(in_force, starts_on__lte=today, partnership_id=actor.table_id)
    seated: dict[UUID, set[UUID]] = {}
    for forum_id, authority_id in held.values_list("forum_id", "authority_id"):
        seated.setdefault(forum_id, set()).add(authority_id)
    return [forum_id for forum_id, authorities in seated.items() if parties <= authorities]
