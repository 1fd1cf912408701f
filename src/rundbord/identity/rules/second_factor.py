"""Who must prove themselves twice, what a session does next, and how long a proof is fresh."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from rundbord.access.assurance import reaching_persons
from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import NextStep

# OWASP ASVS 5.0 7.5.3: whoever changes what protects the account has proved it in the last minutes.
PROOF_IS_FRESH = timedelta(minutes=5)
CHALLENGE_LASTS = timedelta(minutes=5)
RECOVERY_CODES = 10
MOST_PASSKEYS = 10

LAST_FACTOR = "Det er dit sidste andet trin, og det er et krav her. Tilføj et andet først."
TOO_MANY_PASSKEYS = f"Du kan have højst {MOST_PASSKEYS} adgangsnøgler. Fjern en, du ikke bruger."


def must_have_second_factor(*, for_everybody: bool, permissions: AbstractSet[Permission]) -> bool:
    """Tell whether a seat demands a second factor: its authority wants it of everybody, or the role reaches persons."""
    return for_everybody or bool(reaching_persons(permissions))


def next_step(*, is_proved_twice: bool, has_factor: bool, must_have: bool, is_of_provider: bool = False) -> NextStep:
    """Say what a session does before anything else; whoever has a second factor is asked for it, required or not.

    A session that the authority's own provider vouched for too weakly goes back there: no factor of ours raises it.
    """
    if is_proved_twice:
        return NextStep.NONE
    if is_of_provider:
        return NextStep.PROVE if must_have else NextStep.NONE
    if has_factor:
        return NextStep.PROVE
    return NextStep.ENROL if must_have else NextStep.NONE


def is_fresh(*, proved_at: datetime | None, now: datetime) -> bool:
    """Tell whether a session's last proof is young enough for what protects the account."""
    return proved_at is not None and now - proved_at < PROOF_IS_FRESH


def objections_to_removing(*, remaining: int, must_have: bool) -> list[str]:
    """Give every reason not to remove a factor when so many would remain."""
    return [LAST_FACTOR] if must_have and remaining < 1 else []
