"""Beginning a session in one seat; a switch is a new session (security §4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import Duty, SignIn, User
from rundbord.identity.queries import Seat
from rundbord.identity.tokens import hash_of, new_token
from rundbord.identity.vocabulary import Proof


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """By whom the authority's own provider vouched for a session, and what it calls the session there."""

    identity_id: UUID | None = None
    session: str = ""
    told_as: Mapping[str, str] | None = None


def take_seat(
    user: User, seat: Seat, *, proof: Proof, proved_at: datetime | None = None, vouched: Vouched | None = None
) -> str:
    """Begin a session as this seat and give its token; `proved_at` is now, or when the former session was proved."""
    now, by = timezone.now(), vouched or Vouched()
    token = new_token()
    with speaking_as(AUTH):
        duty = Duty.objects.get(pk=seat.duty_id, user=user)
        SignIn.objects.create(
            user=user,
            duty=duty,
            partnership_id=seat.partnership_id,
            partnership_name=seat.partnership_name,
            token_hash=hash_of(token),
            epoch=user.session_epoch,
            started_at=now,
            seen_at=now,
            proof=proof.value,
            proved_at=proved_at or now,
            identity_id=by.identity_id,
            provider_session=by.session,
            told_as=by.told_as,
        )
        audit.record_at_the_door(Event.SIGNED_IN, user=user.pk, authority=duty.authority_id)
    return token
