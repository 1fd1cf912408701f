"""Signing in by name and password, throttled; wrong name and wrong password get the same answer in the same time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.attempts import note_attempt, refuse_when_throttled
from rundbord.identity.actions.password import is_right_password
from rundbord.identity.actions.take_seat import Vouched, take_seat
from rundbord.identity.models import User
from rundbord.identity.queries import may_sign_in_locally, seats_of
from rundbord.identity.vocabulary import Proof

WRONG = "Brugernavn eller adgangskode er forkert. Prøv igen, eller bed din administrator om et nyt engangslink."
THROUGH_YOUR_AUTHORITY = "Din myndighed har lukket for adgangskoder. Log ind gennem din myndighed."
NO_SEAT = "Din bruger har ingen funktion i dag. Kontakt din administrator."


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A session that has begun: the token goes into the cookie; several seats call for a choice."""

    token: str
    has_choice: bool


def sign_in(name: str, password: str, *, address: str) -> SignedIn:
    """Begin a session in the user's first seat, or raise Refused; `address` is the network address, kept as a hash."""
    with speaking_as(AUTH):
        user = find_user(name)
        refuse_when_throttled(name, address)
        is_right = is_right_password(user, password)
        note_attempt(name, address, succeeded=is_right)
        if user is None or not is_right:
            audit.record_at_the_door(
                Event.SIGN_IN_FAILED,
                user=user.pk if user else None,
                authority=user.authority_id if user else None,
            )
            raise Refused(WRONG)
        if not may_sign_in_locally(user):
            audit.record_at_the_door(
                Event.SIGN_IN_FAILED, user=user.pk, authority=user.authority_id, details={"reason": "not locally"}
            )
            raise Refused(THROUGH_YOUR_AUTHORITY)
        with transaction.atomic(using=AUTH):
            return begin_session(user)


def begin_session(
    user: User,
    *,
    proof: Proof = Proof.PASSWORD,
    proved_at: datetime | None = None,
    vouched: Vouched | None = None,
) -> SignedIn:
    """Begin a session for a user who has proved who they are so far; a second factor is asked for within it."""
    seats = seats_of(user.pk)
    if not seats:
        raise Refused(NO_SEAT)
    token = take_seat(user, seats[0], proof=proof, proved_at=proved_at, vouched=vouched)
    return SignedIn(token=token, has_choice=len(seats) > 1)


def find_user(full_name: str) -> User | None:
    """Find an open user by `name@code`, whatever the case."""
    name, _, code = full_name.strip().lower().partition("@")
    return User.objects.filter(sign_in_name=name, authority__code=code, closed_at=None).first()
