"""Reads of notices: one's own, how many are unread, and which authorities nightly work acts for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.opaque_version import opaque_version
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Authority, Duty, User
from rundbord.notices.models import Notice, NoticeSeen
from rundbord.notices.rules import COUNTED_FOR, MOST_COUNTED, count_in_words

PAGE_SIZE = 30
_APART = Role.EXIT_COORDINATOR.value


@dataclass(frozen=True, kw_only=True)
class NoticePage:
    """Some notices, newest first, and where the older ones begin."""

    notices: Sequence[Notice]
    older_than: datetime | None


@dataclass(frozen=True, kw_only=True)
class Unread:
    """How many notices wait for a reader, and the version by which a page knows that this has changed."""

    count: int = 0
    version: str = ""

    @property
    def words(self) -> str:
        """Write the number as a page shows it; empty when nothing waits."""
        return count_in_words(self.count)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Whom a mail is for, narrowed to a role, a unit or one user where these are given, and to who opens the page."""

    role: str = ""
    opens: str = ""
    unit_id: UUID | None = None
    user_id: UUID | None = None


def notices_of(actor: Actor, *, before: datetime | None = None) -> NoticePage:
    """Give a page of what is addressed to the actor, each with `is_seen`."""
    addressed = addressed_to(actor).select_related("authority").annotate(is_seen=Exists(_seen_by(actor)))
    if before is not None:
        addressed = addressed.filter(at__lt=before)
    rows = list(addressed.order_by("-at", "id")[: PAGE_SIZE + 1])
    shown = rows[:PAGE_SIZE]
    return NoticePage(notices=shown, older_than=shown[-1].at if len(rows) > PAGE_SIZE else None)


def notice_of(actor: Actor, notice_id: UUID) -> Notice:
    """Find one notice addressed to the actor; another's does not exist."""
    notice = addressed_to(actor).filter(pk=notice_id).first()
    if notice is None:
        raise Http404
    return notice


def unread(actor: Actor) -> QuerySet[Notice]:
    """Narrow to what the actor has not opened and is young enough to count."""
    young = addressed_to(actor).filter(at__gte=timezone.now() - COUNTED_FOR)
    return young.filter(~Exists(_seen_by(actor)))


def unread_now(actor: Actor) -> Unread:
    """Count what is unread, and stop soon after the most that is shown."""
    moments = list(unread(actor).order_by("-at").values_list("at", flat=True)[: MOST_COUNTED + 1])
    return Unread(count=len(moments), version=opaque_version(actor, [len(moments), *moments[:1]]))


def addressed_to(actor: Actor) -> QuerySet[Notice]:
    """Narrow to the actor's role, unit and own person, and to pages that the role opens.

    The database keeps other authorities' away. What waits for a second factor is told of: it opens after proof.
    What is for a whole unit is not for the exit coordinator in it, who opens none of it in that seat (ADR 0028).
    """
    named = Q(role=actor.role) | Q(user_id=actor.user_id)
    return Notice.objects.filter(
        named if actor.role == _APART else Q(role="") | Q(role=actor.role),
        Q(unit=None) | Q(unit_id=actor.unit_id),
        Q(user_id=None) | Q(user_id=actor.user_id),
        Q(opens="") | Q(opens__in=actor.permissions | actor.withheld),
        Q(recipient_id=actor.authority_id, partnership_id=actor.partnership_id),
    )


def readers_with_mail(authority_id: UUID, wanted: Wanted) -> list[tuple[UUID, UUID]]:
    """List those with an address whom a duty here today makes recipients, each once and with their own authority.

    A guest's address belongs to the guest's own authority. The host does not read it: whether there is one is asked at
    the door, and the mail is sent in the name of the authority that has it.
    """
    bearers = _bearers(authority_id, wanted)
    with speaking_as(AUTH):
        users = User.objects.filter(pk__in=bearers, closed_at=None).exclude(email="")
        return list(users.order_by("pk").values_list("authority_id", "pk"))


def _bearers(authority_id: UUID, wanted: Wanted) -> list[UUID]:
    duties = Duty.objects.filter(authority_id=authority_id, unit__closed_at=None)
    columns = {"role": wanted.role, "unit_id": wanted.unit_id, "user_id": wanted.user_id}
    narrowed = duties.filter(**{column: value for column, value in columns.items() if value})
    if wanted.opens:
        narrowed = narrowed.filter(role__in=[role for role, carried in PERMISSIONS.items() if wanted.opens in carried])
    if not wanted.role and not wanted.user_id:
        narrowed = narrowed.exclude(role=_APART)
    today = timezone.localdate()
    in_force = narrowed.filter(Q(ends_on=None) | Q(ends_on__gte=today), starts_on__lte=today)
    return list(in_force.order_by("user_id").values_list("user_id", flat=True).distinct())


def authorities() -> list[UUID]:
    """List every authority: nightly work acts for them in turn."""
    with speaking_as(AUTH):
        return list(Authority.objects.order_by("id").values_list("id", flat=True))


def workplaces() -> list[tuple[UUID, UUID]]:
    """List each authority with each partnership it sits in today: nightly work acts for them in turn."""
    places = []
    with speaking_as(AUTH), connections[AUTH].cursor() as cursor:
        for authority_id in authorities():
            cursor.execute("SELECT id FROM ctx.partnerships_of(%s) ORDER BY id", [authority_id])
            places += [(authority_id, row[0]) for row in cursor.fetchall()]
    return places


def _seen_by(actor: Actor) -> QuerySet[NoticeSeen]:
    return NoticeSeen.objects.filter(notice=OuterRef("pk"), user_id=actor.user_id)
