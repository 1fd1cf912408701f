"""Photos reduced to their pixels: position, device, time and thumbnail are gone before anything is stored."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from rundbord.files.scanning import objection_of_scanner

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 2000
QUALITY = 82
MEDIA_TYPE = "image/jpeg"
_FORMATS = ("JPEG", "PNG", "WEBP")
_JPEG, _SCAN = b"\xff\xd8", b"\xff\xda"
_MOST_SCANS = 100
"""Cameras write one to ten; each is a pass over all pixels, however few bytes it takes."""
_STRANGELY_BUILT = "Billedet er bygget op på en måde, vi ikke kan læse. Gem det som en almindelig JPEG, og prøv igen."


class NotAPhoto(ValueError):
    """The file cannot be kept as a photo; `reason` says why in Danish."""

    def __init__(self, reason: str) -> None:
        """Remember the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class PlainPhoto:
    """A JPEG that holds nothing but pixels."""

    content: bytes
    width: int
    height: int
    media_type: str = MEDIA_TYPE


def plain_photo(content: bytes) -> PlainPhoto:
    """Have it scanned and strip it; raise NotAPhoto when it cannot be done safely."""
    if objection := objection_of_scanner(content):
        raise NotAPhoto(objection)
    return stripped_photo(content)


def stripped_photo(content: bytes) -> PlainPhoto:
    """Verify by content, turn upright, shrink, and encode anew; raise NotAPhoto when it cannot be done safely."""
    if not content:
        raise NotAPhoto("Billedfilen er tom.")
    if len(content) > MOST_BYTES:
        raise NotAPhoto("Billedet fylder mere end 15 MB. Tag det i en lavere opløsning.")
    if content.startswith(_JPEG) and content.count(_SCAN) > _MOST_SCANS:
        raise NotAPhoto(_STRANGELY_BUILT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd notes and great sizes; both are dealt with here
        return _encoded(_upright(_decoded(content)))


def _decoded(content: bytes) -> Image.Image:
    """Open without decoding, look at the size, and only then read the pixels: a bomb never unfolds."""
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise NotAPhoto("Billedet har mere end 25 millioner pixels. Tag det i en lavere opløsning.")
        # Tells the JPEG decoder to read a large photo at a smaller scale.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NotAPhoto("Filen er ikke et billede, vi kan læse. Brug JPEG, PNG eller WebP.") from error
    except (OSError, SyntaxError, ValueError) as error:
        if isinstance(error, NotAPhoto):
            raise
        raise NotAPhoto("Billedet er beskadiget og kan ikke læses.") from error
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Turn and shrink; a photo whose notes on itself are broken stays as it lies."""
    try:
        turned = ImageOps.exif_transpose(image)
    except Exception:  # whatever broken notes make of the library, they are thrown away
        turned = image.copy()
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return turned


def _encoded(image: Image.Image) -> PlainPhoto:
    """Copy the pixels onto an empty picture: it has no place where metadata could hide."""
    plain = Image.new("RGB", image.size, "white")
    try:
        plain.paste(image, mask=image.getchannel("A") if "A" in image.getbands() else None)
    except ValueError as error:  # sixteen bits for each grey, and the like
        raise NotAPhoto(_STRANGELY_BUILT) from error
    stream = BytesIO()
    plain.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return PlainPhoto(content=stream.getvalue(), width=plain.width, height=plain.height)
