"""A JPEG without what it says of itself: camera, place, time, thumbnail, comments. The pixels stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

_START, _END = 0xD8, 0xD9
_SCAN = 0xDA
# Bare markers: no length follows. Between scans FF 00 is a stuffed byte and FF D0–D7 restarts the decoder.
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_IN_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})
_COMMENT = 0xFE
# How an Adobe decoder reads the colours: the one note that changes the picture.
_COLOURS = 0xEE
_NOTES = (frozenset(range(0xE0, 0xF0)) | {_COMMENT}) - {_COLOURS}


class NotJpeg(ValueError):
    """It is not built as a JPEG."""


def without_notes(jpeg: bytes) -> bytes:
    """Keep what is needed to draw it, and nothing after its end; raise NotJpeg where it is built otherwise."""
    return b"".join(part for marker, part in _parts(jpeg) if marker not in _NOTES)


def _parts(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    if jpeg[:2] != bytes((0xFF, _START)):
        raise NotJpeg
    yield _START, jpeg[:2]
    at = 2
    while True:
        marker, at = _marker(jpeg, at)
        if marker == _END:
            yield _END, bytes((0xFF, _END))
            return
        end = _end_of(jpeg, marker, at)
        yield marker, bytes((0xFF, marker)) + jpeg[at:end]
        at = end


def _marker(jpeg: bytes, at: int) -> tuple[int, int]:
    """Read a marker, which may stand behind any number of FF; give it and the place after it."""
    if jpeg[at : at + 1] != b"\xff":
        raise NotJpeg
    while jpeg[at : at + 1] == b"\xff":
        at += 1
    if at >= len(jpeg):
        raise NotJpeg
    return jpeg[at], at + 1


def _end_of(jpeg: bytes, marker: int, at: int) -> int:
    if marker in _WITHOUT_LENGTH:
        return at
    length = int.from_bytes(jpeg[at : at + 2], "big")
    end = at + length
    if length < 2 or end > len(jpeg):
        raise NotJpeg
    return _end_of_scan(jpeg, end) if marker == _SCAN else end


def _end_of_scan(jpeg: bytes, at: int) -> int:
    """Find the next marker that is no part of the coded pixels; where there is none, the picture is cut off."""
    while (at := jpeg.find(b"\xff", at)) >= 0:
        following = jpeg[at + 1 : at + 2]
        if not following:
            break
        if following[0] not in _IN_SCAN and following != b"\xff":
            return at
        at += 1 if following == b"\xff" else 2
    raise NotJpeg
