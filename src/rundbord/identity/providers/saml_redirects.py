"""SAML in addresses (HTTP Redirect): what we ask is signed in the query, and so is what a provider asks of us."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_to_bytes, urlencode

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from django.utils import timezone

from rundbord.identity.providers.own_keys import OwnKey
from rundbord.identity.providers.tokens import Unbelievable

_RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-"
_ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-"
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_METHODS = {kind + name: hashed for kind in (_RSA, _ECDSA) for name, hashed in _HASHES.items()}
_LONGEST_QUERY = 16 * 1024
_MOST_BYTES = 16 * 1024
_RAW_DEFLATE = -15


def signed_address(endpoint: str, name: str, message: str, *, key: OwnKey, relay: str = "") -> str:
    """Give the address that brings a message of ours, signed."""
    packer = zlib.compressobj(wbits=_RAW_DEFLATE)
    packed = packer.compress(message.encode()) + packer.flush()
    told = {name: base64.b64encode(packed).decode(), **({"RelayState": relay} if relay else {})}
    query = urlencode({**told, "SigAlg": f"{_RSA}sha256"})
    signature = key.private.sign(query.encode(), padding.PKCS1v15(), hashes.SHA256())
    proof = urlencode({"Signature": base64.b64encode(signature).decode()})
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{query}&{proof}"


def message_in(query: str, name: str, certificates: Sequence[str]) -> bytes:
    """Give the message that an address brings once its signature holds, unparsed until then; raise Unbelievable."""
    if len(query) > _LONGEST_QUERY:
        raise Unbelievable("size")
    told = _parts(query)
    if not {name, "SigAlg", "Signature"} <= set(told):
        raise Unbelievable("unsigned")
    # Signed are the very letters that were sent, in this order.
    covered = "&".join(f"{each}={told[each]}" for each in (name, "RelayState", "SigAlg") if each in told)
    _must_be_signed(covered.encode(), told, certificates)
    return _unpacked(_decoded(told[name]))


def _parts(query: str) -> Mapping[str, str]:
    pairs = [each.partition("=") for each in query.split("&")]
    told = {name: value for name, _, value in pairs}
    if len(told) != len(pairs):
        raise Unbelievable("form")
    return told


def _must_be_signed(covered: bytes, told: Mapping[str, str], certificates: Sequence[str]) -> None:
    method = unquote_to_bytes(told["SigAlg"]).decode("ascii", "replace")
    if method not in _METHODS:
        raise Unbelievable("algorithm")
    signature = _decoded(told["Signature"])
    now = timezone.now()
    for pem in certificates:
        certificate = x509.load_pem_x509_certificate(pem.encode())
        if certificate.not_valid_after_utc > now and _holds(certificate, signature, covered, method):
            return
    raise Unbelievable("signature")


def _holds(certificate: x509.Certificate, signature: bytes, covered: bytes, method: str) -> bool:
    key, hashed = certificate.public_key(), _METHODS[method]
    try:
        if isinstance(key, rsa.RSAPublicKey) and method.startswith(_RSA):
            key.verify(signature, covered, padding.PKCS1v15(), hashed)
        elif isinstance(key, ec.EllipticCurvePublicKey) and method.startswith(_ECDSA):
            key.verify(signature, covered, ec.ECDSA(hashed))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(unquote_to_bytes(value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unbelievable("form") from error


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=_RAW_DEFLATE)
    try:
        content = unpacker.decompress(packed, _MOST_BYTES)
    except zlib.error as error:
        raise Unbelievable("form") from error
    if unpacker.unconsumed_tail:
        raise Unbelievable("size")
    return content
