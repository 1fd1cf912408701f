"""What the police act asks of each kind of zone.

Politiloven, LBK 1270 of 29 November 2019 with later changes. No section of it names a longest period: "et nærmere
bestemt tidsrum" is all that it says. How many days a decision may last here is therefore a setting, and a question for
a jurist (docs/legal/open-questions.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from rundbord.zones.vocabulary import ZoneKind

LONGEST_LINK = 300


@dataclass(frozen=True, kw_only=True)
class Basis:
    """The section that a zone stands on, and whether the decision must be published."""

    section: str
    must_publish: bool
    means: str


BASES = {
    # § 6, stk. 2: decided by the chief constable or a delegate; in writing, with reasons, place and time.
    ZoneKind.SEARCH: Basis(
        section="politilovens § 6",
        must_publish=False,
        means="Politiet kan visitere personer og undersøge køretøjer for våben uden konkret mistanke.",
    ),
    # § 6 a, stk. 3: "Beslutningen skal offentliggøres og indeholde en begrundelse …", both for § 81 c and § 81 e.
    ZoneKind.PENALTY: Basis(
        section="politilovens § 6 a",
        must_publish=True,
        means="Straffen for bestemte lovovertrædelser i området er skærpet (straffelovens § 81 c).",
    ),
    ZoneKind.TARGETED_PENALTY: Basis(
        section="politilovens § 6 a",
        must_publish=True,
        means="Straffen for salg af euforiserende stoffer i området er skærpet (straffelovens § 81 e).",
    ),
    # § 6 b: who is banned must be able to know where; that it must be published is our cautious reading.
    ZoneKind.NIGHTLIFE: Basis(
        section="politilovens § 6 b",
        must_publish=True,
        means="Personer, der er idømt et forbud mod at deltage i nattelivet, må ikke være her kl. 00–05.",
    ),
}


def objections_to_link(kind: ZoneKind, link: str) -> list[str]:
    """Give every reason why a link cannot lead to the published decision."""
    if not link:
        asked = BASES[kind].must_publish
        return ["Beslutningen skal offentliggøres. Indsæt linket til den."] if asked else []
    if len(link) > LONGEST_LINK or not _is_plain_https(link):
        return ["Linket skal være en hel adresse, der begynder med https://, uden mellemrum, brugernavn og port."]
    return []


def _is_plain_https(link: str) -> bool:
    """Tell whether an address is what it looks like: no other scheme, no "https://politi.dk@elsewhere.example"."""
    if not link.isprintable() or any(sign.isspace() or sign in "\\\"'<>`" for sign in link):
        return False
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = "." in host.strip(".") and host.isascii()
    return parts.scheme == "https" and named and port is None and "@" not in parts.netloc
