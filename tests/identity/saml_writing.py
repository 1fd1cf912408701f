"""Writing SAML as a provider does, by libxmlsec1: another implementation of signatures and encryption than ours."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from lxml import etree

SAML, SAMLP = "urn:oasis:names:tc:SAML:2.0:assertion", "urn:oasis:names:tc:SAML:2.0:protocol"
ITST, DIGST = "http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile"
MODEL, NSIS = "https://data.gov.dk/model/core/", "https://data.gov.dk/concept/core/nsis/"
CVR, UUID_OF_EMPLOYEE = "12345678", "3f1b0c5e-0000-4000-8000-00000000a001"
PRIVILEGES = f"{MODEL}eid/privilegesIntermediate"
SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
_CONSTANTS = xmlsec.constants


@dataclass(frozen=True)
class Pair:
    """A private key and its certificate, both as PEM."""

    key: str
    certificate: str

    @property
    def base64(self) -> str:
        """The certificate as it stands in metadata."""
        return "".join(self.certificate.splitlines()[1:-1])


@cache
def pair_of(name: str, *, days: int = 700, bits: int = 2048) -> Pair:
    """Make a pair once for all tests."""
    key = rsa.generate_private_key(65537, bits)
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    begins, ends = sorted((now - timedelta(days=400), now + timedelta(days=days)))
    made = x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number(), begins, ends)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Pair(pem.decode(), made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode())


@cache
def curve_pair() -> Pair:
    """Make a pair on a curve."""
    key = ec.generate_private_key(ec.SECP256R1())
    named, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "curve")]), datetime.now(UTC)
    begins, ends = now - timedelta(days=1), now + timedelta(days=700)
    made = x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number(), begins, ends)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Pair(pem.decode(), made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode())


def moment(minutes: float = 0) -> str:
    """Write a moment some minutes from now."""
    return (datetime.now(UTC) + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def privilege_list(*groups: str, namespace: str = ITST, before: str = "") -> str:
    """Write rights as OIO-BPP does."""
    xml = f'{before}<bpp:PrivilegeList xmlns:bpp="{namespace}">{"".join(groups)}</bpp:PrivilegeList>'
    return base64.b64encode(xml.encode()).decode()


def group(*privileges: str, cvr: str = CVR, constraints: tuple[tuple[str, str], ...] = ()) -> str:
    """Write one group of rights."""
    told = "".join(f"<Privilege>{escape(each)}</Privilege>" for each in privileges)
    narrowed = "".join(
        f"<Constraint Name={quoteattr(name)}>{escape(value)}</Constraint>" for name, value in constraints
    )
    scope = f"urn:dk:gov:saml:cvrNumberIdentifier:{cvr}"
    return f'<PrivilegeGroup Scope="{scope}">{told}{narrowed}</PrivilegeGroup>'


@dataclass
class Answer:
    """What one answer says; each part can be made a lie."""

    issuer: str
    address: str
    audience: str
    request: str
    attributes: dict[str, list[str]] = field(default_factory=dict)
    assertion_issuer: str = ""
    destination: str = ""
    recipient: str = ""
    confirmed_request: str | None = None
    response_request: str | None = None
    issued: float = 0
    confirmed_until: float = 5
    holds_from: float = -1
    holds_until: float = 5
    proved: float = 0
    name: str = "urn-uuid-navn-1"
    status: str = SUCCESS
    session: str = "session-1"
    assertion_id: str = "_assertion-1"
    method: str = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    audiences: list[str] | None = None

    def assertion(self) -> str:
        """Write the assertion."""
        attributes = "".join(
            f"<saml:Attribute Name={quoteattr(name)}>"
            + "".join(f"<saml:AttributeValue>{escape(value)}</saml:AttributeValue>" for value in values)
            + "</saml:Attribute>"
            for name, values in self.attributes.items()
        )
        request = self.request if self.confirmed_request is None else self.confirmed_request
        audiences = [self.audience] if self.audiences is None else self.audiences
        return (
            f'<saml:Assertion xmlns:saml="{SAML}" ID="{self.assertion_id}" Version="2.0"'
            f' IssueInstant="{moment(self.issued)}">'
            f"<saml:Issuer>{escape(self.assertion_issuer or self.issuer)}</saml:Issuer>"
            f"<saml:Subject><saml:NameID>{self.name}</saml:NameID>"
            f'<saml:SubjectConfirmation Method="{self.method}">'
            f'<saml:SubjectConfirmationData Recipient="{self.recipient or self.address}" InResponseTo="{request}"'
            f' NotOnOrAfter="{moment(self.confirmed_until)}"/></saml:SubjectConfirmation></saml:Subject>'
            f'<saml:Conditions NotBefore="{moment(self.holds_from)}" NotOnOrAfter="{moment(self.holds_until)}">'
            "<saml:AudienceRestriction>"
            + "".join(f"<saml:Audience>{each}</saml:Audience>" for each in audiences)
            + "</saml:AudienceRestriction></saml:Conditions>"
            f'<saml:AuthnStatement AuthnInstant="{moment(self.proved)}" SessionIndex="{self.session}">'
            "<saml:AuthnContext><saml:AuthnContextClassRef>urn:x</saml:AuthnContextClassRef></saml:AuthnContext>"
            f"</saml:AuthnStatement><saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"
        )

    def response(self, inner: str) -> str:
        """Write the response around what stands in it."""
        request = self.request if self.response_request is None else self.response_request
        return (
            f'<samlp:Response xmlns:samlp="{SAMLP}" xmlns:saml2="{SAML}" ID="_response-1" Version="2.0"'
            f' IssueInstant="{moment(self.issued)}" Destination="{self.destination or self.address}"'
            f' InResponseTo="{request}"><saml2:Issuer>{escape(self.issuer)}</saml2:Issuer>'
            f'<samlp:Status><samlp:StatusCode Value="{self.status}"/></samlp:Status>{inner}</samlp:Response>'
        )


def employee(**changed: list[str] | None) -> dict[str, list[str]]:
    """Say of an employee what OIOSAML demands; an attribute that is changed to None is left out."""
    told: dict[str, list[str] | None] = {
        f"{MODEL}specVersion": ["OIO-SAML-3.0"],
        f"{NSIS}loa": ["Substantial"],
        f"{MODEL}eid/professional/uuid/persistent": [f"urn:uuid:{UUID_OF_EMPLOYEE}"],
        f"{MODEL}eid/professional/cvr": [CVR],
        f"{MODEL}eid/fullName": ["Test Testesen"],
        f"{MODEL}eid/email": ["test@kommunen.example"],
        PRIVILEGES: [privilege_list(group("urn:rundbord:ssp"))],
    }
    names = {name.rpartition("/")[2]: name for name in told}
    told |= {names.get(name, name): values for name, values in changed.items()}
    return {name: values for name, values in told.items() if values is not None}


def signed(
    xml: str,
    pair: Pair,
    *,
    method: Any = _CONSTANTS.TransformRsaSha256,
    digest: Any = _CONSTANTS.TransformSha256,
    after: str = "Issuer",
) -> str:
    """Sign the outermost element, by a signature that stands in it after its issuer."""
    root = etree.fromstring(xml)
    signature = xmlsec.template.create(root, _CONSTANTS.TransformExclC14N, method, ns="ds")
    root.insert([etree.QName(each).localname for each in root].index(after) + 1, signature)
    reference = xmlsec.template.add_reference(signature, digest, uri=f"#{root.get('ID')}")
    xmlsec.template.add_transform(reference, _CONSTANTS.TransformEnveloped)
    xmlsec.template.add_transform(reference, _CONSTANTS.TransformExclC14N)
    told = xmlsec.template.ensure_key_info(signature)
    xmlsec.template.add_x509_data(told)
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(pair.key, _CONSTANTS.KeyDataFormatPem)
    context.key.load_cert_from_memory(pair.certificate, _CONSTANTS.KeyDataFormatPem)
    xmlsec.tree.add_ids(root, ["ID"])
    context.sign(signature)
    return etree.tostring(root).decode()


def encrypted(
    xml: str,
    to: Pair,
    *,
    method: Any = _CONSTANTS.TransformAes256Gcm,
    bits: int = 256,
    wrap: Any = _CONSTANTS.TransformRsaOaep,
) -> str:
    """Encrypt an assertion to whoever holds the key."""
    outer = etree.fromstring(f'<saml2:EncryptedAssertion xmlns:saml2="{SAML}"/>')
    content = xmlsec.template.encrypted_data_create(outer, method, type=_CONSTANTS.TypeEncElement, ns="xenc")
    xmlsec.template.encrypted_data_ensure_cipher_value(content)
    told = xmlsec.template.encrypted_data_ensure_key_info(content, ns="ds")
    key = xmlsec.template.add_encrypted_key(told, wrap)
    xmlsec.template.encrypted_data_ensure_cipher_value(key)
    keys = xmlsec.KeysManager()
    keys.add_key(xmlsec.Key.from_memory(to.certificate, _CONSTANTS.KeyDataFormatCertPem))
    context = xmlsec.EncryptionContext(keys)
    kind = _CONSTANTS.KeyDataDes if bits == 192 else _CONSTANTS.KeyDataAes
    context.key = xmlsec.Key.generate(kind, bits, _CONSTANTS.KeyDataTypeSession)
    outer.append(context.encrypt_binary(content, xml.encode()))
    return etree.tostring(outer).decode()


def whole(answer: Answer, provider: Pair, to: Pair, **how: Any) -> str:
    """Write an answer as OIOSAML demands it: signed, with an assertion signed and encrypted."""
    return signed(answer.response(encrypted(signed(answer.assertion(), provider), to, **how)), provider)
