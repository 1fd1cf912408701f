"""Changing the own password: the old one is asked for, and every other session ends."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.attempts import note_attempt, refuse_when_throttled
from rundbord.identity.actions.change_factors import BY_PROVIDER, must_be_fresh
from rundbord.identity.actions.password import is_right_password, objections_to
from rundbord.identity.models import Credential, OneTimeLink, SignIn
from rundbord.identity.vocabulary import LinkKind, Proof

WRONG = "Den nuværende adgangskode er forkert."
SAME = "Den nye adgangskode er den samme som den nuværende."


def change_password(own: SignIn, old: str, new: str, *, address: str) -> None:
    """Store the new password and end the user's other sessions; raise Refused with every objection."""
    if Proof(own.proof).is_of_provider:
        raise Refused(BY_PROVIDER)
    must_be_fresh(own)
    with speaking_as(AUTH):
        _must_know(old, own, address=address)
        if objections := [*objections_to(new, user=own.user), *([SAME] if new == old else [])]:
            raise Refused({"password": objections})
        with transaction.atomic(using=AUTH):
            now = timezone.now()
            Credential.objects.filter(user_id=own.user_id).update(password_hash=make_password(new), set_at=now)
            # A link that was made before, and perhaps lost, must not undo the choice.
            OneTimeLink.objects.filter(user_id=own.user_id, kind=LinkKind.PASSWORD.value, used_at=None).update(
                used_at=now
            )
            SignIn.objects.filter(user_id=own.user_id, ended_at=None).exclude(pk=own.pk).update(ended_at=now)
            audit.record_at_the_door(Event.PASSWORD_SET, user=own.user_id, authority=own.duty.authority_id)


def _must_know(old: str, own: SignIn, *, address: str) -> None:
    """Count tries as those of the second step are, so that an open session is no place to guess at."""
    name = f"own-password:{own.user_id}"
    refuse_when_throttled(name, address)
    is_right = is_right_password(own.user, old)
    note_attempt(name, address, succeeded=is_right)
    if not is_right:
        audit.record_at_the_door(Event.PROOF_FAILED, user=own.user_id, authority=own.duty.authority_id)
        raise Refused({"old_password": [WRONG]})
