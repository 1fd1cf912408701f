"""What a provider publishes of itself: its addresses and its keys, fetched when they are old, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.utils import timezone
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers.asking import ProviderSilent, ask, may_ask

_IS_FRESH = timedelta(hours=1)
# A provider that does not answer is believed as it was for a day; a key that it took back by then is a day old.
_IS_USABLE = timedelta(days=1)
# Whoever sends tokens of unknown keys makes us ask no more often.
_ASK_AGAIN = timedelta(minutes=1)
_DISCOVERY = "/.well-known/openid-configuration"
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_KINDS_OF_KEY = {"RSA", "EC", "OKP"}
_LEAST_BITS = 2048


@dataclass(frozen=True, kw_only=True)
class Published:
    """Where to send people and ask for tokens, and by which keys these are signed."""

    authorization_endpoint: str
    token_endpoint: str
    end_session_endpoint: str
    says_who_answers: bool
    keys: KeySet
    fetched_at: datetime


def published_by(provider: IdentityProvider, *, anew: bool = False) -> Published:
    """Give what the provider publishes, fetched where it is old or an unknown key asks for it; raise ProviderSilent."""
    if _must_fetch(provider, anew=anew):
        try:
            _fetch(provider)
        except ProviderSilent:
            if not _is_younger(provider, _IS_USABLE):
                raise
    if provider.metadata is None or provider.published_keys is None or provider.fetched_at is None:
        raise ProviderSilent("nothing published")
    told = cast("dict[str, Any]", provider.metadata)
    try:
        keys = KeySet.import_key_set(cast(Any, provider.published_keys))
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise ProviderSilent("malformed keys") from error
    return Published(
        authorization_endpoint=told["authorization_endpoint"],
        token_endpoint=told["token_endpoint"],
        end_session_endpoint=told["end_session_endpoint"],
        says_who_answers=told["says_who_answers"],
        keys=keys,
        fetched_at=provider.fetched_at,
    )


def _must_fetch(provider: IdentityProvider, *, anew: bool) -> bool:
    return not _is_younger(provider, _ASK_AGAIN if anew else _IS_FRESH)


def _is_younger(provider: IdentityProvider, age: timedelta) -> bool:
    return provider.fetched_at is not None and timezone.now() - provider.fetched_at < age


def _fetch(provider: IdentityProvider) -> None:
    told = ask(provider.issuer.rstrip("/") + _DISCOVERY)
    addresses = {name: told.get(name) for name in _ADDRESSES}
    # Whoever answers for another issuer is not the one that was asked (OpenID Connect Discovery 4.3).
    if told.get("issuer") != provider.issuer:
        raise ProviderSilent("another issuer")
    if not all(isinstance(url, str) and may_ask(url) for url in addresses.values()):
        raise ProviderSilent("forbidden address")
    ending = told.get("end_session_endpoint")
    provider.metadata = {
        **addresses,
        "end_session_endpoint": ending if isinstance(ending, str) and may_ask(ending) else "",
        "says_who_answers": told.get("authorization_response_iss_parameter_supported") is True,
    }
    provider.published_keys = {"keys": _usable(ask(str(addresses["jwks_uri"])).get("keys"))}
    provider.fetched_at = timezone.now()
    with speaking_as(AUTH):
        IdentityProvider.objects.filter(pk=provider.pk, issuer=provider.issuer).update(
            metadata=provider.metadata, published_keys=provider.published_keys, fetched_at=provider.fetched_at
        )


def _usable(told: object) -> list[dict[str, Any]]:
    """Keep public halves of keys that sign: never a shared secret, never a weak one, never a private half."""
    each = told if isinstance(told, list) else []
    usable = [key for key in each if isinstance(key, dict) and _is_usable(key)]
    if not usable:
        raise ProviderSilent("no keys")
    return usable


def _is_usable(key: dict[str, Any]) -> bool:
    if key.get("kty") not in _KINDS_OF_KEY or key.get("use", "sig") != "sig" or "d" in key:
        return False
    if key["kty"] != "RSA":
        return True
    try:
        return RSAKey.import_key(cast(Any, key)).public_key.key_size >= _LEAST_BITS
    except (JoseError, ValueError, TypeError, KeyError):
        return False
