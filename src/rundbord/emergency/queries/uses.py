"""Uses of break-glass as screens show them, and the right to it as rules judge it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event, own_entries
from rundbord.emergency.models import EmergencyAccess, EmergencyReview, EmergencyRule
from rundbord.emergency.rules.limits import Right
from rundbord.emergency.vocabulary import Finding, Standing

MOST_SHOWN = 50
# A leader and the data-protection officer; the responsible of a file is told by a notice.
_JUDGES = frozenset({Permission.APPROVE_PRIVATE, Permission.READ_OWN_LOG})
LATELY = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Use:
    """One use with what was found of it; `may_review` is false for whoever used it."""

    access: EmergencyAccess
    review: EmergencyReview | None
    standing: Standing
    may_review: bool

    @property
    def mark(self) -> str:
        """Give the kind of the badge."""
        return {
            Standing.OPEN: "urgent",
            Standing.WAITS: "warning",
            Standing.OVERDUE: "overdue",
            Standing.JUSTIFIED: "closed",
            Standing.UNJUSTIFIED: "error",
        }[self.standing]


@dataclass(frozen=True, kw_only=True)
class Count:
    """How often glass was broken in the own authority lately, and how many uses nobody has judged."""

    lately: int
    waiting: int

    @property
    def waiting_words(self) -> str:
        """Say how many wait for a judgement."""
        return f"{self.waiting} venter på efterkontrol" if self.waiting else "alle er efterkontrolleret"


def rule_of(actor: Actor) -> EmergencyRule | None:
    """Give the own authority's rule; none where nobody decided, which gives it to nobody."""
    rules = EmergencyRule.objects.filter(authority_id=actor.authority_id)
    return rules.order_by("-at", "-id").first()


def right_of(actor: Actor) -> Right:
    """Gather what counts when the actor asks to break the glass."""
    rule = rule_of(actor)
    own = EmergencyAccess.objects.filter(authority_id=actor.authority_id, user_id=actor.user_id)
    overdue = own.filter(~Exists(_reviews()), due_on__lt=timezone.localdate())
    return Right(
        is_role_given=rule is not None and actor.role in rule.roles,
        has_overdue=overdue.exists(),
        has_open=open_use(actor) is not None,
        tries_today=_tries_today(actor),
    )


def open_use(actor: Actor) -> EmergencyAccess | None:
    """Give the actor's own use that runs now."""
    running = EmergencyAccess.objects.select_related("unit").filter(
        authority_id=actor.authority_id, user_id=actor.user_id, ended_at=None, ends_at__gt=timezone.now()
    )
    return running.first()


def uses(actor: Actor) -> list[Use]:
    """List what the actor may see of, what waits for a judgement first, then the newest."""
    shown = [_use(access, actor) for access in _seen(actor).order_by("-opened_at", "-id")[:MOST_SHOWN]]
    return sorted(shown, key=lambda use: use.review is not None)


def use_of(access_id: UUID, actor: Actor) -> Use:
    """Find one use; another's does not exist, and partners' own login reads no persons."""
    if actor.is_place:
        raise Http404
    found = _seen(actor).filter(pk=access_id).first()
    if found is None:
        raise Http404
    return _use(found, actor)


def waiting_for(actor: Actor) -> int:
    """Count the uses that the actor may judge and nobody has."""
    if actor.is_place or not actor.permissions & _JUDGES:
        return 0
    waiting = _seen(actor).filter(~Exists(_reviews()))
    return sum(1 for access in waiting[:MOST_SHOWN] if may_review(access, actor))


def overdue(actor: Actor) -> list[EmergencyAccess]:
    """List the uses of the own authority whose day has passed without a judgement."""
    return list(_seen(actor).filter(~Exists(_reviews()), due_on__lt=timezone.localdate()).order_by("opened_at"))


def count_of(actor: Actor) -> Count:
    """Count for the leadership board; leaders of the own authority alone."""
    own = EmergencyAccess.objects.filter(authority_id=actor.authority_id)
    return Count(
        lately=own.filter(opened_at__gte=timezone.now() - LATELY).count(),
        waiting=own.filter(~Exists(_reviews())).count(),
    )


def may_review(access: EmergencyAccess, actor: Actor) -> bool:
    """Tell whether the actor is of the owning unit, or the officer, and not its user."""
    if access.user_id == actor.user_id:
        return False
    leads_unit = access.unit_id == actor.unit_id and actor.may(Permission.APPROVE_PRIVATE)
    return access.lead_id == actor.user_id or leads_unit or actor.may(Permission.READ_OWN_LOG)


def _seen(actor: Actor) -> QuerySet[EmergencyAccess]:
    found = EmergencyAccess.objects.filter(authority_id=actor.authority_id)
    return found.select_related("unit").prefetch_related("reviews")


def _use(access: EmergencyAccess, actor: Actor) -> Use:
    review = next(iter(access.reviews.all()), None)
    return Use(
        access=access,
        review=review,
        standing=_standing(access, review),
        may_review=review is None and may_review(access, actor),
    )


def _standing(access: EmergencyAccess, review: EmergencyReview | None) -> Standing:
    if review is not None:
        return Standing.JUSTIFIED if review.finding == Finding.JUSTIFIED else Standing.UNJUSTIFIED
    if access.ended_at is None and access.ends_at > timezone.now():
        return Standing.OPEN
    return Standing.OVERDUE if access.due_on < timezone.localdate() else Standing.WAITS


def _reviews() -> QuerySet[EmergencyReview]:
    return EmergencyReview.objects.filter(access=OuterRef("pk"))


def _tries_today(actor: Actor) -> int:
    """Count the own look-ups of today that found nothing, by the log, which forgets none."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    tried: Iterable[object] = (
        each
        for each in own_entries(event=Event.EMERGENCY_SOUGHT.value, limit=50)
        if each.user_id == actor.user_id and each.at >= midnight
    )
    return sum(1 for _ in tried)
