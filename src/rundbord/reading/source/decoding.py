"""From bytes to text: the encodings in which Danish offices save a report, and what is no text at all."""

import codecs
import re

from rundbord.reading.report import Unreadable

LARGEST = 2_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes) -> str:
    """Return the bytes as text, or raise Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable("Filen er for stor. En døgnrapport må højst fylde 2 MB.")
    if content.startswith(_BINARY_STARTS):
        raise Unreadable("Filen er ikke en tekstfil. Gem rapporten som tekst, HTML eller e-mail, eller indsæt teksten.")
    text = _in_its_encoding(content)
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise Unreadable("Filen indeholder ikke læsbar tekst.")
    return text


def _in_its_encoding(content: bytes) -> str:
    for encoding in (_marked(content), _unmarked_utf16(content), "utf-8", "cp1252"):
        if encoding:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return content.decode("latin-1")


def _marked(content: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def _unmarked_utf16(content: bytes) -> str | None:
    """Guess UTF-16 without its mark: half of the bytes of Danish text are then zero."""
    head = content[:400]
    if len(head) < 4 or head.count(0) < len(head) // 3:
        return None
    return "utf-16-be" if head[0] == 0 else "utf-16-le"
