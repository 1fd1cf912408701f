#!/usr/bin/env python3
"""A witness on Rundbord's log: keeps the last checkpoint that it accepted and cosigns only what continues it.

One file. Needs Python 3.10 and `cryptography` (45 or newer also signs with ML-DSA-44); nothing of Rundbord.

    rundbord_witness.py init   FOLDER NAME     make the witness's keys and show the public ones
    rundbord_witness.py trust  FOLDER FILE     trust the public keys of a log, one a line
    rundbord_witness.py run    FOLDER ADDRESS  ask Rundbord once for a checkpoint, judge it, deliver the cosignature
    rundbord_witness.py listen FOLDER PORT     answer `add-checkpoint` on this machine, as public witnesses do

It follows C2SP: signed-note, tlog-checkpoint, tlog-cosignature, tlog-witness. Ends with 1 when the log was rewritten.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import re
import secrets
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

try:
    from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey
except ImportError:  # an older cryptography: Ed25519 alone, which Rundbord takes as well
    MLDSA44PrivateKey = MLDSA44PublicKey = None  # type: ignore[assignment, misc]

ED25519, TIMED_ED25519, TIMED_ML_DSA = 0x01, 0x04, 0x06
MOST_BYTES, MOST_PROOF_LINES, SECONDS = 65_536, 63, 30
SIGNATURE = re.compile(r"— (\S+) ([A-Za-z0-9+/]+={0,2})")
NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
WHAT_IT_MEANS = {
    400: "Loggen er blevet KORTERE, end den var, eller svaret kan ikke læses. En ældre kopi kan være lagt tilbage.",
    403: "Kontrolpunktet er IKKE underskrevet med den nøgle, som vidnet kender. Nøglen kan være skiftet ud.",
    404: "Vidnet kender ikke denne log. Giv det loggens nøgler med: trust",
    409: "Loggen siger NOGET ANDET om samme sted end sidst, eller en anden kopi af vidnet er foran.",
    422: "Loggen er SKREVET OM: den nye log fortsætter ikke den, som vidnet har set.",
}


class Unreadable(ValueError):
    """Not what the forms of C2SP say."""


# Trees (RFC 9162, section 2.1.4.2).


def node(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees side by side."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def continues(before: tuple[int, bytes], after: tuple[int, bytes], proof: list[bytes]) -> bool:
    """Tell whether one tree, as size and root, is the beginning of another."""
    (old, old_root), (new, _) = before, after
    if old == new:
        return not proof and before == after
    if old == 0 or old > new:
        return old == 0 and not proof
    # Where the old tree is complete, its root is a node of the new one and not sent.
    path = proof if old & (old - 1) else [old_root, *proof]
    return bool(path) and both_roots(old, new, path) == (old_root, after[1])


def both_roots(old: int, new: int, path: list[bytes]) -> tuple[bytes, bytes] | None:
    """Climb from the last leaf of the old tree to both roots."""
    left, right = old - 1, new - 1
    while left & 1:
        left, right = left >> 1, right >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if right == 0:
            return None
        if left & 1 or left == right:
            before, after = node(sibling, before), node(sibling, after)
            while left and not left & 1:
                left, right = left >> 1, right >> 1
        else:
            after = node(after, sibling)
        left, right = left >> 1, right >> 1
    return (before, after) if right == 0 else None


# Notes.


def decoded(text: str) -> bytes:
    """Read base64."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise Unreadable from None


def key_of(line: str) -> tuple[str, int, bytes]:
    """Read a public key: its name, its kind, its bytes."""
    name, _, rest = line.partition("+")
    number, _, content = rest.partition("+")
    key = decoded(content)
    if not name or not key or number != identify(name, key[0], key[1:]).hex():
        raise Unreadable
    return name, key[0], key[1:]


