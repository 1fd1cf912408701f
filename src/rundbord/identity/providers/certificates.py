"""Until when the certificates hold by which an authority's provider and we know each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from django.utils import timezone

from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers.asking import ProviderSilent
from rundbord.identity.providers.own_keys import own_keys

_TOLD_AHEAD = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Held:
    """One certificate: whose it is, how to recognise it, and its last moment."""

    is_ours: bool
    fingerprint: str
    ends_at: datetime

    @property
    def ends_soon(self) -> bool:
        """Tell whether it is time to have another."""
        return self.ends_at - timezone.now() < _TOLD_AHEAD


def certificates_of(provider: IdentityProvider) -> list[Held]:
    """List the provider's certificates and ours for it; ours are missing where the operator has made no key."""
    told = cast("dict[str, Any] | None", provider.published_keys) or {}
    theirs = [x509.load_pem_x509_certificate(pem.encode()) for pem in told.get("certificates", [])]
    try:
        ours = [key.certificate for key in own_keys(provider.authority.code)]
    except ProviderSilent:
        ours = []
    return [*(_held(each, is_ours=False) for each in theirs), *(_held(each, is_ours=True) for each in ours)]


def must_be_renewed(provider: IdentityProvider) -> bool:
    """Tell whether the last certificate of either side ends soon: one that follows is put in while the other holds."""
    held = certificates_of(provider)
    sides = [[each for each in held if each.is_ours is is_ours] for is_ours in (True, False)]
    return any(side and all(each.ends_soon for each in side) for side in sides)


def _held(certificate: x509.Certificate, *, is_ours: bool) -> Held:
    digest = certificate.fingerprint(SHA256()).hex().upper()
    return Held(
        is_ours=is_ours,
        fingerprint=":".join(digest[place : place + 2] for place in range(0, len(digest), 2)),
        ends_at=certificate.not_valid_after_utc,
    )
