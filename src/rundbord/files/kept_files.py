"""Files that may be kept about somebody: told apart by content, never by name, and stripped to what was meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from rundbord.files.pdfs import is_pdf, plain_pdf
from rundbord.files.photos import NotAPhoto, stripped_photo
from rundbord.files.refusal import NotKept
from rundbord.files.scanning import objection_of_scanner

_MOST_LETTERS = 256 * 1024
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_MEANT = frozenset("\t\n\r")
_EMPTY = "Filen er tom."
_UNKNOWN = "Filen er hverken et billede, en PDF eller ren tekst. Gem den som PDF, og prøv igen."
_LONG = "Teksten er længere end 250 sider. Tag kun det med, der er brug for."


class FileForm(StrEnum):
    """What a kept file is; nothing else is ever stored or sent."""

    PHOTO = "photo"
    PDF = "pdf"
    TEXT = "text"

    @property
    def media_type(self) -> str:
        """Name it as a browser does."""
        return {"photo": "image/jpeg", "pdf": "application/pdf", "text": "text/plain; charset=utf-8"}[self]

    @property
    def ending(self) -> str:
        """Give how a name of such a file ends."""
        return {"photo": "jpg", "pdf": "pdf", "text": "txt"}[self]


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file as it is kept."""

    form: FileForm
    content: bytes


def kept_file(content: bytes) -> KeptFile:
    """Tell what it is and strip it; raise NotKept where it is something else or cannot be stripped."""
    if not content:
        raise NotKept(_EMPTY)
    if objection := objection_of_scanner(content):
        raise NotKept(objection)
    if is_pdf(content):
        return KeptFile(form=FileForm.PDF, content=plain_pdf(content))
    if content.startswith(_PICTURES):
        return KeptFile(form=FileForm.PHOTO, content=_photo(content))
    return KeptFile(form=FileForm.TEXT, content=_text(content))


def _photo(content: bytes) -> bytes:
    try:
        return stripped_photo(content).content
    except NotAPhoto as wrong:
        raise NotKept(wrong.reason) from wrong


def _text(content: bytes) -> bytes:
    """Take letters, lines and tabs alone."""
    if len(content) > _MOST_LETTERS:
        raise NotKept(_LONG if _in_letters(content) is not None else _UNKNOWN)
    text = _in_letters(content)
    if text is None or not text.strip():
        raise NotKept(_UNKNOWN)
    return text.replace("\r\n", "\n").encode()


def _in_letters(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text if all(category(letter) != "Cc" or letter in _MEANT for letter in text) else None
