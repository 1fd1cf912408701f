"""Matching one CPR number with another that nobody sees: marks of one round, and commitments to what was put in.

A mark is the blind index by the round's own key, cut to 128 bits: equal numbers of one round have equal marks, and when
the round's key is gone, marks mean nothing. A leaf binds an authority to a number without telling it: SHA-256 of a salt
and the number, where the salt is made from the authority's own key and the nomination. An authority can thus open one
leaf on demand, later, though nothing else of the nomination is kept.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from rundbord.keys.core.blind_index import IndexKey, index_of_cpr
from rundbord.keys.core.cpr import Cpr

_MARK_BYTES = 16
_LEAF, _ROOT = b"\x00", b"\x01"


def mark_of(cpr: Cpr, round_key: IndexKey) -> UUID:
    """Give the 128 bits by which two nominations of one round are matched."""
    return UUID(bytes=index_of_cpr(cpr, round_key)[:_MARK_BYTES])


def salt_of(nomination_id: UUID, authority_key: IndexKey) -> bytes:
    """Give the 32 bytes with which a leaf is salted; the authority alone can make them again."""
    return hmac.digest(authority_key.secret, b"rundbord.leaf" + nomination_id.bytes, "sha256")


def leaf_of(cpr: Cpr, salt: bytes) -> bytes:
    """Commit to a number."""
    return hashlib.sha256(_LEAF + salt + cpr.digits.encode()).digest()


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Commit to all of an authority's leaves, in the order of their bytes; sharing/who_else_sql.py does the same."""
    return hashlib.sha256(_ROOT + b"".join(sorted(leaves))).digest()
