"""Who is signed in, the seats they may take, their drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.db.models import F, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.assurance import Assurance, withheld
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Draft, Duty, SignIn, User
from rundbord.identity.queries.standing import Standing, permissions_at, standing_of, with_standing
from rundbord.identity.rules import session_lasts
from rundbord.identity.tokens import hash_of
from rundbord.identity.vocabulary import AuthorityKind


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One duty in one partnership: what a session acts as. The partnership is empty for an authority in none."""

    duty_id: UUID
    authority_name: str
    unit_name: str
    role: Role
    partnership_id: UUID | None
    partnership_name: str
    is_guest: bool

    @property
    def key(self) -> str:
        """Name the seat in a form."""
        return f"{self.duty_id}:{self.partnership_id or ''}"


def sign_in_of(token: str) -> SignIn | None:
    """Find the session that a cookie's token belongs to, with all that makes an actor.

    Ended ones are not found, nor those from before the user was closed or chose another password.
    """
    with speaking_as(AUTH):
        return _sessions_that_count().filter(token_hash=hash_of(token)).first()


def session_that_asked(sign_in_id: UUID) -> SignIn | None:
    """Find the session that a question to a provider was asked in, where it still counts.

    For answers that come without the session's cookie: the question tells which session it was, signed by us.
    """
    with speaking_as(AUTH):
        found = _sessions_that_count().filter(pk=sign_in_id).first()
    return found if found is not None and is_in_force(found) else None


def session_that_left(sign_in_id: UUID, authority_id: UUID) -> SignIn | None:
    """Find a session that its user ended, and that this authority's provider vouched for."""
    with speaking_as(AUTH):
        ended = SignIn.objects.filter(pk=sign_in_id, identity__authority_id=authority_id)
        return ended.exclude(ended_at=None).first()


@cache
def _sessions_that_count() -> QuerySet[SignIn]:
    """Every page asks this question, so that it is put together once; a queryset that is narrowed is a new one."""
    sign_ins = SignIn.objects.select_related("user__authority", "duty__unit", "duty__authority")
    return with_standing(sign_ins).filter(ended_at=None, epoch=F("user__session_epoch"))


def is_in_force(sign_in: SignIn) -> bool:
    """Tell whether a session still counts: neither timed out, nor its user closed, nor its duty or unit ended."""
    duty = sign_in.duty
    return (
        session_lasts(
            started_at=sign_in.started_at,
            seen_at=sign_in.seen_at,
            now=timezone.now(),
            idle=timedelta(minutes=settings.IDLE_MINUTES),
            absolute=timedelta(hours=settings.ABSOLUTE_HOURS),
        )
        and sign_in.user.closed_at is None
        and duty.unit.closed_at is None
        and duty.holds_on(timezone.localdate())
    )


def actor_of(sign_in: SignIn) -> Actor:
    """Make the actor from rights as they stand now, without those that wait for a second factor or the introduction."""
    standing = standing_of(sign_in)
    return actor_in(
        sign_in.duty,
        user=sign_in.user,
        partnership_id=sign_in.partnership_id,
        partnership_name=sign_in.partnership_name,
        standing=standing,
    )


def actor_in(
    duty: Duty,
    *,
    user: User,
    partnership_id: UUID | None,
    partnership_name: str,
    standing: Standing | None = None,
) -> Actor:
    """Make the actor that a user is by a duty, at the table of a partnership; without a session nothing is proved."""
    role = Role(duty.role)
    carried = permissions_at(role, partnership_id)
    assurance = standing.assurance if standing else Assurance.PASSWORD
    waiting = withheld(carried, assurance=assurance, knows_the_rules=standing is not None and standing.knows_the_rules)
    return Actor(
        user_id=user.pk,
        authority_id=duty.authority_id,
        unit_id=duty.unit_id,
        partnership_id=partnership_id,
        permissions=carried - waiting,
        withheld=waiting,
        assurance=assurance,
        role=role.value,
        user_name=user.name,
        user_title=role.label,
        authority_name=duty.authority.name,
        authority_kind=duty.authority.kind,
        unit_name=duty.unit.name,
        partnership_name=partnership_name,
        # An administrator changes users and units, for which the partners' workspace has no grant, and sees no more.
        is_place=duty.authority.is_place and role != Role.ADMINISTRATOR,
    )


def officers() -> list[Actor]:
    """List police officers at work today as actors in their first partnership, for loading reports by command."""
    with speaking_as(AUTH):
        duties = Duty.objects.select_related("unit", "authority", "user").filter(
            role=Role.OFFICER.value, authority__kind=AuthorityKind.POLICE.value, user__closed_at=None, ends_on=None
        )
        in_order = list(duties.order_by("user__created_at", "id"))
        seats = [(duty, partnerships_of(duty.authority_id)) for duty in in_order]
    return [
        actor_in(duty, user=duty.user, partnership_id=where[0][0], partnership_name=where[0][1])
        for duty, where in seats
        if where
    ]


def seats_of(user_id: UUID) -> list[Seat]:
    """List every seat a user may take today: at home before those of a guest, then by authority, partnership, unit."""
    with speaking_as(AUTH):
        duties = Duty.objects.select_related("unit", "authority", "user").filter(user_id=user_id, unit__closed_at=None)
        in_force = [duty for duty in duties if duty.holds_on(timezone.localdate())]
        seats = [seat for duty in in_force for seat in _seats_of_duty(duty)]
    return sorted(seats, key=lambda seat: (seat.is_guest, seat.authority_name, seat.partnership_name, seat.unit_name))


def draft_of(actor: Actor, address: str) -> Mapping[str, list[str]] | None:
    """Give the fields of the user's draft for a form's address, as they were typed."""
    draft = Draft.objects.filter(user_id=actor.user_id, authority_id=actor.authority_id, address=address).first()
    return draft.fields if draft else None


def _seats_of_duty(duty: Duty) -> list[Seat]:
    partnerships = partnerships_of(duty.authority_id) or [(None, "")]
    return [
        Seat(
            duty_id=duty.pk,
            authority_name=duty.authority.name,
            unit_name=duty.unit.name,
            role=Role(duty.role),
            partnership_id=partnership_id,
            partnership_name=name,
            is_guest=duty.authority_id != duty.user.authority_id,
        )
        for partnership_id, name in partnerships
    ]


def partnerships_of(authority_id: UUID) -> list[tuple[UUID | None, str]]:
    """List id and name of the partnerships that an authority is a party of today."""
    # Partnerships lie above identity: a database function owned by them answers this one question.
    with connections[AUTH].cursor() as cursor:
        cursor.execute("SELECT id, name FROM ctx.partnerships_of(%s) ORDER BY name", [authority_id])
        return [(row[0], row[1]) for row in cursor.fetchall()]