def identify(name: str, kind: int, public: bytes) -> bytes:
    """Give the four bytes by which a signature line names its key."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def checkpoint_of(note: str) -> tuple[str, str, int, bytes]:
    """Read a note: the text that is signed, whose log, how many leaves, which root."""
    body, found, _ = note.rpartition("\n\n")
    lines = body.split("\n")
    if not found or len(lines) < 3 or not lines[0] or not NUMBER.fullmatch(lines[1]):
        raise Unreadable
    root = decoded(lines[2])
    if len(root) != 32:
        raise Unreadable
    return body + "\n", lines[0], int(lines[1]), root


def message(kind: int, name: str, note: str, at: int) -> bytes:
    """Give the bytes that a signature is made over."""
    body, origin, size, root = checkpoint_of(note)
    if kind == ED25519:
        return body.encode()
    if kind == TIMED_ED25519:
        return f"cosignature/v1\ntime {at}\n{body}".encode()
    long = at.to_bytes(8, "big")
    named, logged = name.encode(), origin.encode()
    start = b"subtree/v1\n\0" + bytes([len(named)]) + named + long + bytes([len(logged)]) + logged
    return start + bytes(8) + size.to_bytes(8, "big") + root


def is_signed(note: str, keys: list[tuple[str, int, bytes]]) -> bool:
    """Tell whether a trusted key signed, and none that claims to be one did so falsely."""
    known = {(key[0], identify(*key)): key for key in keys if key[1] != TIMED_ML_DSA or MLDSA44PublicKey}
    verdicts = []
    for line in note.rpartition("\n\n")[2].splitlines():
        match = SIGNATURE.fullmatch(line)
        if match is None:
            raise Unreadable
        signed = decoded(match[2])
        if key := known.get((match[1], signed[:4])):
            verdicts.append(holds(key, signed[4:], note))
    return bool(verdicts) and all(verdicts)


def holds(key: tuple[str, int, bytes], signed: bytes, note: str) -> bool:
    """Check one signature."""
    name, kind, public = key
    at = 0 if kind == ED25519 else int.from_bytes(signed[:8], "big")
    signature = signed if kind == ED25519 else signed[8:]
    scheme = MLDSA44PublicKey if kind == TIMED_ML_DSA else Ed25519PublicKey
    try:
        scheme.from_public_bytes(public).verify(signature, message(kind, name, note, at))
    except (InvalidSignature, ValueError, OverflowError):
        return False
    return True


# The witness itself.


class Witness:
    """A folder that its owner alone reads: keys, trusted logs, and the last checkpoint of each."""

    def __init__(self, folder: Path) -> None:
        """Open the folder."""
        self.folder = folder

    def found(self, name: str) -> None:
        """Make the keys, once."""
        if re.fullmatch(r"[^\s+]{1,200}", name) is None:
            sys.exit("Navnet må ikke have mellemrum eller plus, fx gladsaxe.example/vidne")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (self.folder / "key").exists():
            sys.exit("Vidnet har allerede nøgler.")
        self._write("key", f"{name}\n{secrets.token_hex(32)}\n{secrets.token_hex(32)}\n")

    def public(self) -> list[str]:
        """Give the public keys, as Rundbord wants them."""
        name, first, second = self._keys()
        pairs = [(TIMED_ED25519, first.public_key().public_bytes_raw())]
        pairs += [(TIMED_ML_DSA, second.public_key().public_bytes_raw())] if second else []
        return [
            f"{name}+{identify(name, kind, public).hex()}+{base64.b64encode(bytes([kind]) + public).decode()}"
            for kind, public in pairs
        ]

    def trust(self, text: str) -> int:
        """Trust a log's public keys; those that are trusted already stay."""
        new = [line for line in text.split() if key_of(line)]
        kept = dict.fromkeys([*self._read("trusted").split(), *new])
        self._write("trusted", "".join(f"{line}\n" for line in kept))
        return len(new)

    def latest(self, origin: str) -> str:
        """Give the last note that was accepted of a log; empty where there is none."""
        return self._read(self._place(origin))

    def only_origin(self) -> str:
        """Give the log that this witness follows, where it follows one."""
        origins = {key_of(line)[0] for line in self._read("trusted").split()}
        if len(origins) != 1:
            sys.exit("Vidnet skal kende netop én log. Giv det loggens nøgler med: trust")
        return origins.pop()

    def add_checkpoint(self, request: str) -> tuple[int, str]:
        """Judge a request as tlog-witness says: 200 with cosignatures, or 400, 403, 404, 409, 422."""
        try:
            old, proof, note = parsed(request)
            _, origin, size, root = checkpoint_of(note)
            refused = self._refused_before_looking(old, origin, size, note)
        except (Unreadable, OverflowError):
            return 400, ""
        if refused:
            return refused, ""
        # Nobody else judges or writes until this one is on the disk.
        with self._alone():
            kept = self.latest(origin)
            kept_size, kept_root = checkpoint_of(kept)[2:] if kept else (0, hashlib.sha256().digest())
            if old != kept_size or (old == size and kept and root != kept_root):
                return 409, f"{kept_size}\n"
            if not continues((old, kept_root), (size, root), proof):
                return 422, ""
            self._write(self._place(origin), note)
        return 200, self.cosign(note)

    def _refused_before_looking(self, old: int, origin: str, size: int, note: str) -> int:
        keys = [key for key in map(key_of, self._read("trusted").split()) if key[0] == origin]
        if not keys:
            return 404
        if not is_signed(note, keys):
            return 403
        return 400 if old > size else 0

    def cosign(self, note: str) -> str:
        """Give the cosignature lines."""
        name, first, second = self._keys()
        at = int(time.time())
        lines = [(TIMED_ED25519, first), *([(TIMED_ML_DSA, second)] if second else [])]
        return "".join(self._line(name, kind, key, message(kind, name, note, at), at) for kind, key in lines)

    @staticmethod
    def _line(name: str, kind: int, key: object, told: bytes, at: int) -> str:  # noqa: PLR0917
        public = key.public_key().public_bytes_raw()  # type: ignore[attr-defined]
        signature = key.sign(told)  # type: ignore[attr-defined]
        signed = identify(name, kind, public) + at.to_bytes(8, "big") + signature
        return f"— {name} {base64.b64encode(signed).decode()}\n"

    def _keys(self) -> tuple[str, Ed25519PrivateKey, MLDSA44PrivateKey | None]:
        name, first, second = self._read("key").split() or sys.exit("Vidnet har ingen nøgler. Lav dem med: init")
        timed = MLDSA44PrivateKey.from_seed_bytes(bytes.fromhex(second)) if MLDSA44PrivateKey else None
        return name, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(first)), timed

    def _place(self, origin: str) -> str:
        return f"latest-{hashlib.sha256(origin.encode()).hexdigest()[:16]}"

    def _read(self, name: str) -> str:
        file = self.folder / name
        return file.read_text("utf-8") if file.exists() else ""

    def _write(self, name: str, text: str) -> None:
        fresh = self.folder / f".{name}.new"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self.folder / name)
        folder = os.open(self.folder, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def parsed(request: str) -> tuple[int, list[bytes], str]:
    """Read a request: the old size, the proof, the note."""
    head, found, note = request.partition("\n\n")
    first, *proof = head.split("\n")
    word, _, number = first.partition(" ")
    if not found or word != "old" or not NUMBER.fullmatch(number) or len(proof) > MOST_PROOF_LINES:
        raise Unreadable
    return int(number), [decoded(line) for line in proof], note


def ask(address: str, body: bytes | None = None) -> str:
    """Get from Rundbord, or post to it; over https alone, other than on this machine."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        sys.exit("Adressen skal begynde med https://")
    request = urllib.request.Request(address, data=body, headers={"Content-Type": "text/plain"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
        return str(answer.read(MOST_BYTES).decode("utf-8"))


def run(witness: Witness, address: str) -> int:
    """Do one round; 0 when cosigned, 1 when the log is not what it was, 2 when nobody answered."""
    kept = witness.latest(witness.only_origin())
    old = checkpoint_of(kept)[2] if kept else 0
    try:
        request = ask(f"{address}?old={old}")
        status, answer = witness.add_checkpoint(request)
        if status != 200:
            return tell_of(witness, status, request)
        size = checkpoint_of(parsed(request)[2])[2]
        ask(f"{address}?size={size}", answer.encode())
    except (HTTPError, URLError, OSError) as trouble:
        print(f"Rundbord svarer ikke: {trouble}", file=sys.stderr)
        return 2
    print(f"Medunderskrevet: {size} linjer.")
    return 0


def tell_of(witness: Witness, status: int, request: str) -> int:
    """Say what a refusal means, and keep what was refused: it may be the proof that somebody rewrote the log."""
    file = witness.folder / f"refused-{int(time.time())}-{status}"
    file.write_text(request, "utf-8")
    print(f"ALARM ({status}): {WHAT_IT_MEANS[status]}\nDet afviste svar er gemt i {file}", file=sys.stderr)
    return 1


def listen(witness: Witness, port: int) -> None:
    """Answer add-checkpoint on this machine; put a web server with a certificate before it."""

    class Answering(BaseHTTPRequestHandler):
        """One request."""

        def do_POST(self) -> None:
            """Judge what was sent."""
            length = min(int(self.headers.get("Content-Length") or 0), MOST_BYTES)
            sent = self.rfile.read(length).decode("utf-8", "replace")
            status, text = witness.add_checkpoint(sent) if self.path == "/add-checkpoint" else (404, "")
            self.send_response(status)
            self.send_header("Content-Type", "text/x.tlog.size" if status == 409 else "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

    HTTPServer(("127.0.0.1", port), Answering).serve_forever()


def main(arguments: list[str]) -> int:
    """Do what was asked."""
    if len(arguments) != 3 or arguments[0] not in {"init", "trust", "run", "listen"}:
        print(__doc__)
        return 2
    what, folder, told = arguments
    witness = Witness(Path(folder))
    if what == "init":
        witness.found(told)
        print("\n".join(witness.public()))
    elif what == "trust":
        print(f"Vidnet stoler på {witness.trust(Path(told).read_text('utf-8'))} nøgler.")
    elif what == "listen":
        listen(witness, int(told))
    else:
        return run(witness, told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
