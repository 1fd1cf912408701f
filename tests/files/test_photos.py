"""Photos: nothing but pixels is kept, and what is no photo is told in Danish."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from rundbord.files import NotAPhoto, plain_photo

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def _photo(size: tuple[int, int] = (300, 200), kind: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    stream = BytesIO()
    Image.new(mode, size, "red").save(stream, kind, **options)
    return stream.getvalue()


def _photo_from_a_phone() -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "Telefonfabrikken"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (55.0, 43.0, 12.0)
    return _photo(exif=exif, comment=b"Hjemmeadresse", icc_profile=b"profil")


def _bomb() -> bytes:
    """A PNG of a few bytes that claims to be 60.000 by 60.000."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    chunks = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def test_position_device_and_comments_are_gone() -> None:
    plain = plain_photo(_photo_from_a_phone())

    kept = Image.open(BytesIO(plain.content))
    assert not kept.getexif()
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Hjemmeadresse" not in plain.content
    assert b"Telefonfabrikken" not in plain.content


def test_a_photo_held_sideways_is_turned_upright() -> None:
    plain = plain_photo(_photo_from_a_phone())

    assert (plain.width, plain.height) == (200, 300)


def test_a_large_photo_is_made_smaller() -> None:
    plain = plain_photo(_photo((4000, 3000)))

    assert (plain.width, plain.height) == (2000, 1500)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_every_common_kind_of_picture_becomes_jpeg(kind: str, mode: str) -> None:
    plain = plain_photo(_photo(kind=kind, mode=mode))

    assert Image.open(BytesIO(plain.content)).format == "JPEG"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tom"),
        (b"<svg onload=alert(1)>", "ikke et billede"),
        (b"%PDF-1.7 ikke et billede", "ikke et billede"),
        (_photo(kind="GIF"), "ikke et billede"),
        (_photo()[:400], "beskadiget"),
        (_bomb(), "ikke et billede"),
        (_photo((6000, 4200)), "25 millioner"),
        (b"\xff\xd8" + bytes(15 * 1024 * 1024), "15 MB"),
    ],
    ids=["empty", "svg", "pdf", "gif", "cut off", "bomb", "too many pixels", "too large"],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(content: bytes, says: str) -> None:
    with pytest.raises(NotAPhoto, match=says):
        plain_photo(content)
