"""A checkpoint — three lines: whose log, how many leaves, which root — and the note that carries its signatures."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass

MOST_CHARACTERS = 65_536
_SIGNATURE = re.compile(r"— (\S+) ([A-Za-z0-9+/]+={0,2})")
_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
_ROOT_BYTES = 32


class Malformed(ValueError):
    """The text is no note, no checkpoint or no key; what is wrong with it is not told to whoever sent it."""


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """What a log said of itself: that so many leaves have this root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read such lines; more of them than three are not ours."""
        lines = text.split("\n")
        if len(lines) != 4 or lines[3] or not lines[0] or not _SIZE.fullmatch(lines[1]):
            raise Malformed
        root = decoded(lines[2])
        if len(root) != _ROOT_BYTES:
            raise Malformed
        return cls(origin=lines[0], size=int(lines[1]), root=root)


@dataclass(frozen=True)
class Note:
    """A checkpoint and the signature lines below it, as name and bytes; the first four of them are the key's id."""

    checkpoint: Checkpoint
    lines: tuple[tuple[str, bytes], ...]

    @property
    def text(self) -> str:
        """The whole note as it travels."""
        return f"{self.checkpoint.text}\n" + "".join(signature_line(*line) for line in self.lines)

    @classmethod
    def parse(cls, text: str) -> Note:
        """Read a note."""
        body, separator, below = text.rpartition("\n\n")
        if not separator or len(text) > MOST_CHARACTERS:
            raise Malformed
        return cls(Checkpoint.parse(f"{body}\n"), tuple(parse_lines(below)))


def signature_line(name: str, signed: bytes) -> str:
    """Write one signature line."""
    return f"— {name} {b64encode(signed).decode()}\n"


def parse_lines(text: str) -> list[tuple[str, bytes]]:
    """Read signature lines, of which there is at least one."""
    if len(text) > MOST_CHARACTERS or not text.endswith("\n"):
        raise Malformed
    found = [_SIGNATURE.fullmatch(line) for line in text[:-1].split("\n")]
    return [_name_and_bytes(match) for match in found]


def _name_and_bytes(match: re.Match[str] | None) -> tuple[str, bytes]:
    if match is None:
        raise Malformed
    return match[1], decoded(match[2])


def decoded(text: str) -> bytes:
    """Read base64 that is written the one right way."""
    try:
        content = b64decode(text, validate=True)
    except (Error, ValueError):
        raise Malformed from None
    if b64encode(content).decode() != text:
        raise Malformed
    return content
