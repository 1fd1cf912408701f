"""What became of a report, as its reporter reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundbord.partnership.vocabulary import Audience
from rundbord.situation.vocabulary import DismissalReason, Nature, Verdict
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The verdict that stands on a report, and the numbers of the pictures its incident stands in."""

    verdict: str
    reason: str = ""
    note: str = ""
    picture_numbers: Sequence[int] = ()
    is_since_last_picture: bool = True


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One answer: a kind of mark, a sentence, and where it was used."""

    mark: str
    words: str
    note: str = ""
    picture_numbers: Sequence[int] = ()


def outcome(nature: str, audience: str, judged: Judged | None) -> Outcome:
    """Answer the reporter."""
    if judged is not None:
        return _of_verdict(judged)
    if nature == Nature.NOTHING:
        return Outcome(mark="confirmed", words="Modtaget")
    if audience == Audience.UNIT:
        return Outcome(mark="neutral", words="Kun til dit team")
    return Outcome(mark="info", words="Venter på sortering")


def _of_verdict(judged: Judged) -> Outcome:
    if judged.verdict == Verdict.DISMISSED:
        reason = label_of(DismissalReason, judged.reason)
        return Outcome(mark="neutral", words=f"Ikke brugt: {reason}", note=judged.note)
    merged = "Lagt sammen med en anden indberetning" if judged.verdict == Verdict.MERGED else ""
    if judged.picture_numbers:
        return Outcome(
            mark="success", words=merged or "Brugt", note=judged.note, picture_numbers=judged.picture_numbers
        )
    words = merged or "Beholdt"
    coming = ", kommer med i næste situationsbillede" if judged.is_since_last_picture else ""
    return Outcome(mark="success", words=f"{words}{coming}", note=judged.note)
