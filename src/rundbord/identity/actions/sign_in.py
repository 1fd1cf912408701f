"""Signing in by name and password, throttled; wrong name and wrong password get the same answer in the same time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.take_seat import take_seat
from rundbord.identity.models import Credential, SignInAttempt, User
from rundbord.identity.queries import seats_of
from rundbord.identity.rules import ATTEMPTS_WINDOW, must_wait
from rundbord.identity.tokens import keyed_hash_of

WRONG = "Brugernavn eller adgangskode er forkert. Prøv igen, eller bed din administrator om et nyt engangslink."
WAIT = "Der har været for mange forsøg. Vent et kvarter, og prøv igen."
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
        _refuse_when_throttled(name, address)
        is_right = _is_right(user, password)
        _note_attempt(name, address, succeeded=is_right)
        if user is None or not is_right:
            audit.record_at_the_door(
                Event.SIGN_IN_FAILED,
                user=user.pk if user else None,
                authority=user.authority_id if user else None,
            )
            raise Refused(WRONG)
        with transaction.atomic(using=AUTH):
            return begin_session(user)


def begin_session(user: User) -> SignedIn:
    """Begin a session for a user whose identity is proved."""
    seats = seats_of(user.pk)
    if not seats:
        raise Refused(NO_SEAT)
    token = take_seat(user, seats[0])
    return SignedIn(token=token, has_choice=len(seats) > 1)


def find_user(full_name: str) -> User | None:
    """Find an open user by `name@code`, whatever the case."""
    name, _, code = full_name.strip().lower().partition("@")
    return User.objects.filter(sign_in_name=name, authority__code=code, closed_at=None).first()


def _is_right(user: User | None, password: str) -> bool:
    credential = Credential.objects.filter(user=user).first() if user else None
    if credential is None:
        make_password(password)  # the same work as a check, so that time does not tell who exists
        return False
    return check_password(password, credential.password_hash)


def _refuse_when_throttled(name: str, address: str) -> None:
    since = timezone.now() - ATTEMPTS_WINDOW
    failures = SignInAttempt.objects.filter(at__gte=since, succeeded=False)
    if must_wait(
        failures_for_name=failures.filter(name_hash=keyed_hash_of(name.strip())).count(),
        failures_from_address=failures.filter(address_hash=keyed_hash_of(address)).count(),
    ):
        raise Refused(WAIT)


def _note_attempt(name: str, address: str, *, succeeded: bool) -> None:
    now = timezone.now()
    SignInAttempt.objects.filter(at__lt=now - timedelta(days=1)).delete()
    SignInAttempt.objects.create(
        name_hash=keyed_hash_of(name.strip()), address_hash=keyed_hash_of(address), at=now, succeeded=succeeded
    )
