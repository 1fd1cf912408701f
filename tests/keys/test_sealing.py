"""Sealed texts open in their own place alone, whole alone, and say nothing when they do not."""

from __future__ import annotations

import traceback
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundbord.keys.core.sealing import MOST_BYTES, OpenKey, Place, key_id_of
from rundbord.keys.core.trouble import CannotOpen, CannotSeal

CANARY = "Kanariefugl Opdigtsen"
PLACE = Place(table="concerns_person", column="name", row=uuid4(), authority=uuid4())
KEY = OpenKey(uuid4(), bytes(range(32)))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
PLACES = st.builds(
    Place, table=st.text("abc_", max_size=4), column=st.text("abc_", max_size=4), row=st.uuids(), authority=st.uuids()
)


@given(text=TEXTS, place=PLACES)
def test_every_text_comes_back_as_it_was(text: str, place: Place) -> None:
    assert KEY.open(KEY.seal(text, at=place), at=place) == text


@given(one=PLACES, other=PLACES)
def test_no_two_places_are_written_alike(one: Place, other: Place) -> None:
    assert (one.as_bytes() == other.as_bytes()) is (one == other)


def test_letters_moved_between_table_and_column_make_another_place() -> None:
    assert replace(PLACE, table="ab", column="c").as_bytes() != replace(PLACE, table="a", column="bc").as_bytes()


@given(st.binary(max_size=400))
def test_bytes_from_elsewhere_never_open(strange: bytes) -> None:
    with pytest.raises(CannotOpen):
        KEY.open(strange, at=PLACE)


def test_the_format_is_what_the_decision_says() -> None:
    sealed = KEY.seal("", at=PLACE)

    assert len(sealed) == 1 + 16 + 12 + 64 + 16
    assert sealed[0] == 1
    assert UUID(bytes=sealed[1:17]) == KEY.key_id == key_id_of(sealed)


def test_a_text_sealed_by_version_1_opens_for_ever() -> None:
    key = OpenKey(UUID(int=1), bytes(range(32)))
    place = Place(table="t", column="c", row=UUID(int=2), authority=UUID(int=3))
    sealed = bytes.fromhex(VERSION_1)

    assert key.open(sealed, at=place) == "Rundbord, første udgave"


def test_a_changed_byte_anywhere_keeps_it_shut() -> None:
    sealed = KEY.seal(CANARY, at=PLACE)

    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(CannotOpen):
            KEY.open(changed, at=PLACE)


@pytest.mark.parametrize("cut", [0, 1, 17, 29, 108, -1, -64])
def test_a_shortened_text_does_not_open(cut: int) -> None:
    sealed = KEY.seal("a" * 100, at=PLACE)

    with pytest.raises(CannotOpen):
        KEY.open(sealed[:cut], at=PLACE)


@pytest.mark.parametrize(
    "moved", [{"table": "concerns_note"}, {"column": "alias"}, {"row": uuid4()}, {"authority": uuid4()}]
)
def test_a_text_moved_to_another_place_does_not_open(moved: dict[str, Any]) -> None:
    sealed = KEY.seal(CANARY, at=PLACE)

    with pytest.raises(CannotOpen):
        KEY.open(sealed, at=replace(PLACE, **moved))


def test_another_key_does_not_open_even_under_the_same_id() -> None:
    sealed = KEY.seal(CANARY, at=PLACE)

    for other in (OpenKey(KEY.key_id, bytes(32)), OpenKey(uuid4(), bytes(range(32)))):
        with pytest.raises(CannotOpen):
            other.open(sealed, at=PLACE)


def test_the_same_text_is_never_sealed_alike_and_short_names_have_one_length() -> None:
    assert KEY.seal(CANARY, at=PLACE) != KEY.seal(CANARY, at=PLACE)
    assert len({len(KEY.seal("Å" * letters, at=PLACE)) for letters in range(32)}) == 1


@pytest.mark.parametrize("text", ["a" * MOST_BYTES, "å" * (MOST_BYTES // 2), "\0" * 200, "\x80\0", "a\0"])
def test_the_longest_text_and_odd_endings_fit(text: str) -> None:
    assert KEY.open(KEY.seal(text, at=PLACE), at=PLACE) == text


@pytest.mark.parametrize("text", ["a" * (MOST_BYTES + 1), "å" * (MOST_BYTES // 2) + "a", f"{CANARY}\ud800"])
def test_a_text_that_is_too_long_or_broken_is_refused(text: str) -> None:
    with pytest.raises(CannotSeal):
        KEY.seal(text, at=PLACE)


def test_sealed_bytes_longer_than_any_text_are_refused_before_they_are_decrypted() -> None:
    with pytest.raises(CannotOpen):
        key_id_of(b"\x01" + bytes(44 + MOST_BYTES + 2 * 64))


def test_no_error_and_no_cause_of_one_holds_the_text_or_the_key() -> None:
    sealed = KEY.seal(CANARY, at=PLACE)
    told = []
    for failing in (
        lambda: KEY.open(sealed, at=replace(PLACE, column="alias")),
        lambda: KEY.seal(f"{CANARY}\ud800", at=PLACE),
        lambda: KEY.seal(CANARY * MOST_BYTES, at=PLACE),
    ):
        with pytest.raises((CannotOpen, CannotSeal)) as trouble:
            failing()
        error: BaseException | None = trouble.value
        while error is not None:
            told += [repr(error), *map(repr, vars(error).values()), *traceback.format_exception(error)]
            error = error.__context__

    assert not any(CANARY in each or bytes(range(32)).hex() in each for each in told if "CANARY" not in each)
    assert repr(KEY) == f"<OpenKey {KEY.key_id}>"


VERSION_1 = (
    "0100000000000000000000000000000001303f3c9b79dcfbd06fe7f576aff408f4db820b3ced0cbe3b6453e9bd4978e943444ca2d3eb81"
    "ed495a5bd31af0bed318a2b91da7ed56d0d65b41549a30336ef3b890b7115e593b36e7ed1e0cbb054e06cd9d92b702db0185dcb90951"
)
