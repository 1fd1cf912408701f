"""Adding and taking away what one's second proof is; each asks for a proof of the last minutes.

The first one added ends all other sessions, which were begun by the password alone.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity import code_apps, passkeys
from rundbord.identity.actions.prove import hash_of_recovery_code, new_challenge, renewed, used_up_challenge
from rundbord.identity.models import CodeApp, Passkey, RecoveryCode, SignIn
from rundbord.identity.queries import factors_of, has_fresh_proof, standing_of
from rundbord.identity.rules import (
    MOST_PASSKEYS,
    RECOVERY_CODES,
    TOO_MANY_PASSKEYS,
    objections_to_removing,
)
from rundbord.identity.vocabulary import Ceremony, NextStep, Proof

NOT_FRESH = "Bekræft først, hvem du er."
BY_PROVIDER = "Du er logget ind gennem din myndighed. Andet trin styres der."
NOT_ADDED = "Adgangsnøglen kunne ikke tilføjes. Prøv igen, eller brug en kodeapp."
WRONG_CODE = "Koden passer ikke. Vent på den næste, og se, om telefonens ur går rigtigt."
ALREADY_THERE = "Du har allerede en kodeapp. Fjern den først, hvis du vil bruge en anden."
# Without letters and digits that look alike; 16 of 32 signs are 80 random bits.
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 16


@dataclass(frozen=True, kw_only=True)
class Added:
    """A factor that was added: the session's new token, and recovery codes to be shown once where it is the first."""

    token: str
    recovery_codes: tuple[str, ...]


def challenge_to_register(sign_in: SignIn) -> dict[str, object]:
    """Give what the browser is to make, for this session and for a few minutes."""
    must_be_fresh(sign_in)
    held = factors_of(sign_in.user_id).passkeys
    return passkeys.asks_for_new_key(sign_in.user, held, new_challenge(sign_in, Ceremony.REGISTER))


def add_passkey(sign_in: SignIn, name: str, answer: str) -> Added:
    """Add a passkey under the user's own name for it; raise Refused where the answer does not hold."""
    must_be_fresh(sign_in)
    with speaking_as(AUTH):
        challenge = used_up_challenge(sign_in, Ceremony.REGISTER)
        made = passkeys.new_key_in(answer, challenge=challenge) if challenge else None
        if made is None:
            raise Refused(NOT_ADDED)
        held = factors_of(sign_in.user_id)
        if len(held.passkeys) >= MOST_PASSKEYS:
            raise Refused(TOO_MANY_PASSKEYS)
        try:
            with transaction.atomic(using=AUTH):
                Passkey.objects.create(
                    user_id=sign_in.user_id, name=name.strip(), added_at=timezone.now(), **vars(made)
                )
                return _added(sign_in, Event.PASSKEY_ADDED, Proof.PASSKEY, is_first=not held.count)
        except IntegrityError:
            raise Refused(NOT_ADDED) from None


def add_code_app(sign_in: SignIn, secret: str, code: str) -> Added:
    """Add the app that shows this code of the secret; raise Refused where it is of no half minute near now."""
    must_be_fresh(sign_in)
    held = factors_of(sign_in.user_id)
    step = code_apps.step_of("".join(code.split()), secret)
    if held.code_app is not None:
        raise Refused(ALREADY_THERE)
    if step is None:
        raise Refused({"code": [WRONG_CODE]})
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        CodeApp.objects.create(
            user_id=sign_in.user_id,
            sealed_secret=code_apps.seal(secret, bound_to=str(sign_in.user_id)),
            last_step=step,
            added_at=timezone.now(),
        )
        return _added(sign_in, Event.CODE_APP_ADDED, Proof.CODE_APP, is_first=not held.count)


def remove_passkey(sign_in: SignIn, passkey: Passkey) -> None:
    """Take a passkey away; raise Refused where it is the last factor and one is demanded."""
    _refuse_to_leave_none(sign_in)
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        Passkey.objects.filter(pk=passkey.pk, user_id=sign_in.user_id).delete()
        _tell(Event.PASSKEY_REMOVED, sign_in)


def remove_code_app(sign_in: SignIn) -> None:
    """Take the code app away; raise Refused where it is the last factor and one is demanded."""
    _refuse_to_leave_none(sign_in)
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        CodeApp.objects.filter(user_id=sign_in.user_id).delete()
        _tell(Event.CODE_APP_REMOVED, sign_in)


def make_recovery_codes(sign_in: SignIn) -> tuple[str, ...]:
    """Make ten codes in place of all old ones, and give them to be shown this once."""
    must_be_fresh(sign_in)
    if not factors_of(sign_in.user_id).count:
        raise Refused("Sæt først et andet trin op.")
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        return _new_codes(sign_in)


def must_be_fresh(sign_in: SignIn) -> None:
    """Ask here too: a screen that forgot to would open the account to whoever found it open."""
    if Proof(sign_in.proof).is_of_provider:
        # Or a weak word of the provider would be raised by a factor of ours.
        raise Refused(BY_PROVIDER)
    if not has_fresh_proof(sign_in) or standing_of(sign_in).next_step is NextStep.PROVE:
        raise Refused(NOT_FRESH)


def _refuse_to_leave_none(sign_in: SignIn) -> None:
    must_be_fresh(sign_in)
    remaining = factors_of(sign_in.user_id).count - 1
    if reasons := objections_to_removing(remaining=remaining, must_have=standing_of(sign_in).must_have):
        raise Refused(reasons)


def _added(sign_in: SignIn, event: Event, proof: Proof, *, is_first: bool) -> Added:
    _tell(event, sign_in)
    codes: tuple[str, ...] = ()
    if is_first:
        codes = _new_codes(sign_in)
        others = SignIn.objects.filter(user_id=sign_in.user_id, ended_at=None).exclude(pk=sign_in.pk)
        others.update(ended_at=timezone.now())
    return Added(token=renewed(sign_in, proof), recovery_codes=codes)


def _new_codes(sign_in: SignIn) -> tuple[str, ...]:
    codes = tuple("".join(secrets.choice(_SIGNS) for _ in range(_CODE_LENGTH)) for _ in range(RECOVERY_CODES))
    now = timezone.now()
    RecoveryCode.objects.filter(user_id=sign_in.user_id).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user_id=sign_in.user_id, code_hash=hash_of_recovery_code(code), made_at=now) for code in codes
    )
    _tell(Event.RECOVERY_CODES_MADE, sign_in)
    return tuple("-".join(code[at : at + 4] for at in range(0, _CODE_LENGTH, 4)) for code in codes)


def _tell(event: Event, sign_in: SignIn) -> None:
    audit.record_at_the_door(event, user=sign_in.user_id, authority=sign_in.duty.authority_id)
