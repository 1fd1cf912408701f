"""What must not be believed of a SAML answer: each attack of the reference, refused for its own reason."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xmlsec
from lxml import etree

from rundbord.identity.saml.reader import answered
from tests.identity.saml_writing import (
    DIGST,
    ITST,
    PRIVILEGES,
    SAML,
    SAMLP,
    Answer,
    Pair,
    curve_pair,
    employee,
    encrypted,
    group,
    pair_of,
    privilege_list,
    signed,
    whole,
)

SOURCE = str(Path(__file__).parents[2] / "src")
ADDRESS, OURS, REQUEST = "https://rundbord.example/svar/", "https://rundbord.example/saml/", "_request-1"
_CONSTANTS = xmlsec.constants
DS = "http://www.w3.org/2000/09/xmldsig#"


@pytest.fixture
def provider() -> Pair:
    """The key that the authority's provider signs with."""
    return pair_of("provider")


@pytest.fixture
def ours() -> Pair:
    """The key that answers are encrypted to."""
    return pair_of("ours")


def genuine(**changed: Any) -> Answer:
    """An answer as it should be, but for what a test changes."""
    told: dict[str, Any] = {"issuer": "https://login.example", "address": ADDRESS, "audience": OURS}
    return Answer(**{**told, "request": REQUEST, "attributes": employee(), **changed})


