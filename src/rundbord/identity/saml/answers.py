"""What a provider's answer says, once both of its signatures hold; whether that suffices is judged by rules."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from rundbord.identity.saml.decryption import decrypted
from rundbord.identity.saml.names import ASSERTION, PRIVILEGES, PROTOCOL, SUCCESS
from rundbord.identity.saml.privileges import groups_in
from rundbord.identity.saml.signatures import signed
from rundbord.identity.saml.told import Attributes, ToldAnswer, ToldAssertion
from rundbord.identity.saml.trees import Doubt, at_most_one, children, only, text_of, tree_of


def read_answer(content: bytes, *, certificates: Sequence[str], keys: Sequence[str]) -> ToldAnswer:
    """Read a response, or raise Doubt: signed, with one assertion that is encrypted to us and signed itself."""
    root = tree_of(content)
    if root.tag != f"{{{PROTOCOL}}}Response":
        raise Doubt("form")
    response = signed(root, certificates)
    _must_be_version_2(response)
    status = [each.get("Value", "") for each in only(response, "p:Status").iter(f"{{{PROTOCOL}}}StatusCode")]
    is_success = status[:1] == [SUCCESS]
    return {
        "destination": response.get("Destination", ""),
        "in_response_to": response.get("InResponseTo", ""),
        "issuer": text_of(only(response, "a:Issuer")),
        "issued_at": response.get("IssueInstant", ""),
        "status": status,
        "assertion": _assertion(_opened(response, certificates, keys)) if is_success else None,
    }


def _opened(response: etree._Element, certificates: Sequence[str], keys: Sequence[str]) -> etree._Element:
    if list(children(response, "a:Assertion")):
        raise Doubt("not encrypted")
    # From here on the assertion is a document of its own: nothing that stood around it is in it.
    root = tree_of(decrypted(only(response, "a:EncryptedAssertion"), keys))
    if root.tag != f"{{{ASSERTION}}}Assertion":
        raise Doubt("form")
    assertion = signed(root, certificates)
    _must_be_version_2(assertion)
    return assertion


def _assertion(assertion: etree._Element) -> ToldAssertion:
    subject = only(assertion, "a:Subject")
    confirmation = only(subject, "a:SubjectConfirmation")
    bounds = only(confirmation, "a:SubjectConfirmationData")
    conditions = only(assertion, "a:Conditions")
    proved = only(assertion, "a:AuthnStatement")
    attributes = _attributes(only(assertion, "a:AttributeStatement"))
    return {
        "id": assertion.get("ID", ""),
        "issuer": text_of(only(assertion, "a:Issuer")),
        "issued_at": assertion.get("IssueInstant", ""),
        "name": name_in(only(subject, "a:NameID")),
        "method": confirmation.get("Method", ""),
        "recipient": bounds.get("Recipient", ""),
        "in_response_to": bounds.get("InResponseTo", ""),
        "confirmed_from": bounds.get("NotBefore", ""),
        "confirmed_until": bounds.get("NotOnOrAfter", ""),
        "holds_from": conditions.get("NotBefore", ""),
        "holds_until": conditions.get("NotOnOrAfter", ""),
        "audiences": [text_of(each) for each in children(only(conditions, "a:AudienceRestriction"), "a:Audience")],
        "proved_at": proved.get("AuthnInstant", ""),
        "session": proved.get("SessionIndex", ""),
        "session_until": proved.get("SessionNotOnOrAfter", ""),
        "attributes": attributes,
        "groups": [group for told in attributes.get(PRIVILEGES, []) for group in groups_in(told)],
    }


def name_in(element: etree._Element) -> dict[str, str]:
    """Give a NameID with what qualifies it, as it must be written when a logout names it."""
    qualifiers = ("Format", "NameQualifier", "SPNameQualifier")
    if not (value := text_of(element)):
        raise Doubt("NameID")
    return {"value": value, **{name: told for name in qualifiers if (told := element.get(name))}}


def _attributes(statement: etree._Element) -> Attributes:
    found: Attributes = {}
    for attribute in children(statement, "a:Attribute"):
        name = attribute.get("Name", "")
        if name in found:
            raise Doubt("attribute twice")
        found[name] = [text_of(value) for value in children(attribute, "a:AttributeValue")]
    return found


def _must_be_version_2(element: etree._Element) -> None:
    if element.get("Version") != "2.0":
        raise Doubt("version")
    if at_most_one(element, "p:Extensions") is not None:
        raise Doubt("extensions")
