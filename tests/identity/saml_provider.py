"""A provider that speaks OIOSAML and stands in for an authority's own: it says what a test wants, lies included."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from lxml import etree

from tests.identity.saml_writing import SAML, SAMLP, Answer, Pair, employee, moment, pair_of, whole

ENTITY = "https://login.gladsaxe.example/saml"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
_REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"


@dataclass
class AskedBySaml:
    """What a browser was sent to the provider with."""

    request: etree._Element
    relay: str
    query: str

    @property
    def id(self) -> str:
        """What the answer must say that it answers."""
        return str(self.request.get("ID"))


@dataclass
class SamlStandIn:
    """One provider; `attributes` is what it says of whoever signs in now."""

    code: str = "gladsaxe"
    entity: str = ENTITY
    pair: Pair = field(default_factory=lambda: pair_of("provider"))
    attributes: dict[str, list[str]] = field(default_factory=employee)
    number: int = 0

    @property
    def host(self) -> str:
        """Where it is asked."""
        return self.entity.removesuffix("/saml")

    @property
    def here(self) -> str:
        """Where it answers to."""
        return f"{settings.ORIGIN}/log-ind/myndighed/{self.code}/saml/"

    def of(self, **changed: list[str] | None) -> SamlStandIn:
        """Say this of whoever signs in from now on."""
        self.attributes = employee(**changed)
        return self

    def metadata(self, *pairs: Pair, **changed: str) -> str:
        """Write what it publishes of itself."""
        keys = "".join(
            f'<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{each.base64}'
            "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
            for each in pairs or (self.pair,)
        )
        told = {"entity": self.entity, "ask": f"{self.host}/ind", "leave": f"{self.host}/ud", **changed}
        return (
            '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"'
            f' xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="{told["entity"]}">'
            f'<md:IDPSSODescriptor protocolSupportEnumeration="{SAMLP}">{keys}'
            f'<md:SingleLogoutService Binding="{_REDIRECT}" Location="{told["leave"]}"/>'
            f'<md:SingleSignOnService Binding="{_REDIRECT}" Location="{told["ask"]}"/>'
            "</md:IDPSSODescriptor></md:EntityDescriptor>"
        )

    def asked_by(self, browser: Client, where: str = "") -> AskedBySaml:
        """Let the browser be sent here, from the sign-in page or from another address of ours."""
        sent: Any = browser.get(where or f"/log-ind/myndighed/{self.code}/")
        assert sent.status_code == 302, sent.content.decode()
        assert sent["Location"].startswith(f"{self.host}/ind?"), sent["Location"]
        return read_request(sent["Location"])

    def answer(self, asked: AskedBySaml, **changed: Any) -> Answer:
        """Say who it is, but for what a test changes."""
        self.number += 1
        told: dict[str, Any] = {
            "issuer": self.entity,
            "address": f"{self.here}svar/",
            "audience": self.here,
            "request": asked.id,
            "attributes": self.attributes,
            "assertion_id": f"_assertion-{self.code}-{self.number}",
        }
        return Answer(**{**told, **changed})

    def posts(self, browser: Client, asked: AskedBySaml, xml: str | bytes, relay: str | None = None) -> HttpResponse:
        """Let the browser post a message as an answer."""
        content = xml if isinstance(xml, bytes) else xml.encode()
        fields = {
            "SAMLResponse": base64.b64encode(content).decode(),
            "RelayState": asked.relay if relay is None else relay,
        }
        return browser.post(f"/log-ind/myndighed/{self.code}/saml/svar/", fields)  # type: ignore[return-value]

    def answers(
        self,
        browser: Client,
        asked: AskedBySaml,
        write: Callable[[Answer, Pair, Pair], str] = whole,
        **changed: Any,
    ) -> HttpResponse:
        """Answer what was asked."""
        return self.posts(browser, asked, write(self.answer(asked, **changed), self.pair, our_pair()))

    def lets_in(self, browser: Client, where: str = "", **changed: Any) -> HttpResponse:
        """Take the whole way: there and back."""
        return self.answers(browser, self.asked_by(browser, where), **changed)

    def logs_out(self, browser: Client, *sessions: str, pair: Pair | None = None, **changed: str) -> HttpResponse:
        """Send the browser with word that somebody logged out here."""
        told = {"name": "urn-uuid-navn-1", "issuer": self.entity, "to": f"{self.here}afslut/", **changed}
        index = "".join(f"<samlp:SessionIndex>{each}</samlp:SessionIndex>" for each in sessions)
        xml = (
            f'<samlp:LogoutRequest xmlns:samlp="{SAMLP}" xmlns:saml="{SAML}" ID="_logout-1" Version="2.0"'
            f' IssueInstant="{told.get("at", moment())}" Destination="{told["to"]}">'
            f"<saml:Issuer>{escape(told['issuer'])}</saml:Issuer><saml:NameID>{told['name']}</saml:NameID>{index}"
            "</samlp:LogoutRequest>"
        )
        return browser.get(f"/log-ind/myndighed/{self.code}/saml/afslut/?{signed_query(xml, pair or self.pair)}")  # type: ignore[return-value]


def our_pair() -> Pair:
    """The key that answers to us are encrypted to."""
    return pair_of("ours")


def lay_our_key(folder: Path, code: str = "gladsaxe", pair: Pair | None = None, ending: str = ".saml.pem") -> None:
    """Put a key of ours where the operator puts it."""
    file, held = folder / f"{code}{ending}", pair or our_pair()
    file.write_text(held.key + held.certificate)
    file.chmod(0o600)


def signed_query(xml: str, pair: Pair, *, name: str = "SAMLRequest", algorithm: str = RSA_SHA256) -> str:
    """Write a message as addresses bring it, signed."""
    packer = zlib.compressobj(wbits=-15)
    packed = base64.b64encode(packer.compress(xml.encode()) + packer.flush()).decode()
    query = urlencode({name: packed, "RelayState": "tilbage", "SigAlg": algorithm})
    key: Any = load_pem_private_key(pair.key.encode(), None)
    signature = key.sign(query.encode(), PKCS1v15(), hashes.SHA256())
    return f"{query}&{urlencode({'Signature': base64.b64encode(signature).decode()})}"


def read_request(address: str) -> AskedBySaml:
    """Read what an address of ours asks."""
    query = urlsplit(address).query
    told = {name: values[0] for name, values in parse_qs(query).items()}
    packed = base64.b64decode(told.get("SAMLRequest") or told["SAMLResponse"])
    return AskedBySaml(etree.fromstring(zlib.decompress(packed, -15)), told.get("RelayState", ""), query)
