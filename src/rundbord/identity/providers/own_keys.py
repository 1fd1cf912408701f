"""The keys by which a SAML provider knows us and to which it encrypts: files of the operator, never rows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from django.conf import settings

from rundbord.identity.providers.asking import ProviderSilent

# The one in use, and the one that follows it, which the provider may know already.
ENDINGS = (".saml.pem", ".saml-next.pem")
_READABLE_BY_OTHERS = 0o077


@dataclass(frozen=True, kw_only=True)
class OwnKey:
    """A private key and its certificate."""

    private: RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> str:
        """The private half as the process that reads takes it."""
        return self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def own_keys(code: str) -> list[OwnKey]:
    """Give the keys for the authority with this code, the one in use first; raise ProviderSilent without any."""
    folder = settings.PROVIDER_SECRETS
    found = [folder / f"{code}{ending}" for ending in ENDINGS] if folder else []
    keys = [_key_in(file) for file in found if file.is_file()]
    if not keys:
        raise ProviderSilent("no own key")
    return keys


def _key_in(file: Path) -> OwnKey:
    if os.stat(file).st_mode & _READABLE_BY_OTHERS:
        raise ProviderSilent("own key is readable by others")
    content = file.read_bytes()
    try:
        private, certificate = load_pem_private_key(content, password=None), x509.load_pem_x509_certificate(content)
    except (ValueError, TypeError) as error:
        raise ProviderSilent("malformed own key") from error
    if not isinstance(private, RSAPrivateKey) or private.public_key() != certificate.public_key():
        raise ProviderSilent("malformed own key")
    return OwnKey(private=private, certificate=certificate)
