"""Which OIOSAML providers an authority may name, and what is said to whoever puts in something else."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rundbord.identity.rules.providers import NOT_ALLOWED, Reasons, is_askable
from rundbord.identity.rules.saml_answers import lasting_id
from rundbord.identity.saml.told import ToldOfProvider
from rundbord.identity.vocabulary import LocalSignIn, ProviderKind

_CVR = re.compile(r"\d{8}")
_LONGEST_NAME = 300
_NO_METADATA = "Det er ikke metadata fra et log ind med SAML. Kopiér hele filen, fra første til sidste tegn."
_DOUBTS = {
    "size": "Filen er for stor. Brug metadata for jeres log ind alene.",
    "provider": "Metadata skal beskrive præcis ét log ind (IDPSSODescriptor).",
    "redirect": "Metadata mangler en adresse til log ind med HTTP-Redirect.",
    "certificates": "Metadata skal have mindst ét og højst fire gyldige certifikater til underskrift.",
    "weak key": "Et certifikat har en nøgle, der er for svag. Den skal være RSA med mindst 2048 bit.",
    "expired": "Et certifikat er udløbet. Bed om nye metadata.",
}


@dataclass(frozen=True, kw_only=True)
class SamlTerms:
    """Whose employees are let in, whether rights come along, and who may still sign in otherwise."""

    cvr: str
    gives_rights: bool
    local_sign_in: LocalSignIn
    is_open: bool


def objections_to_saml_provider(
    terms: SamlTerms, told: ToldOfProvider, *, hosts: Collection[str], loopback: bool
) -> Reasons:
    """Every reason, by form field, why a provider cannot be set like this."""
    addresses = [each for each in (told["ask_at"], told["logout_at"], told["logout_answers_at"]) if each]
    is_named = 0 < len(told["entity"]) <= _LONGEST_NAME
    is_allowed = all(is_askable(each, hosts=hosts, loopback=loopback) for each in addresses)
    checks = [
        ("cvr", "Et CVR-nummer er otte cifre.", not _CVR.fullmatch(terms.cvr)),
        ("metadata", _NO_METADATA, not is_named),
        ("metadata", NOT_ALLOWED, is_named and not is_allowed),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def subject_as_kept(told: str, *, kind: ProviderKind) -> str:
    """Give a lasting id in the form in which it is kept; in OIOSAML it is a uuid, and anything else is none."""
    return lasting_id(told) if kind is ProviderKind.SAML else told


def sentence_for_doubt(doubt: str) -> str:
    """Say why metadata cannot be used."""
    return _DOUBTS.get(doubt, _NO_METADATA)
