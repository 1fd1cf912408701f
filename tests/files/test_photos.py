"""Photos: nothing but pixels is kept, and what is no photo is told in Danish."""

from __future__ import annotations

import random
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
        (_photo() + b"\xff\xda" * 200, "almindelig JPEG"),
        (_photo(kind="TIFF"), "ikke et billede"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "illede"),
    ],
    ids=[
        *("empty", "svg", "pdf", "gif", "cut off", "bomb", "too many pixels", "too large"),
        *("endless passes", "tiff", "empty webp"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(content: bytes, says: str) -> None:
    with pytest.raises(NotAPhoto, match=says):
        plain_photo(content)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "I;16"), ("PNG", "1"), ("PNG", "LA"), ("WEBP", "RGBA")])
def test_a_rare_kind_of_picture_is_kept_or_refused_in_danish(kind: str, mode: str) -> None:
    image = Image.new(mode, (20, 10))
    stream = BytesIO()
    image.save(stream, kind)

    assert _kept_or_refused(stream.getvalue())


def test_only_the_first_picture_of_a_moving_one_is_kept() -> None:
    stream = BytesIO()
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue", "green")]
    frames[0].save(stream, "WEBP", save_all=True, append_images=frames[1:], lossless=True)

    kept = Image.open(BytesIO(plain_photo(stream.getvalue()).content))

    assert getattr(kept, "n_frames", 1) == 1
    assert kept.getextrema()[0][0] > 200  # type: ignore[index]


def test_a_photo_with_broken_notes_on_itself_is_kept_without_them() -> None:
    whole = _photo_from_a_phone()
    start = whole.index(b"Exif")
    broken = whole[: start + 6] + bytes(255 - each for each in whole[start + 6 : start + 60]) + whole[start + 60 :]

    assert not Image.open(BytesIO(plain_photo(broken).content)).getexif()


def test_no_damage_to_a_file_is_a_failure_of_ours() -> None:
    chance = random.Random(11)  # noqa: S311 — the same damage each time
    kinds = [_photo_from_a_phone(), _photo(kind="PNG", mode="RGBA"), _photo(kind="WEBP"), _photo(kind="PNG", mode="P")]
    for number in range(240):
        content = bytearray(kinds[number % len(kinds)])
        for _ in range(chance.randrange(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)

        assert _kept_or_refused(bytes(content[: chance.randrange(20, len(content) + 1)]))


def _kept_or_refused(content: bytes) -> bool:
    """Tell whether the file became pixels alone, or was refused with a reason."""
    try:
        plain = plain_photo(content)
    except NotAPhoto as refusal:
        return refusal.reason.endswith(".")
    kept = Image.open(BytesIO(plain.content))
    return kept.format == "JPEG" and not kept.getexif() and "comment" not in kept.info
