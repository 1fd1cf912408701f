"""How long a session lasts, how often one may try, and which passwords will do."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

PASSWORD_LEAST_LENGTH = 12
PASSWORD_MOST_LENGTH = 200
LINK_LASTS = timedelta(hours=24)
# Shorter than the originals of police reports last, since a draft can hold one that was pasted and never sent.
DRAFTS_LAST = timedelta(days=7)
# A form left open on Friday afternoon is sent on Monday morning; an older page or session keeps no words, since whoever
# finds it by then is hardly its writer.
PAGES_LAST = timedelta(days=3)
ATTEMPTS_WINDOW = timedelta(minutes=15)
ATTEMPTS_PER_NAME = 5
ATTEMPTS_PER_ADDRESS = 30
_TOO_PLAIN = frozenset({"adgangskode", "password", "kodeord", "rundbord", "sommer", "vinter", "politi", "kommune"})


def session_lasts(
    *, started_at: datetime, seen_at: datetime, now: datetime, idle: timedelta, absolute: timedelta
) -> bool:
    """Tell whether a session is neither idle too long nor older than it may become (ASVS 7.3)."""
    return now - seen_at < idle and now - started_at < absolute


def still_keeps_words(*, seen_at: datetime, now: datetime) -> bool:
    """Tell whether what is sent in a session that has lapsed is still kept for its user."""
    return now - seen_at < PAGES_LAST


def must_wait(*, failures_for_name: int, failures_from_address: int) -> bool:
    """Tell whether the next try must wait; the wait ends by itself, so nobody can lock another out for good."""
    return failures_for_name >= ATTEMPTS_PER_NAME or failures_from_address >= ATTEMPTS_PER_ADDRESS


def objections_to_password(password: str, *, sign_in_name: str) -> list[str]:
    """Give every reason why a password will not do, in Danish; length counts, odd signs do not (NIST 800-63B)."""
    plain = re.sub(r"[\d\W_]+", "", password.lower())
    checks = {
        f"Adgangskoden skal være på mindst {PASSWORD_LEAST_LENGTH} tegn.": len(password) < PASSWORD_LEAST_LENGTH,
        "Adgangskoden er for lang.": len(password) > PASSWORD_MOST_LENGTH,
        "Adgangskoden må ikke indeholde dit brugernavn.": sign_in_name.lower() in password.lower(),
        "Adgangskoden er for let at gætte. Brug for eksempel fire tilfældige ord.": plain in _TOO_PLAIN
        or len(set(password)) < 5,
    }
    return [objection for objection, applies in checks.items() if applies]
