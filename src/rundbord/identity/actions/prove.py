"""Proving once more who sits there: by passkey, code, recovery code, or by the password where there is nothing else.

Every failure reads alike and takes like work, and tries are counted as tries at a password are. What is proved gives
the session another token, so that whoever knew the old one is out.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity import code_apps, passkeys
from rundbord.identity.actions.attempts import note_attempt, refuse_when_throttled
from rundbord.identity.actions.password import is_right_password
from rundbord.identity.models import Challenge, CodeApp, Passkey, RecoveryCode, SignIn
from rundbord.identity.queries import factors_of
from rundbord.identity.rules import CHALLENGE_LASTS
from rundbord.identity.tokens import hash_of, keyed_hash_of, new_token
from rundbord.identity.vocabulary import Ceremony, Proof

NOT_PROVED = "Det kunne ikke bekræftes. Prøv igen, eller brug en anden måde."
_CHALLENGE_BYTES = 32


def challenge_to_sign(sign_in: SignIn) -> dict[str, object]:
    """Give what the browser is to sign, for this session and for a few minutes."""
    held = factors_of(sign_in.user_id).passkeys
    return passkeys.asks_for_signature(held, new_challenge(sign_in, Ceremony.PROVE))


def prove_by_passkey(sign_in: SignIn, answer: str, *, address: str) -> str:
    """Take a passkey's signature and give the session's new token; raise Refused where it does not hold."""
    return _proved(sign_in, lambda: _signed(sign_in, answer), address=address)


def prove_by_code(sign_in: SignIn, code: str, *, address: str) -> str:
    """Take a code of the app, or a recovery code, and give the session's new token; raise Refused."""
    return _proved(sign_in, lambda: _proof_by_code(sign_in, code), address=address)


def prove_by_password(sign_in: SignIn, password: str, *, address: str) -> str:
    """Take the password of a user without second factor and give the session's new token; raise Refused."""
    return _proved(sign_in, lambda: _proof_by_password(sign_in, password), address=address)


def prove_in_demo(sign_in: SignIn) -> str:
    """Let one click count in the demonstration, for an invented user without second factor."""
    if factors_of(sign_in.user_id).count or Proof(sign_in.proof).is_of_provider:
        raise Refused(NOT_PROVED)
    return renewed(sign_in, Proof(sign_in.proof))


def new_challenge(sign_in: SignIn, ceremony: Ceremony) -> bytes:
    """Make the one challenge of a session and a ceremony; an older one is worth nothing from now on."""
    now, value = timezone.now(), secrets.token_bytes(_CHALLENGE_BYTES)
    with speaking_as(AUTH):
        Challenge.objects.filter(expires_at__lt=now).delete()
        Challenge.objects.update_or_create(
            sign_in=sign_in,
            ceremony=ceremony.value,
            defaults={"value": value, "expires_at": now + CHALLENGE_LASTS},
        )
    return value


def used_up_challenge(sign_in: SignIn, ceremony: Ceremony) -> bytes | None:
    """Take the session's challenge away and give it; None where there is none, or somebody else just took it."""
    waiting = Challenge.objects.filter(sign_in=sign_in, ceremony=ceremony.value, expires_at__gt=timezone.now())
    challenge = waiting.first()
    if challenge is None:
        return None
    taken, _ = Challenge.objects.filter(pk=challenge.pk, value=challenge.value).delete()
    return bytes(challenge.value) if taken else None


def renewed(sign_in: SignIn, proof: Proof) -> str:
    """Note the proof, and give the session another token: the old one is worth nothing from now on."""
    token = new_token()
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        changed = SignIn.objects.filter(pk=sign_in.pk, ended_at=None, token_hash=sign_in.token_hash).update(
            token_hash=hash_of(token), proof=proof.value, proved_at=timezone.now()
        )
        if not changed:
            raise Refused(NOT_PROVED)
        audit.record_at_the_door(
            Event.PROVED,
            user=sign_in.user_id,
            authority=sign_in.duty.authority_id,
            details={"proof": proof.value, "session": str(sign_in.pk)},
        )
    return token


def _proved(sign_in: SignIn, prove: Callable[[], Proof | None], *, address: str) -> str:
    if Proof(sign_in.proof).is_of_provider:
        # What the provider vouched for too weakly, it alone vouches for better.
        raise Refused(NOT_PROVED)
    name = f"second-factor:{sign_in.user_id}"
    with speaking_as(AUTH):
        refuse_when_throttled(name, address)
        proof = prove()
        note_attempt(name, address, succeeded=proof is not None)
        if proof is None:
            audit.record_at_the_door(Event.PROOF_FAILED, user=sign_in.user_id, authority=sign_in.duty.authority_id)
            raise Refused(NOT_PROVED)
    return renewed(sign_in, proof)


def _signed(sign_in: SignIn, answer: str) -> Proof | None:
    challenge = used_up_challenge(sign_in, Ceremony.PROVE)
    held = Passkey.objects.filter(user_id=sign_in.user_id, credential_id=passkeys.credential_id_in(answer)).first()
    if challenge is None or held is None:
        return None
    signed = passkeys.signature_in(answer, passkey=held, challenge=challenge)
    if signed is None:
        return None
    counted = Passkey.objects.filter(pk=held.pk, sign_count=held.sign_count).update(
        sign_count=signed.sign_count, is_backed_up=signed.is_backed_up, used_at=timezone.now()
    )
    return Proof.PASSKEY if counted else None


def _proof_by_code(sign_in: SignIn, code: str) -> Proof | None:
    """Try both, whatever the user has: neither the words nor the time tell which of them there is."""
    plain = "".join(code.split()).replace("-", "").upper()
    by_app = _is_code_of_app(sign_in, plain)
    by_recovery = RecoveryCode.objects.filter(
        user_id=sign_in.user_id, code_hash=hash_of_recovery_code(plain), used_at=None
    ).update(used_at=timezone.now())
    if by_app:
        return Proof.CODE_APP
    return Proof.RECOVERY_CODE if by_recovery else None


def _is_code_of_app(sign_in: SignIn, code: str) -> bool:
    app = CodeApp.objects.filter(user_id=sign_in.user_id).first()
    secret = code_apps.unseal(bytes(app.sealed_secret), bound_to=str(app.user_id)) if app else None
    step = code_apps.step_of(code, secret or code_apps.NO_SECRET)
    if app is None or secret is None or step is None:
        return False
    # Of two who send the same code at once, one is let in.
    newer = CodeApp.objects.filter(pk=app.pk, last_step__lt=step)
    return bool(newer.update(last_step=step, used_at=timezone.now()))


def _proof_by_password(sign_in: SignIn, password: str) -> Proof | None:
    is_right = is_right_password(sign_in.user, password)
    return Proof.PASSWORD if is_right and not factors_of(sign_in.user_id).count else None


def hash_of_recovery_code(code: str) -> bytes:
    """Hash a recovery code under the installation's key."""
    return keyed_hash_of(f"recovery:{code}")
