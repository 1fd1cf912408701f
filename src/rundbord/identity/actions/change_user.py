"""Changing what colleagues call a user, and where mail goes."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Duty, User
from rundbord.identity.rules import objections_to_user


def change_user(user: User, *, name: str, email: str, by: Actor) -> None:
    """Change name and mail address; the sign-in name stays, since guests' invitations and the log know it."""
    by.must(Permission.ADMINISTER_USERS)
    if reasons := objections_to_user(name=name, sign_in_name=user.sign_in_name, is_taken=False):
        raise Refused(reasons)
    User.objects.filter(pk=user.pk).update(name=name.strip(), email=email)
    Duty.objects.filter(user_id=user.pk).update(user_label=name.strip())
    audit.record(Event.USER_CHANGED, about=user, by=by)
