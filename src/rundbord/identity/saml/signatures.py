"""Verifying a signature, and going on with nothing but the very bytes that it covers."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.exceptions import InvalidCertificate, InvalidInput, InvalidSignature, SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from rundbord.identity.saml.names import SIGNATURE
from rundbord.identity.saml.trees import Doubt, children, only, parser

_METHODS = frozenset(
    {
        *(SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA384, SignatureMethod.RSA_SHA512),
        *(SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA384, SignatureMethod.ECDSA_SHA512),
    }
)
_DIGESTS = frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512})
_CANONICAL = "http://www.w3.org/2001/10/xml-exc-c14n#"
_ENVELOPED = f"{SIGNATURE}enveloped-signature"
_EXPECTED = SignatureConfiguration(
    location="./",
    expect_references=1,
    signature_methods=_METHODS,
    digest_algorithms=_DIGESTS,
    # Whatever a message says of its own key is never read: the certificates are the administrator's.
    ignore_ambiguous_key_info=True,
)


def signed(root: etree._Element, certificates: Sequence[str]) -> etree._Element:
    """Give the root as it was signed, read anew from the signed bytes; raise Doubt where it was not by one of these."""
    _refuse_other_forms(root)
    doubts = []
    for certificate in certificates:
        try:
            return _verified(root, certificate)
        except Doubt as doubt:
            doubts.append(str(doubt))
    raise Doubt("certificate" if doubts and set(doubts) == {"certificate"} else "signature")


def warm_up() -> None:
    """Read the schema of signatures from the disk now."""
    XMLVerifier.schemas()  # type: ignore[no-untyped-call]


def _verified(root: etree._Element, certificate: str) -> etree._Element:
    try:
        found = XMLVerifier().verify(
            root, x509_cert=certificate, id_attribute="ID", parser=parser(), expect_config=_EXPECTED
        )
    except InvalidCertificate as error:
        raise Doubt("certificate") from error
    except (InvalidSignature, InvalidInput, SignXMLException, etree.LxmlError, ValueError, TypeError) as error:
        raise Doubt("signature") from error
    element = None if isinstance(found, list) else found.signed_xml
    if element is None or element.tag != root.tag or element.get("ID") != root.get("ID"):
        raise Doubt("reference")
    return element


def _refuse_other_forms(root: etree._Element) -> None:
    """Refuse every form that a signature may have but the one that SAML gives it (SAML core 5.4)."""
    found = list(children(root, "s:Signature"))
    if not found:
        raise Doubt("unsigned")
    if len(found) > 1 or list(children(found[0], "s:Object")):
        raise Doubt("signature form")
    told = only(found[0], "s:SignedInfo")
    reference = only(told, "s:Reference")
    methods = {method.value for method in _METHODS}
    digests = {digest.value for digest in _DIGESTS}
    if only(told, "s:SignatureMethod").get("Algorithm") not in methods:
        raise Doubt("algorithm")
    if only(reference, "s:DigestMethod").get("Algorithm") not in digests:
        raise Doubt("algorithm")
    if not root.get("ID") or reference.get("URI") != f"#{root.get('ID')}":
        raise Doubt("reference")
    transforms = [each.get("Algorithm") for each in children(reference, "s:Transforms/s:Transform")]
    if transforms != [_ENVELOPED, _CANONICAL] or only(told, "s:CanonicalizationMethod").get("Algorithm") != _CANONICAL:
        raise Doubt("transform")
