"""Blind indexes: the same value is found again, by its own authority and purpose alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from rundbord.keys.core.blind_index import (
    INDEX_BYTES,
    IndexKey,
    IndexPurpose,
    index_of_cpr,
    indexes_of_name,
)
from rundbord.keys.core.cpr import read_cpr
from rundbord.keys.core.names import MOST_PARTS, name_parts
from rundbord.keys.core.trouble import CannotSeal
from rundbord.keys.store.files import FileKeyStore
from tests.keys.conftest import CHEAP

TODAY = date(2026, 11, 29)
KEY = IndexKey(secret=bytes(32), cost=CHEAP)
CPR = read_cpr("610109-4321", today=TODAY)


def test_a_number_is_found_with_or_without_hyphen() -> None:
    assert index_of_cpr(read_cpr("6101094321", today=TODAY), KEY) == index_of_cpr(CPR, KEY)
    assert len(index_of_cpr(CPR, KEY)) == INDEX_BYTES


def test_two_authorities_and_two_purposes_have_unrelated_indexes(key_store: FileKeyStore) -> None:
    owners = [uuid4(), uuid4()]
    for owner in owners:
        key_store.found(owner)
    keys = [key_store.index_key(owner, purpose) for owner in owners for purpose in IndexPurpose]

    assert len({index_of_cpr(CPR, key) for key in keys}) == len(keys)
    assert len({indexes_of_name("Åse", key) for key in keys}) == len(keys)


def test_another_number_another_cost_and_a_name_of_the_same_signs_are_not_found() -> None:
    index = index_of_cpr(CPR, KEY)

    assert index_of_cpr(read_cpr("610109-4322", today=TODAY), KEY) != index
    for cost in (replace(CHEAP, passes=2), replace(CHEAP, memory_kib=16)):
        assert index_of_cpr(CPR, replace(KEY, cost=cost)) != index


def test_the_indexes_stay_the_same_from_version_to_version() -> None:
    assert index_of_cpr(CPR, KEY).hex() == CPR_INDEX
    assert [index.hex() for index in indexes_of_name("Åse", KEY)] == [NAME_INDEX]


@pytest.mark.parametrize(
    "alike",
    [
        ("Åse Ørsted", "AASE ØRSTED", "aase ørsted", "A\u030ase Ørsted"),
        ("Anne-Marie", "anne marie", "ANNE  MARIE", "Anne‐Marie"),
        ("Renée", "RENEE", "Rene\u0301e"),
        ("O'Brian", "OBrian", "O’Brian"),
        ("Müller", "Myller"),
        ("Ærø", "ærø", "Ärö"),
    ],
)
def test_a_name_is_found_however_it_is_written(alike: tuple[str, ...]) -> None:
    assert len({name_parts(name) for name in alike}) == 1


def test_each_part_of_a_name_is_found_by_itself() -> None:
    first, last = indexes_of_name("Opdigt Opdigtsen", KEY)

    assert indexes_of_name("opdigtsen", KEY) == (last,)
    assert indexes_of_name("Opdigt", KEY) == (first,)
    assert indexes_of_name("Opdigt Opdigt", KEY) == (first,)


@pytest.mark.parametrize("empty", ["", "  ", "123", "-'-", "_"])
def test_what_holds_no_letter_has_no_index(empty: str) -> None:
    assert indexes_of_name(empty, KEY) == ()


def test_names_of_too_many_parts_are_refused_without_saying_them() -> None:
    words = [f"{chr(97 + at)}kanarie" for at in range(MOST_PARTS + 1)]

    assert len(name_parts(" ".join(words[:-1]))) == MOST_PARTS
    with pytest.raises(CannotSeal) as refusal:
        name_parts(" ".join(words))
    assert "kanarie" not in repr(refusal.value)


def test_the_key_does_not_show_itself() -> None:
    assert "secret" not in repr(KEY)
    assert KEY.secret.hex() not in repr(KEY)


CPR_INDEX = "965bb0389bf85dc6da0985252f3df1bc6540ad3f48c5551b8b2d9a161384940a"
NAME_INDEX = "c6da252d05a378b01120afc1035d9533c1db5e8ecb4b4006a6a593013a36ba2c"
