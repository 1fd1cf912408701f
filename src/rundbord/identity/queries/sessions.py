"""A user's own sessions, open and ended, and how often somebody tried in vain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import SignIn, SignInAttempt
from rundbord.identity.tokens import keyed_hash_of

MOST_ENDED = 20


@dataclass(frozen=True, kw_only=True)
class OwnSessions:
    """Sessions that are open, those that were last ended or ran out, and vain tries with the own name in a day."""

    open: list[SignIn]
    over: list[SignIn]
    vain_tries: int


def own_sessions(user_id: UUID) -> OwnSessions:
    """List a user's sessions in every authority, newest first."""
    with speaking_as(AUTH):
        mine = _of(user_id)
        opened = [each for each in mine.filter(**_alive()) if each.epoch == each.user.session_epoch]
        ids = [each.pk for each in opened]
        over = list(mine.exclude(pk__in=ids)[:MOST_ENDED])
        name = f"{opened[0].user.sign_in_name}@{opened[0].user.authority.code}" if opened else ""
        vain = SignInAttempt.objects.filter(
            name_hash=keyed_hash_of(name), succeeded=False, at__gte=timezone.now() - timedelta(days=1)
        ).count()
    return OwnSessions(open=opened, over=over, vain_tries=vain)


def own_session(user_id: UUID, sign_in_id: UUID) -> SignIn | None:
    """Find one of the user's own sessions that has not been ended."""
    with speaking_as(AUTH):
        return _of(user_id).filter(pk=sign_in_id, ended_at=None).first()


def _of(user_id: UUID) -> QuerySet[SignIn]:
    sign_ins = SignIn.objects.select_related("user__authority", "duty__authority", "duty__unit")
    return sign_ins.filter(user_id=user_id).order_by("-started_at", "id")


def _alive() -> dict[str, object]:
    now = timezone.now()
    return {
        "ended_at": None,
        "seen_at__gt": now - timedelta(minutes=settings.IDLE_MINUTES),
        "started_at__gt": now - timedelta(hours=settings.ABSOLUTE_HOURS),
    }
