"""Motives: stating a hypothesis, adding what speaks for or against, weighing it anew before it expires, dropping it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, touch
from rundbord.conflicts.models import Conflict, Evidence, Hypothesis, Weighing
from rundbord.conflicts.rules.motives import USUAL_DAYS, expiry, objections_to_confidence
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import Confidence, ConflictKind, Credibility, Reliability, Side

_DROPPED = "Hypotesen er opgivet. Opstil en ny, hvis der er noget nyt."


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that speaks for or against, since when it is known, and how good its source is."""

    side: Side
    words: str
    reliability: Reliability
    credibility: Credibility
    known_on: date


@dataclass(frozen=True, kw_only=True)
class Sureness:
    """How sure somebody is, why, and for how many days that holds."""

    confidence: Confidence
    reason: str
    days: int = USUAL_DAYS


def state_hypothesis(  # noqa: PLR0913 — a hypothesis has so many sides
    conflict: Conflict,
    motive: ConflictKind,
    *,
    words: str,
    sureness: Sureness,
    found: Found | None = None,
    overridden: Collection[str] = (),
    by: Actor,
) -> Hypothesis:
    """Open a hypothesis with its first weighing, and with its first evidence where there is some."""
    standing = open_to_write(conflict, by=by)
    speaking_for = int(found is not None and found.side is Side.FOR)
    objections = objections_to_confidence(sureness.confidence, speaking_for=speaking_for, reason=sureness.reason)
    if objections | _objections_to_found(found):
        raise Refused(objections | _objections_to_found(found))
    columns = part(standing, by=by)
    end = expiry(columns["at"], days=sureness.days)
    hypothesis = Hypothesis.objects.create(
        **columns, motive=motive.value, words=words, confidence=sureness.confidence.value, expires_at=end
    )
    Weighing.objects.create(**columns, **_weighed(hypothesis, sureness), expires_at=end)
    if found is not None:
        Evidence.objects.create(**columns, hypothesis=hypothesis, **vars(found))
    touch(standing)
    log(Event.HYPOTHESIS_STATED, standing, overridden=overridden, by=by, hypothesis=str(hypothesis.pk))
    return hypothesis


def add_evidence(hypothesis: Hypothesis, found: Found, *, overridden: Collection[str] = (), by: Actor) -> Evidence:
    """Add what speaks for or against; how sure one is thereby remains a person's word."""
    conflict = open_to_write(hypothesis.conflict, by=by)
    _standing(hypothesis)
    if objections := _objections_to_found(found):
        raise Refused(objections)
    evidence = Evidence.objects.create(**part(conflict, by=by), hypothesis=hypothesis, **vars(found))
    touch(conflict)
    log(Event.EVIDENCE_ADDED, conflict, overridden=overridden, by=by, hypothesis=str(hypothesis.pk))
    return evidence


def weigh_hypothesis(
    hypothesis: Hypothesis, sureness: Sureness, *, overridden: Collection[str] = (), by: Actor
) -> Weighing:
    """Renew a hypothesis: from now on this confidence holds, until its new end."""
    conflict = open_to_write(hypothesis.conflict, by=by)
    standing = _standing(hypothesis)
    speaking_for = Evidence.objects.filter(hypothesis=standing, side=Side.FOR).count()
    if objections := objections_to_confidence(sureness.confidence, speaking_for=speaking_for, reason=sureness.reason):
        raise Refused(objections)
    columns = part(conflict, by=by)
    end = expiry(columns["at"], days=sureness.days)
    weighing = Weighing.objects.create(**columns, **_weighed(standing, sureness), expires_at=end)
    Hypothesis.objects.filter(pk=standing.pk).update(confidence=sureness.confidence.value, expires_at=end)
    touch(conflict)
    log(Event.HYPOTHESIS_WEIGHED, conflict, overridden=overridden, by=by, hypothesis=str(standing.pk))
    return weighing


def drop_hypothesis(hypothesis: Hypothesis, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Give a hypothesis up, with the reason; it stays in the file."""
    conflict = open_to_write(hypothesis.conflict, by=by)
    standing = _standing(hypothesis)
    if unsaid := objections_to_words(reason, sentence="Skriv, hvorfor hypotesen ikke holder."):
        raise Refused({"reason": unsaid})
    Hypothesis.objects.filter(pk=standing.pk).update(dropped_at=timezone.now(), dropped_why=reason)
    touch(conflict)
    log(Event.HYPOTHESIS_DROPPED, conflict, overridden=overridden, by=by, hypothesis=str(standing.pk))


def _weighed(hypothesis: Hypothesis, sureness: Sureness) -> dict[str, object]:
    return {"hypothesis": hypothesis, "confidence": sureness.confidence.value, "reason": sureness.reason}


def _standing(hypothesis: Hypothesis) -> Hypothesis:
    standing = Hypothesis.objects.filter(pk=hypothesis.pk).first()
    if standing is None:
        raise Http404
    if standing.dropped_at is not None:
        raise Refused(_DROPPED)
    return standing


def _objections_to_found(found: Found | None) -> dict[str, list[str]]:
    if found is not None and found.known_on > timezone.localdate():
        return {"known_on": ["Dagen ligger i fremtiden."]}
    return {}
