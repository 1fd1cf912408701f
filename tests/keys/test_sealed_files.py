"""Files are sealed whole for one place; neither passes for a text, nor a text for a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from rundbord.keys.core import sealing
from rundbord.keys.core.sealing import OpenKey, Place
from rundbord.keys.core.trouble import CannotOpen, CannotSeal

AT = Place(table="bilag", column="content", row=uuid4(), authority=uuid4())
KEY = OpenKey(uuid4(), b"k" * 32)


@pytest.mark.parametrize("content", [b"", b"\0", b"\x80", b"noget\0\0", b"\x80\0" * 3000, bytes(range(256)) * 64])
def test_a_file_comes_back_as_it_was(content: bytes) -> None:
    sealed = KEY.seal_file(content, at=AT)

    assert KEY.open_file(sealed, at=AT) == content
    assert len(sealed) % 4096 == len(KEY.seal_file(b"", at=AT)) % 4096


@pytest.mark.parametrize("part", ["table", "column", "row", "authority"])
def test_moved_elsewhere_it_does_not_open(part: str) -> None:
    sealed = KEY.seal_file(b"noget", at=AT)
    other: Any = uuid4() if part in {"row", "authority"} else "andet"
    elsewhere = replace(AT, **{part: other})

    with pytest.raises(CannotOpen):
        KEY.open_file(sealed, at=elsewhere)


@pytest.mark.parametrize("place", [0, 1, 20, -1])
def test_changed_it_does_not_open(place: int) -> None:
    sealed = bytearray(KEY.seal_file(b"noget", at=AT))
    sealed[place] ^= 1

    with pytest.raises(CannotOpen):
        KEY.open_file(bytes(sealed), at=AT)


def test_a_text_is_no_file_and_a_file_no_text() -> None:
    with pytest.raises(CannotOpen):
        KEY.open_file(KEY.seal("noget", at=AT), at=AT)
    with pytest.raises(CannotOpen):
        KEY.open(KEY.seal_file(b"noget", at=AT), at=AT)


@pytest.mark.parametrize("sealed", [b"", b"\x02", b"\x02" + b"k" * 40])
def test_what_is_nothing_does_not_open(sealed: bytes) -> None:
    with pytest.raises(CannotOpen):
        KEY.open_file(sealed, at=AT)


def test_a_file_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST_FILE_BYTES", 10)

    with pytest.raises(CannotSeal):
        KEY.seal_file(b"x" * 11, at=AT)
