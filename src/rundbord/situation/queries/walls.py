"""Reads of wall screens: a display finds its session by token, before anybody is anybody; parties list their own."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Duty
from rundbord.identity.tokens import hash_of
from rundbord.situation.models import WallSession
from rundbord.situation.queries.picture_periods import newest_picture
from rundbord.situation.queries.pictures import PublishedPicture, published_picture


def wall_actor(token: str) -> Actor:
    """Make the actor of a display: the opener's authority and unit, reading alone, no name; else the same 404."""
    with speaking_as(AUTH):
        session = _open_sessions().filter(token_hash=hash_of(token)).first()
        if session is None or not _opener_is_in_office(session):
            raise Http404
    return Actor(
        user_id=session.opened_by,
        authority_id=session.authority_id,
        unit_id=session.unit_id,
        partnership_id=session.partnership_id,
        permissions=frozenset({Permission.READ_PICTURE}),
        user_title="Vægskærm",
        is_place=session.authority.is_place,
    )


def own_walls(actor: Actor) -> list[WallSession]:
    """List the sessions of the own authority that are open, newest first."""
    sessions = _open_sessions().filter(authority_id=actor.authority_id, partnership_id=actor.table_id)
    return list(sessions.select_related("unit").order_by("-opened_at"))


def own_wall(actor: Actor, session_id: UUID) -> WallSession:
    """Find one of them; another's does not exist."""
    session = WallSession.objects.filter(pk=session_id, authority_id=actor.authority_id).first()
    if session is None:
        raise Http404
    return session


def picture_on_wall(actor: Actor) -> PublishedPicture | None:
    """Give the newest picture in the display's edition."""
    newest = newest_picture()
    return published_picture(newest.number or 0, actor=actor) if newest else None


def _open_sessions() -> QuerySet[WallSession]:
    return WallSession.objects.select_related("authority").filter(closed_at=None, expires_at__gt=timezone.now())


def _opener_is_in_office(session: WallSession) -> bool:
    today = timezone.localdate()
    in_force = Q(ends_on=None) | Q(ends_on__gte=today)
    duties = Duty.objects.filter(in_force, authority_id=session.authority_id, user_id=session.opened_by)
    return duties.filter(user__closed_at=None, unit__closed_at=None, starts_on__lte=today).exists()
