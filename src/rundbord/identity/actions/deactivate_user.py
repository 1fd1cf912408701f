"""Closing a user and opening them again."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Duty, User
from rundbord.identity.queries import has_other_administrator
from rundbord.identity.rules import LAST_ADMINISTRATOR
from rundbord.identity.rules.users import IS_NAMELESS, NAMELESS


def deactivate_user(user: User, *, by: Actor) -> None:
    """Close the user: open sessions are over for good, duties stay for the day they are opened again."""
    by.must(Permission.ADMINISTER_USERS)
    is_administrator = Duty.objects.filter(user_id=user.pk, role=Role.ADMINISTRATOR, ends_on=None).exists()
    if is_administrator and not has_other_administrator(than=user.pk, day=timezone.localdate()):
        raise Refused(LAST_ADMINISTRATOR)
    open_user = User.objects.filter(pk=user.pk, closed_at=None)
    open_user.update(closed_at=timezone.now(), session_epoch=F("session_epoch") + 1)
    audit.record(Event.USER_DEACTIVATED, about=user, by=by)


def reactivate_user(user: User, *, by: Actor) -> None:
    """Open the user again, with the duties that are still in force and the old password."""
    by.must(Permission.ADMINISTER_USERS)
    if user.name == NAMELESS:
        raise Refused(IS_NAMELESS)
    User.objects.filter(pk=user.pk).update(closed_at=None)
    audit.record(Event.USER_REACTIVATED, about=user, by=by)
