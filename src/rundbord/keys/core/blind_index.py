"""Blind indexes: equal values of one authority have equal bytes, which tell nothing to whoever lacks the key.

A CPR number has few possibilities: some 58 million for ages 10 to 25. So the index is keyed *and* stretched:
HMAC-SHA-256 of Argon2id (RFC 9106) of the value. The salt of Argon2id is made from the key, so that no table can be
reckoned ahead of a theft. What kind of value it is stands in the salt: a CPR number and a name never meet.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum

from argon2.low_level import Type, hash_secret_raw

from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.names import name_parts

INDEX_BYTES = 32
_SALT_BYTES = 16


class IndexPurpose(StrEnum):
    """What an index key is for; a value indexed for one purpose is not found with the key of another."""

    LOOK_UP = "look-up"
    WHO_ELSE = "who-else"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one hash costs: memory in KiB, passes over it."""

    memory_kib: int
    passes: int


@dataclass(frozen=True, kw_only=True, repr=False)
class IndexKey:
    """An authority's key for one purpose, with the cost that it was founded with: another cost finds nothing again."""

    secret: bytes
    cost: Cost


def index_of_cpr(cpr: Cpr, key: IndexKey) -> bytes:
    """Give the 32 bytes by which a CPR number is found."""
    return _index(b"cpr", cpr.digits, key)


def indexes_of_name(name: str, key: IndexKey) -> tuple[bytes, ...]:
    """Give the 32 bytes of each part of a name, each part once."""
    return tuple(_index(b"name", part, key) for part in name_parts(name))


def _index(kind: bytes, value: str, key: IndexKey) -> bytes:
    stretched = hash_secret_raw(
        secret=value.encode(),
        salt=hmac.digest(key.secret, b"rundbord.salt." + kind, "sha256")[:_SALT_BYTES],
        time_cost=key.cost.passes,
        memory_cost=key.cost.memory_kib,
        parallelism=1,
        hash_len=INDEX_BYTES,
        type=Type.ID,
    )
    return hmac.digest(key.secret, b"rundbord.index." + kind + stretched, "sha256")
