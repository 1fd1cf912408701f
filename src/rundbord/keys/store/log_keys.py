"""The keys that sign the log's checkpoints, and the last checkpoint that they signed; in the folder of the key store.

log/origin      whose log it is; written once
log/keys/1      the seeds of a signing key, by generation
log/public/1    its public halves, one a line; stay when the seeds go
log/newest      the last checkpoint that was signed, so that nothing older is ever signed after it
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.store.folder import (
    make_folder,
    read_private,
    refuse_unless_private,
    remove,
    write_once,
    write_whole,
)

LOG = "log"


@dataclass(frozen=True)
class LogSeeds:
    """What one signing key is made of."""

    generation: int
    seeds: tuple[bytes, ...] = field(repr=False)


class FileLogKeys:
    """Signing keys of the log in a folder, open to its owner alone."""

    def __init__(self, folder: Path) -> None:
        """Open the store; raise StoreUnusable where it is missing or open to others."""
        refuse_unless_private(folder)
        self._folder = folder / LOG

    def origin(self) -> str:
        """Give whose log it is; empty where no key was ever made."""
        return self._text("origin")

    def found(self, origin: str) -> None:
        """Fix whose log it is; the first to say so wins."""
        self._write("origin", origin.encode())

    def keep(self, generation: int, seeds: tuple[bytes, ...], public: str) -> bool:
        """Keep a new key; tell whether it was the first of its generation. Its public halves are there before it is."""
        self._write(f"public/{generation}", public.encode())
        return self._write(f"keys/{generation}", b"\n".join(seed.hex().encode() for seed in seeds))

    def signing(self) -> list[LogSeeds]:
        """Give the keys that sign, the oldest first."""
        return [LogSeeds(number, self._seeds(number)) for number in self._generations("keys")]

    def newest_generation(self) -> int:
        """Give the number of the newest key that there ever was, 0 where there was none."""
        return max(self._generations("public"), default=0)

    def public(self) -> list[str]:
        """Give the public halves of every key that ever signed, retired ones too."""
        return [line for number in self._generations("public") for line in self._text(f"public/{number}").splitlines()]

    def retire(self) -> int:
        """Destroy all seeds but the newest and say how many; their public halves stay."""
        *older, _ = self._generations("keys") or [0]
        for number in older:
            remove(self._folder / "keys" / str(number))
        return len(older)

    def remember(self, note: str) -> None:
        """Remember the checkpoint that is about to leave."""
        make_folder(self._folder)
        write_whole(self._folder / "newest", note.encode())

    def remembered(self) -> str:
        """Give it; empty where nothing was signed yet."""
        return self._text("newest")

    def _generations(self, kind: str) -> list[int]:
        return sorted(int(path.name) for path in (self._folder / kind).glob("[0-9]*"))

    def _seeds(self, number: int) -> tuple[bytes, ...]:
        try:
            return tuple(bytes.fromhex(line) for line in self._text(f"keys/{number}").splitlines())
        except ValueError:
            raise StoreUnusable("a signing key of the log is damaged") from None

    def _text(self, name: str) -> str:
        try:
            return read_private(self._folder / name).decode()
        except FileNotFoundError:
            return ""

    def _write(self, name: str, content: bytes) -> bool:
        file = self._folder / name
        make_folder(file.parent)
        return write_once(file, content)
