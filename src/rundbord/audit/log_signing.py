"""The log's own keys: made once, renewed with an overlap, and what they have signed last."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from django.conf import settings

from rundbord.audit.notes import NoteSigner, VerifierKey
from rundbord.keys.current import log_keys


class NoLogKey(Exception):
    """Checkpoints were signed, and the key is not in the store: it was lost, or another store is mounted."""


def signers(*, may_found: bool = False) -> list[NoteSigner]:
    """Give the keys that sign now, the newest last; `may_found` makes the first where there never was one."""
    kept = log_keys()
    found = kept.signing()
    if not found and may_found and not kept.newest_generation():
        kept.found(_new_origin())
        renew_log_key()
        found = kept.signing()
    if not found:
        raise NoLogKey
    return [NoteSigner(kept.origin(), *seeds.seeds) for seeds in found]


def renew_log_key() -> int:
    """Make the next key, which signs beside those that are there, and give its number."""
    kept = log_keys()
    key = NoteSigner.new(kept.origin())
    number = kept.newest_generation() + 1
    kept.keep(number, (key.seed, key.seed_of_second), "\n".join(map(str, key.public)))
    return number


def verifier_keys() -> list[VerifierKey]:
    """Give the public halves of every key that the log ever had."""
    return [VerifierKey.parse(line) for line in log_keys().public()]


def _new_origin() -> str:
    """Name the log after the installation's address; the random part tells two installations there apart."""
    return f"{urlsplit(settings.ORIGIN).hostname}/log/{secrets.token_hex(4)}"