def read(xml: str | bytes, *certificates: Pair, keys: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read an answer as the process that reads does."""
    content = xml if isinstance(xml, bytes) else xml.encode()
    return answered(
        {
            "what": "answer",
            "content": base64.b64encode(content).decode(),
            "certificates": [each.certificate for each in certificates or (pair_of("provider"),)],
            "keys": list(keys or (pair_of("ours").key,)),
        }
    )


def name_in(read_answer: dict[str, Any]) -> str:
    """Say who came in."""
    return str(read_answer["told"]["assertion"]["name"]["value"])


def test_a_genuine_answer_of_another_implementation_is_read(provider: Pair, ours: Pair) -> None:
    told = read(whole(genuine(), provider, ours))["told"]

    assert (told["issuer"], told["destination"], told["in_response_to"]) == ("https://login.example", ADDRESS, REQUEST)
    assert told["assertion"]["name"] == {"value": "urn-uuid-navn-1"}
    assert told["assertion"]["groups"][0]["privileges"] == ["urn:rundbord:ssp"]


@pytest.mark.parametrize(
    "how",
    [
        {"method": _CONSTANTS.TransformAes128Gcm, "bits": 128},
        {"method": _CONSTANTS.TransformAes128Cbc, "bits": 128},
        {"method": _CONSTANTS.TransformAes256Cbc},
    ],
    ids=["AES-128-GCM", "AES-128-CBC", "AES-256-CBC"],
)
def test_every_encryption_that_providers_use_is_read(how: dict[str, Any], provider: Pair, ours: Pair) -> None:
    assert name_in(read(whole(genuine(), provider, ours, **how))) == "urn-uuid-navn-1"


def test_a_signature_on_a_curve_is_verified_as_well(ours: Pair) -> None:
    curve, method = curve_pair(), _CONSTANTS.TransformEcdsaSha256
    inner = encrypted(signed(genuine().assertion(), curve, method=method), ours)

    assert name_in(read(signed(genuine().response(inner), curve, method=method), curve)) == "urn-uuid-navn-1"


def test_two_certificates_and_two_keys_of_ours_hold_during_a_roll_over(provider: Pair, ours: Pair) -> None:
    following, own_following = pair_of("following"), pair_of("own following")

    xml = whole(genuine(), following, own_following)

    assert name_in(read(xml, provider, following, keys=(ours.key, own_following.key))) == "urn-uuid-navn-1"
    assert read(xml, provider, keys=(own_following.key,)) == {"doubt": "signature"}
    assert read(xml, following) == {"doubt": "decryption"}


def _outer(inner: str, provider: Pair) -> str:
    return signed(genuine().response(inner), provider)


def _sealed(assertion: str, provider: Pair) -> str:
    """Put an assertion into a response that the provider signed: the inner signature alone must suffice."""
    return _outer(encrypted(assertion, pair_of("ours")), provider)


def _with_algorithm(provider: Pair, method: Any, digest: Any) -> str:
    inner = encrypted(signed(genuine().assertion(), provider), pair_of("ours"))
    return signed(genuine().response(inner), provider, method=method, digest=digest)


def _in_signed(xml: str, old: str, new: str) -> str:
    assert old in xml, old
    return xml.replace(old, new)


def _commented(provider: Pair) -> str:
    """A comment that the signature does not cover splits the name, so that a hasty reader sees its first half."""
    assertion = signed(genuine(name="direktoer.x").assertion(), provider)
    return _sealed(_in_signed(assertion, "direktoer.x", "direktoer<!-- -->.x"), provider)


def _with_transform(provider: Pair) -> str:
    """A transform that would take away all but what the attacker wants."""
    xpath = '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/></ds:Transforms>'
    xml = whole(genuine(), provider, pair_of("ours"))
    return xml.replace("</ds:Transforms>", xpath, 1)


def _with_shared_secret(provider: Pair) -> str:
    """The certificate that everybody has, taken for a secret (key confusion)."""
    xml = whole(genuine(), provider, pair_of("ours"))
    return xml.replace("2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#hmac-sha256", 1)


def _two_references(provider: Pair) -> str:
    xml = whole(genuine(), provider, pair_of("ours"))
    root = etree.fromstring(xml)
    reference = root.find(f".//{{{DS}}}Reference")
    assert reference is not None
    parent = reference.getparent()
    assert parent is not None
    parent.append(etree.fromstring(etree.tostring(reference)))
    return etree.tostring(root).decode()


def _without(name: str, xml: str) -> str:
    root = etree.fromstring(xml)
    element = root.find(name)
    assert element is not None
    root.remove(element)
    return etree.tostring(root).decode()


def _laughs(xml: str) -> str:
    """Ten entities of ten of ten: a billion laughs."""
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
    )
    return f"<!DOCTYPE x [{entities}]>" + xml.replace("urn-uuid-navn-1", "&a9;")


def _xxe(xml: str) -> str:
    return '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>' + xml.replace(
        "https://login.example", "&secret;"
    )


def _told_twice() -> str:
    end, twice = "</saml:AttributeStatement>", 2 * '<saml:Attribute Name="x"/>'
    return genuine().assertion().replace(end, twice + end)


def _answer_signed_within(provider: Pair) -> str:
    return genuine().response(encrypted(signed(genuine().assertion(), provider), pair_of("ours")))


FORGED: dict[str, tuple[str, Callable[[Pair], str | bytes]]] = {
    "unsigned": (
        "unsigned",
        lambda p: genuine().response(encrypted(signed(genuine().assertion(), p), pair_of("ours"))),
    ),
    "the signature cut out": (
        "unsigned",
        lambda p: _without(f"{{{DS}}}Signature", whole(genuine(), p, pair_of("ours"))),
    ),
    "only the response signed": ("unsigned", lambda p: _sealed(genuine().assertion(), p)),
    "another's key": ("signature", lambda p: whole(genuine(), pair_of("stranger"), pair_of("ours"))),
    "the assertion by another's key": (
        "signature",
        lambda p: _sealed(signed(genuine().assertion(), pair_of("stranger")), p),
    ),
    "changed after signing": (
        "signature",
        lambda p: _in_signed(whole(genuine(), p, pair_of("ours")), 'InResponseTo="_request-1"', 'InResponseTo="_x"'),
    ),
    "the assertion changed after signing": (
        "signature",
        lambda p: _sealed(_in_signed(signed(genuine().assertion(), p), "urn-uuid-navn-1", "direktoer"), p),
    ),
    "SHA-1": (
        "algorithm",
        lambda p: _with_algorithm(p, _CONSTANTS.TransformRsaSha1, _CONSTANTS.TransformSha256),
    ),
    "SHA-1 of the content": (
        "algorithm",
        lambda p: _with_algorithm(p, _CONSTANTS.TransformRsaSha256, _CONSTANTS.TransformSha1),
    ),
    "SHA-1 in the assertion": (
        "algorithm",
        lambda p: _sealed(signed(genuine().assertion(), p, method=_CONSTANTS.TransformRsaSha1), p),
    ),
    "a shared secret": ("algorithm", _with_shared_secret),
    "another transform": ("transform", _with_transform),
    "two references": ("Reference", _two_references),
    "not encrypted": ("not encrypted", lambda p: _outer(signed(genuine().assertion(), p), p)),
    "not encrypted beside one that is": (
        "not encrypted",
        lambda p: _outer(genuine().assertion() + encrypted(signed(genuine().assertion(), p), pair_of("ours")), p),
    ),
    "two encrypted": (
        "EncryptedAssertion",
        lambda p: _outer(2 * encrypted(signed(genuine().assertion(), p), pair_of("ours")), p),
    ),
    "encrypted to others": ("decryption", lambda p: whole(genuine(), p, pair_of("stranger"))),
    "triple DES": (
        "encryption algorithm",
        lambda p: whole(genuine(), p, pair_of("ours"), method=_CONSTANTS.TransformDes3Cbc, bits=192),
    ),
    "RSA 1.5": (
        "encryption algorithm",
        lambda p: whole(genuine(), p, pair_of("ours"), wrap=_CONSTANTS.TransformRsaPkcs1),
    ),
    "a comment in the name": ("comment", _commented),
    "a comment outside": ("comment", lambda p: whole(genuine(), p, pair_of("ours")) + "<!-- -->"),
    "a processing instruction": ("comment", lambda p: "<?x y?>" + whole(genuine(), p, pair_of("ours"))),
    "a DOCTYPE": ("doctype", lambda p: "<!DOCTYPE x>" + whole(genuine(), p, pair_of("ours"))),
    "a DOCTYPE in small letters": ("doctype", lambda p: "<!doctype x>" + whole(genuine(), p, pair_of("ours"))),
    "a file read in (XXE)": ("doctype", lambda p: _xxe(whole(genuine(), p, pair_of("ours")))),
    "a file read into the assertion": ("doctype", lambda p: _sealed(_xxe(genuine().assertion()), p)),
    "a billion laughs": ("doctype", lambda p: _laughs(whole(genuine(), p, pair_of("ours")))),
    "a billion laughs in the assertion": ("doctype", lambda p: _sealed(_laughs(genuine().assertion()), p)),
    "a DOCTYPE that UTF-16 hides": ("encoding", lambda p: "<!DOCTYPE x><x/>".encode("utf-16")),
    "a DOCTYPE that UTF-7 hides": (
        "form",
        lambda p: b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>',
    ),
    "huge": ("size", lambda p: whole(genuine(), p, pair_of("ours")) + " " * (256 * 1024)),
    "deep": ("form", lambda p: "<a>" * 5000 + "</a>" * 5000),
    "no XML": ("form", lambda p: "SAMLResponse"),
    "empty": ("form", lambda p: ""),
    "a request": ("form", lambda p: f'<samlp:AuthnRequest xmlns:samlp="{SAMLP}"/>'),
    "an attribute twice": ("attribute twice", lambda p: _sealed(signed(_told_twice(), p), p)),
    "rights with a DOCTYPE": (
        "doctype",
        lambda p: whole(
            genuine(attributes={**employee(), PRIVILEGES: [privilege_list(group("x"), before="<!DOCTYPE x>")]}),
            p,
            pair_of("ours"),
        ),
    ),
    "rights that are no XML": (
        "form",
        lambda p: whole(genuine(attributes={**employee(), PRIVILEGES: ["eA=="]}), p, pair_of("ours")),
    ),
    "rights in another namespace": (
        "privileges",
        lambda p: whole(
            genuine(attributes={**employee(), PRIVILEGES: [privilege_list(group("x"), namespace="urn:x")]}),
            p,
            pair_of("ours"),
        ),
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_is_refused_for_its_own_reason(name: str, provider: Pair) -> None:
    reason, forge = FORGED[name]

    assert read(forge(provider)) == {"doubt": reason}


def test_a_certificate_that_has_run_out_vouches_for_nothing() -> None:
    old = pair_of("old", days=-1)

    assert read(whole(genuine(), old, pair_of("ours")), old) == {"doubt": "certificate"}


@pytest.mark.parametrize("namespace", [ITST, DIGST])
def test_rights_are_read_in_both_namespaces(namespace: str, provider: Pair, ours: Pair) -> None:
    told = privilege_list(group("urn:a", constraints=(("urn:c", "1"),)), namespace=namespace)

    xml = whole(genuine(attributes={**employee(), PRIVILEGES: [told]}), provider, ours)

    [found] = read(xml)["told"]["assertion"]["groups"]
    assert (found["privileges"], found["constraints"]) == (["urn:a"], [("urn:c", "1")])


# The eight classic forms of signature wrapping. `E` is what the attacker wrote, `O` what the provider signed.


def _evil(**changed: Any) -> str:
    return genuine(name="direktoer", assertion_id="_evil", **changed).assertion()


def _evil_response(signature: str = "", inside: str = "") -> str:
    """A response of the attacker's, with an assertion of the attacker's that is encrypted to us like any."""
    xml = genuine().response(encrypted(_evil(), pair_of("ours"))).replace("_response-1", "_evil")
    xml = xml.replace("</samlp:Response>", f"{inside}</samlp:Response>")
    return xml.replace("</saml2:Issuer>", f"</saml2:Issuer>{signature}", 1)


def _parts(xml: str) -> tuple[str, str]:
    """Take a signed element apart: the signature, and the element without it."""
    root = etree.fromstring(xml)
    signature = root.find(f"{{{DS}}}Signature")
    assert signature is not None
    root.remove(signature)
    return etree.tostring(signature).decode(), etree.tostring(root).decode()


def _into(xml: str, inside: str, *, end: str = "</saml:Assertion>") -> str:
    return xml[: -len(end)] + inside + end


def _in_object(signature: str, content: str) -> str:
    return signature.replace("</ds:Signature>", f"<ds:Object>{content}</ds:Object></ds:Signature>")


def _wrapped(number: int, provider: Pair) -> str:
    response = whole(genuine(), provider, pair_of("ours"))
    response_signature, plain_response = _parts(response)
    assertion = signed(genuine().assertion(), provider)
    signature, plain = _parts(assertion)
    forms = {
        # Of the response: O in an Object of the signature that E bears; O beside its own signature inside E.
        1: lambda: _evil_response(_in_object(response_signature, plain_response)),
        2: lambda: _evil_response(response_signature, plain_response),
        # Of the assertion, in responses that the provider signed: E before O; O inside E.
        3: lambda: _outer(encrypted(_evil(), pair_of("ours")) + encrypted(assertion, pair_of("ours")), provider),
        4: lambda: _sealed(_into(_evil(), assertion), provider),
        # E bears O's signature, and O stands at the end, in the signature, in extensions, in an Object.
        5: lambda: _sealed(_into(_with(_evil(), signature), plain), provider),
        6: lambda: _sealed(_with(_evil(), signature.replace("</ds:Signature>", f"{plain}</ds:Signature>")), provider),
        7: lambda: _sealed(_into(_evil(), f'<p:Extensions xmlns:p="{SAMLP}">{assertion}</p:Extensions>'), provider),
        8: lambda: _sealed(_with(_evil(), _in_object(signature, plain)), provider),
    }
    return forms[number]()


def _with(xml: str, signature: str) -> str:
    return xml.replace("</saml:Issuer>", f"</saml:Issuer>{signature}", 1)


WRAPPED = {
    **{1: "signature form", 2: "reference", 3: "EncryptedAssertion", 4: "unsigned"},
    **{5: "reference", 6: "reference", 7: "unsigned", 8: "signature form"},
}


@pytest.mark.parametrize("number", WRAPPED)
def test_no_signature_is_wrapped_around_something_else(number: int, provider: Pair) -> None:
    assert read(_wrapped(number, provider)) == {"doubt": WRAPPED[number]}


def test_two_elements_with_the_id_that_was_signed_are_refused(provider: Pair) -> None:
    """Which of them the signature means would be the reader's guess."""
    response = whole(genuine(), provider, pair_of("ours"))
    signature, plain = _parts(response)

    assert read(_evil_response(signature, plain).replace("_evil", "_response-1")) == {"doubt": "same id twice"}


def test_the_ciphertext_of_another_answer_is_not_read_in_place_of_the_signed_one(provider: Pair, ours: Pair) -> None:
    """Nobody tries ciphertexts on us: they are decrypted only where the provider's signature covers them."""
    root = etree.fromstring(whole(genuine(), provider, ours))
    held = root.find(f"{{{SAML}}}EncryptedAssertion")
    assert held is not None
    root.replace(held, etree.fromstring(encrypted(_evil(), ours)))

    assert read(etree.tostring(root)) == {"doubt": "signature"}


_TRIES = """
import sys
sys.path.insert(0, sys.argv[1])
from rundbord.identity.saml import reader
import os, socket
reader.give_up()
tried = []
for try_it in (lambda: open('/etc/hostname'), lambda: socket.socket(), os.pipe):
    try:
        try_it()
        tried.append('opened')
    except OSError:
        tried.append('refused')
print(' '.join(tried), len(os.environ))
"""


def test_the_process_that_reads_can_open_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", _TRIES, SOURCE], env={}, capture_output=True, text=True, check=True
    )

    opened, variables = done.stdout.strip().rsplit(" ", 1)
    assert opened == "refused refused refused"
    # Python itself sets one, for its own locale.
    assert int(variables) <= 1


def test_the_process_that_reads_knows_nothing_of_the_application() -> None:
    told = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "import rundbord.identity.saml.reader; print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", told, SOURCE], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout.strip().lower()) is False
