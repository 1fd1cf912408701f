"""A device that makes and uses passkeys, in software: what it answers is what a browser would hand over."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

_PRESENT, _VERIFIED, _CAN_BE_BACKED_UP, _BACKED_UP, _HAS_KEY = 0x01, 0x04, 0x08, 0x10, 0x40
ORIGIN = "http://localhost:8000"


@dataclass
class Device:
    """One device with one key; what a test changes of it is what an attacker could."""

    origin: str = ORIGIN
    host: str = "localhost"
    verifies_user: bool = True
    is_backed_up: bool = False
    count: int = 0
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, options: dict[str, Any]) -> str:
        """Answer what a page asks of `navigator.credentials.create`, without attestation."""
        told = self._client_data("webauthn.create", options["challenge"])
        length = len(self.credential_id).to_bytes(2, "big")
        attested = bytes(16) + length + self.credential_id + cbor2.dumps(self._public_key())
        statement = {"fmt": "none", "attStmt": {}, "authData": self._device_data(_HAS_KEY) + attested}
        response = {"clientDataJSON": _text(told), "attestationObject": _text(cbor2.dumps(statement))}
        return self._answer(response)

    def signs(self, options: dict[str, Any]) -> str:
        """Answer what a page asks of `navigator.credentials.get`."""
        self.count += 1
        told, said = self._client_data("webauthn.get", options["challenge"]), self._device_data(0)
        signature = self.key.sign(said + hashlib.sha256(told).digest(), ec.ECDSA(SHA256()))
        response = {"clientDataJSON": _text(told), "authenticatorData": _text(said), "signature": _text(signature)}
        return self._answer(response)

    def _answer(self, response: dict[str, str]) -> str:
        name = _text(self.credential_id)
        known = {"id": name, "rawId": name, "type": "public-key", "clientExtensionResults": {}}
        return json.dumps(known | {"response": response})

    def _client_data(self, what: str, challenge: str) -> bytes:
        return json.dumps({"type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _device_data(self, more: int) -> bytes:
        flags = _PRESENT | more | (_VERIFIED if self.verifies_user else 0)
        flags |= _CAN_BE_BACKED_UP | _BACKED_UP if self.is_backed_up else 0
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _public_key(self) -> dict[int, Any]:
        point = self.key.public_key().public_numbers()
        return {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
