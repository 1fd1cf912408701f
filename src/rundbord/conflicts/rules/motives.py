"""Hypotheses: how long a confidence holds, how it shows when it has aged, and what a strong one stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from rundbord.conflicts.rules import Objections
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import Confidence

HOLDS_FOR_DAYS = (3, 7, 14, 30)
USUAL_DAYS = 14
_SOON = timedelta(days=2)
_RANK = {Confidence.STRONG: 0, Confidence.FAIR: 1, Confidence.WEAK: 2}
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How sure somebody is of a hypothesis today, in words; `mark` is how the word looks."""

    words: str
    mark: str
    is_expired: bool
    is_soon: bool


def standing_of(*, confidence: str, expires_at: datetime, is_dropped: bool, now: datetime) -> Standing:
    """Let a confidence age: it holds until its end, warns two days before, and is expired from then on."""
    said = Confidence(confidence)
    if is_dropped:
        return Standing(words="Opgivet", mark="closed", is_expired=False, is_soon=False)
    if now >= expires_at:
        return Standing(words=f"Udløbet (var {said.label.lower()})", mark="missing", is_expired=True, is_soon=False)
    mark = {Confidence.STRONG: "confirmed", Confidence.FAIR: "info", Confidence.WEAK: "unconfirmed"}[said]
    return Standing(words=said.label, mark=mark, is_expired=False, is_soon=expires_at - now <= _SOON)


def expiry(at: datetime, *, days: int) -> datetime:
    """Give the moment at which a confidence that was stated now ends."""
    return at.astimezone(UTC) + timedelta(days=min(max(days, min(HOLDS_FOR_DAYS)), max(HOLDS_FOR_DAYS)))


def objections_to_confidence(confidence: str, *, speaking_for: int, reason: str) -> Objections:
    """Say why a confidence does not stand: it needs a reason, and a strong one something that speaks for it."""
    objections: Objections = {}
    if unsaid := objections_to_words(reason, sentence="Skriv, hvorfor du er så sikker, som du er."):
        objections["reason"] = unsaid
    if confidence == Confidence.STRONG and not speaking_for:
        objections["confidence"] = ["Intet holdepunkt taler for endnu. Skriv det først, eller vælg »Rimelig«."]
    return objections


def leading(hypotheses: Iterable[tuple[T, str, datetime]], *, now: datetime, limit: int = 2) -> list[T]:
    """Give the hypotheses that still hold, the surest first, of the same sureness the freshest."""
    alive = [(each, said, end) for each, said, end in hypotheses if end > now]
    ranked = sorted(alive, key=lambda one: (_RANK[Confidence(one[1])], -one[2].timestamp()))
    return [each for each, _, _ in ranked[:limit]]
