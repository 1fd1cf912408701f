"""Opening and closing a wall screen: a display that acts for its opener's authority and can do nothing but show."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.tokens import hash_of
from rundbord.situation.models import WallSession

LONGEST_HOURS = 12
# 20 signs of 31 that are not mistaken for each other (99 bits), in groups that can be typed on a remote control.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _SIGNS_IN_GROUP = 4, 5


@dataclass(frozen=True, kw_only=True)
class OpenedWall:
    """A new wall session, and its token, which is kept nowhere."""

    session: WallSession
    token: str


def open_wall(*, label: str, hours: int, by: Actor) -> OpenedWall:
    """Open a session for so many hours."""
    by.must(Permission.OPEN_WALL)
    if not 1 <= hours <= LONGEST_HOURS:
        raise Refused({"hours": [f"Vælg mellem 1 og {LONGEST_HOURS} timer."]})
    token, now = _new_token(), timezone.now()
    session = WallSession.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        label=label,
        token_hash=hash_of(token),
        opened_by=by.user_id,
        opened_at=now,
        expires_at=now + timedelta(hours=hours),
    )
    audit.record(Event.WALL_OPENED, about=session, by=by, details={"hours": hours})
    return OpenedWall(session=session, token=token)


def close_wall(session: WallSession, *, by: Actor) -> None:
    """Close a session of the own authority; a second time changes nothing."""
    by.must(Permission.OPEN_WALL)
    if WallSession.objects.filter(pk=session.pk, closed_at=None).update(closed_at=timezone.now()):
        audit.record(Event.WALL_CLOSED, about=session, by=by)


def _new_token() -> str:
    groups = ("".join(secrets.choice(_SIGNS) for _ in range(_SIGNS_IN_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
