"""What we write to a SAML provider: requests, answers to its logouts, and what it must know of us."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from rundbord.identity.providers.own_keys import OwnKey
from rundbord.identity.saml.names import ASSERTION, METADATA, POST, PROTOCOL, REDIRECT, SIGNATURE, SUCCESS
from rundbord.identity.tokens import new_token

# The least level that is asked for (NSIS); which role needs it is judged when the answer comes.
_LEVEL = "https://data.gov.dk/concept/core/nsis/loa/Substantial"
_SPACES = f'xmlns:samlp="{PROTOCOL}" xmlns:saml="{ASSERTION}"'


def name_of_us(code: str) -> str:
    """Give the name by which an authority's provider knows us: where our metadata for it stands, and no other's."""
    return settings.ORIGIN + reverse("identity:provider_metadata", args=[code])


def address_for_posts(code: str) -> str:
    """Give the address that an authority's provider answers to."""
    return settings.ORIGIN + reverse("identity:provider_posts", args=[code])


def address_for_logouts(code: str) -> str:
    """Give the address at which an authority's provider tells of logouts."""
    return settings.ORIGIN + reverse("identity:provider_leaves", args=[code])


def sign_in_request(code: str, *, request: str, to: str, is_anew: bool) -> str:
    """Write the question who somebody is; `is_anew`: whoever is signed in there must prove themselves once more."""
    anew = ' ForceAuthn="true"' if is_anew else ""
    return (
        f"<samlp:AuthnRequest {_SPACES} {_head(request, to)}{anew} ProtocolBinding={quoteattr(POST)}"
        f" AssertionConsumerServiceURL={quoteattr(address_for_posts(code))}>{_issuer(code)}"
        f'<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>{_LEVEL}'
        "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>"
    )


def logout_request(code: str, *, to: str, told_as: Mapping[str, str], session: str) -> str:
    """Write that somebody has signed out here."""
    qualifiers = "".join(f" {name}={quoteattr(value)}" for name, value in told_as.items() if name != "value")
    index = f"<samlp:SessionIndex>{escape(session)}</samlp:SessionIndex>" if session else ""
    return (
        f"<samlp:LogoutRequest {_SPACES} {_head(_new_id(), to)}>{_issuer(code)}"
        f"<saml:NameID{qualifiers}>{escape(told_as['value'])}</saml:NameID>{index}</samlp:LogoutRequest>"
    )


def logout_answer(code: str, *, to: str, request: str) -> str:
    """Write that the sessions which a logout named are over here."""
    return (
        f"<samlp:LogoutResponse {_SPACES} {_head(_new_id(), to)} InResponseTo={quoteattr(request)}>{_issuer(code)}"
        f'<samlp:Status><samlp:StatusCode Value="{SUCCESS}"/></samlp:Status></samlp:LogoutResponse>'
    )


def metadata_of_us(code: str, keys: Sequence[OwnKey]) -> str:
    """Write what a provider must know: our name, our keys, where it answers, and what we demand."""
    told = "".join(_key(key, use) for key in keys for use in ("signing", "encryption"))
    return (
        f'<md:EntityDescriptor xmlns:md="{METADATA}" xmlns:ds="{SIGNATURE}" entityID={quoteattr(name_of_us(code))}>'
        '<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true"'
        f' protocolSupportEnumeration="{PROTOCOL}">{told}'
        f'<md:SingleLogoutService Binding="{REDIRECT}" Location={quoteattr(address_for_logouts(code))}/>'
        f'<md:AssertionConsumerService index="0" isDefault="true" Binding="{POST}"'
        f" Location={quoteattr(address_for_posts(code))}/></md:SPSSODescriptor></md:EntityDescriptor>"
    )


def _head(name: str, to: str) -> str:
    now = timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    return f'ID={quoteattr(name)} Version="2.0" IssueInstant="{now}" Destination={quoteattr(to)}'


def _issuer(code: str) -> str:
    return f"<saml:Issuer>{escape(name_of_us(code))}</saml:Issuer>"


def _key(key: OwnKey, use: str) -> str:
    certificate = base64.b64encode(key.certificate.public_bytes(Encoding.DER)).decode()
    return (
        f'<md:KeyDescriptor use="{use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}'
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
    )


def _new_id() -> str:
    return f"_{new_token()}"
