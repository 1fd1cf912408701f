"""Counting vain tries, so that nobody guesses: by name and by address, for a quarter of an hour."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.identity.models import SignInAttempt
from rundbord.identity.rules import ATTEMPTS_WINDOW, must_wait
from rundbord.identity.tokens import keyed_hash_of

WAIT = "Der har været for mange forsøg. Vent et kvarter, og prøv igen."


def refuse_when_throttled(name: str, address: str) -> None:
    """Raise Refused when there were too many vain tries with the name or from the address."""
    since = timezone.now() - ATTEMPTS_WINDOW
    failures = SignInAttempt.objects.filter(at__gte=since, succeeded=False)
    if must_wait(
        failures_for_name=failures.filter(name_hash=keyed_hash_of(name.strip())).count(),
        failures_from_address=failures.filter(address_hash=keyed_hash_of(address)).count(),
    ):
        raise Refused(WAIT)


def note_attempt(name: str, address: str, *, succeeded: bool) -> None:
    """Note a try, and drop those that are older than a day."""
    now = timezone.now()
    SignInAttempt.objects.filter(at__lt=now - timedelta(days=1)).delete()
    SignInAttempt.objects.create(
        name_hash=keyed_hash_of(name.strip()), address_hash=keyed_hash_of(address), at=now, succeeded=succeeded
    )
