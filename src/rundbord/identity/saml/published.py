"""What a provider says of itself in its metadata: its name, where it is asked, and its certificates."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from rundbord.identity.saml.names import METADATA, PROTOCOL, REDIRECT
from rundbord.identity.saml.told import ToldOfProvider
from rundbord.identity.saml.trees import Doubt, children, only, text_of, tree_of

_MOST_BYTES = 1024 * 1024
_LEAST_RSA_BITS, _LEAST_CURVE_BITS = 2048, 256
# One in use, one that follows it; a broker may have more.
_MOST_CERTIFICATES = 4


def read_metadata(content: bytes) -> ToldOfProvider:
    """Read the metadata of one provider, or raise Doubt."""
    root = tree_of(content, most=_MOST_BYTES)
    entity, provider = _provider_in(root)
    logout = _logout_of(provider)
    return {
        "entity": entity.get("entityID", ""),
        "ask_at": _location(provider, "m:SingleSignOnService"),
        "logout_at": logout.get("Location", "") if logout is not None else "",
        "logout_answers_at": logout.get("ResponseLocation", logout.get("Location", "")) if logout is not None else "",
        "certificates": _certificates(provider),
    }


def _provider_in(root: etree._Element) -> tuple[etree._Element, etree._Element]:
    entities = [root] if root.tag == f"{{{METADATA}}}EntityDescriptor" else list(children(root, "m:EntityDescriptor"))
    providers = [(each, found) for each in entities for found in children(each, "m:IDPSSODescriptor")]
    spoken = [each for each in providers if PROTOCOL in each[1].get("protocolSupportEnumeration", "").split()]
    if len(spoken) != 1:
        raise Doubt("provider")
    return spoken[0]


def _location(provider: etree._Element, path: str) -> str:
    found = [each.get("Location", "") for each in children(provider, path) if each.get("Binding") == REDIRECT]
    if not found:
        raise Doubt("redirect")
    return found[0]


def _logout_of(provider: etree._Element) -> etree._Element | None:
    found = list(children(provider, "m:SingleLogoutService"))
    return next((each for each in found if each.get("Binding") == REDIRECT), None)


def _certificates(provider: etree._Element) -> list[str]:
    signing = [each for each in children(provider, "m:KeyDescriptor") if each.get("use", "signing") == "signing"]
    texts = [
        "".join(text_of(each).split())
        for descriptor in signing
        for each in children(only(descriptor, "s:KeyInfo"), "s:X509Data/s:X509Certificate")
    ]
    usable = [_usable(text) for text in dict.fromkeys(texts)]
    if not usable or len(usable) > _MOST_CERTIFICATES:
        raise Doubt("certificates")
    return usable


def _usable(text: str) -> str:
    """Give a certificate whose key is strong enough, and that has not run out, in its usual form."""
    try:
        pem = f"-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n"
        certificate = x509.load_pem_x509_certificate(pem.encode())
        key = certificate.public_key()
    except ValueError as error:
        raise Doubt("certificates") from error
    is_strong = (isinstance(key, RSAPublicKey) and key.key_size >= _LEAST_RSA_BITS) or (
        isinstance(key, EllipticCurvePublicKey) and key.key_size >= _LEAST_CURVE_BITS
    )
    if not is_strong:
        raise Doubt("weak key")
    if certificate.not_valid_after_utc < datetime.now(UTC):
        raise Doubt("expired")
    return certificate.public_bytes(Encoding.PEM).decode()
