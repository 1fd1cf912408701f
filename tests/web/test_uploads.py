"""What is uploaded stays in memory, and no more of it than could be kept."""

from __future__ import annotations

import tempfile
from typing import Any

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

from rundbord.web import uploads


def _sent(*contents: bytes) -> list[Any]:
    files = {f"file{number}": SimpleUploadedFile("navn.txt", content) for number, content in enumerate(contents)}
    return list(RequestFactory().post("/", files).FILES.values())


def test_a_large_file_never_lies_in_a_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_told: object, **_named: object) -> None:
        raise AssertionError("written to disk")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    content = b"x" * (4 * 1024 * 1024)

    [file] = _sent(content)

    assert isinstance(file, InMemoryUploadedFile)
    assert file.read() == content


def test_of_a_huge_file_no_more_is_held_than_could_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_OF_ONE", 10)
    monkeypatch.setattr(uploads, "MOST_OF_ALL", 25)

    held = [file.read() for file in _sent(b"a" * 100, b"b" * 7, b"c" * 100)]

    assert held == [b"a" * 10, b"b" * 7, b"c" * 8]
