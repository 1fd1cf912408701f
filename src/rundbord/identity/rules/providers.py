"""Which identity providers an authority may name, and which hosts are ever asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from rundbord.identity.vocabulary import LocalSignIn

Reasons = dict[str, list[str]]

_LOOPBACK = {"127.0.0.1", "localhost"}
NOT_ALLOWED = "Driften har ikke åbnet for den adresse. Send den til dem, der driver Rundbord, og gem her bagefter."
SUBJECT_TAKEN = "En anden bruger er allerede knyttet til det id."


@dataclass(frozen=True, kw_only=True)
class ProviderTerms:
    """Where the authority's users sign in, what it calls things there, and who may still sign in otherwise."""

    issuer: str
    client_id: str
    subject_claim: str
    level_claim: str
    substantial_value: str
    high_value: str
    privilege_claim: str
    local_sign_in: LocalSignIn
    is_open: bool


def is_askable(url: str, *, hosts: Collection[str], loopback: bool) -> bool:
    """Tell whether an address is ever asked: https at a host that the operator named, or this machine under test."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if parts.username or parts.password or parts.fragment or not parts.hostname:
        return False
    named = parts.hostname in hosts or (port is not None and f"{parts.hostname}:{port}" in hosts)
    if parts.scheme == "http":
        return loopback and named and parts.hostname in _LOOPBACK
    return parts.scheme == "https" and named


def objections_to_provider(terms: ProviderTerms, *, hosts: Collection[str], loopback: bool) -> Reasons:
    """Every reason, by form field, why a provider cannot be set like this."""
    parts = urlsplit(terms.issuer)
    is_plain = not parts.query and not any(sign.isspace() for sign in terms.issuer)
    is_address = parts.scheme in {"https", "http"} and bool(parts.hostname) and is_plain
    checks = [
        ("issuer", "Skriv hele adressen, som den står hos jeres log ind: https://…", not is_address),
        ("issuer", NOT_ALLOWED, is_address and not is_askable(terms.issuer, hosts=hosts, loopback=loopback)),
        (
            "high_value",
            "Betydelig og Høj kan ikke hedde det samme.",
            bool(terms.high_value) and terms.high_value == terms.substantial_value,
        ),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons
