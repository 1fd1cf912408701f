"""Decrypting an assertion that was encrypted to us; it is asked only of what the provider signed (ADR 0045)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from lxml import etree

from rundbord.identity.saml.names import ENCRYPTION, ENCRYPTION_11, SIGNATURE
from rundbord.identity.saml.trees import Doubt, at_most_one, children, only, text_of

_GCM = {f"{ENCRYPTION_11}aes128-gcm": 16, f"{ENCRYPTION_11}aes256-gcm": 32}
# Without a seal of their own; what the provider signed around them is theirs, so that nobody tries texts on us.
_CBC = {f"{ENCRYPTION}aes128-cbc": 16, f"{ENCRYPTION}aes256-cbc": 32}
_KEY_BYTES = {**_GCM, **_CBC}
_OAEP = f"{ENCRYPTION}rsa-oaep-mgf1p"
_OAEP_11 = f"{ENCRYPTION_11}rsa-oaep"
# Inside OAEP a hash need not be free of collisions: xmlenc's own default is the old one.
_HASHES: dict[str, hashes.HashAlgorithm] = {
    f"{SIGNATURE}sha1": hashes.SHA1(),  # noqa: S303
    f"{ENCRYPTION}sha256": hashes.SHA256(),
    f"{ENCRYPTION}sha512": hashes.SHA512(),
}
_MASKS: dict[str, hashes.HashAlgorithm] = {
    f"{ENCRYPTION_11}mgf1sha1": hashes.SHA1(),  # noqa: S303
    f"{ENCRYPTION_11}mgf1sha256": hashes.SHA256(),
    f"{ENCRYPTION_11}mgf1sha512": hashes.SHA512(),
}
_BLOCK, _NONCE = 16, 12


def decrypted(element: etree._Element, keys: Sequence[str]) -> bytes:
    """Give what an EncryptedAssertion holds, by the first of our keys that fits; raise Doubt."""
    content = only(element, "e:EncryptedData")
    inside = [*children(content, "s:KeyInfo/e:EncryptedKey"), *children(element, "e:EncryptedKey")]
    if len(inside) != 1:
        raise Doubt("encrypted key")
    method = only(content, "e:EncryptionMethod").get("Algorithm", "")
    if method not in _KEY_BYTES:
        raise Doubt("encryption algorithm")
    wrapped, how = _bytes_in(inside[0]), _padding_of(only(inside[0], "e:EncryptionMethod"))
    for pem in keys:
        if (key := _unwrapped(wrapped, how, pem)) is not None and len(key) == _KEY_BYTES[method]:
            return _opened(_bytes_in(content), key, is_sealed=method in _GCM)
    raise Doubt("decryption")


def _padding_of(method: etree._Element) -> padding.AsymmetricPadding:
    name = method.get("Algorithm")
    if name not in {_OAEP, _OAEP_11}:
        raise Doubt("encryption algorithm")
    digest = at_most_one(method, "s:DigestMethod")
    mask = at_most_one(method, "e11:MGF") if name == _OAEP_11 else None
    try:
        hashed = _HASHES[digest.get("Algorithm", "") if digest is not None else f"{SIGNATURE}sha1"]
        masked = _MASKS[mask.get("Algorithm", "") if mask is not None else f"{ENCRYPTION_11}mgf1sha1"]
    except KeyError as error:
        raise Doubt("encryption algorithm") from error
    return padding.OAEP(mgf=padding.MGF1(masked), algorithm=hashed, label=None)


def _unwrapped(wrapped: bytes, how: padding.AsymmetricPadding, pem: str) -> bytes | None:
    key = load_pem_private_key(pem.encode(), password=None)
    if not isinstance(key, RSAPrivateKey):
        return None
    try:
        return key.decrypt(wrapped, how)
    except ValueError:
        return None


def _opened(sealed: bytes, key: bytes, *, is_sealed: bool) -> bytes:
    try:
        if is_sealed:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        reader = Cipher(algorithms.AES(key), modes.CBC(sealed[:_BLOCK])).decryptor()
        plain = reader.update(sealed[_BLOCK:]) + reader.finalize()
    except (InvalidTag, ValueError) as error:
        raise Doubt("decryption") from error
    if not plain or not 1 <= plain[-1] <= _BLOCK:
        raise Doubt("decryption")
    return plain[: -plain[-1]]


def _bytes_in(element: etree._Element) -> bytes:
    try:
        return base64.b64decode("".join(text_of(only(element, "e:CipherData/e:CipherValue")).split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Doubt("decryption") from error
