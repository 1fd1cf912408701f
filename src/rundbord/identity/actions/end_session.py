"""Ending one's own sessions elsewhere."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import SignIn


def end_session(other: SignIn, *, own: SignIn) -> None:
    """End one of the user's sessions; its token is worth nothing from now on."""
    _end(own, {"pk": other.pk})


def end_other_sessions(own: SignIn) -> None:
    """End all of the user's sessions but this one."""
    _end(own, {})


def _end(own: SignIn, wanted: dict[str, object]) -> None:
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        others = SignIn.objects.filter(user_id=own.user_id, ended_at=None, **wanted).exclude(pk=own.pk)
        if count := others.update(ended_at=timezone.now()):
            audit.record_at_the_door(
                Event.SESSION_ENDED, user=own.user_id, authority=own.duty.authority_id, details={"count": count}
            )
