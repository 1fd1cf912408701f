"""Deciding between meetings: who is asked, when it is over, and what the answers amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.tasks.vocabulary import Answer, Counting, ProposalResult

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A unit that is asked, and whose it is."""

    unit_id: UUID
    authority_id: UUID


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """Who is asked, what the units have said, and how many must have."""

    asked: Sequence[Asked]
    answers: Mapping[UUID, Answer]
    counts: Counting
    quorum: int

    @property
    def most(self) -> int:
        """Count all that could answer, in what the quorum counts."""
        return len(self._counted(self.asked))

    @property
    def given(self) -> int:
        """Count those that have; an authority has answered when one of its units has."""
        return len(self._counted([each for each in self.asked if each.unit_id in self.answers]))

    @property
    def is_complete(self) -> bool:
        """Tell whether every unit that is asked has answered."""
        return all(each.unit_id in self.answers for each in self.asked)

    def votes(self, answer: Answer) -> int:
        """Count the units that said this, as long as they still are asked."""
        return sum(1 for each in self.asked if self.answers.get(each.unit_id) == answer)

    def _counted(self, asked: Sequence[Asked]) -> set[UUID]:
        return {each.authority_id if self.counts == Counting.AUTHORITIES else each.unit_id for each in asked}


def result_of(ballot: Ballot, *, is_over: bool) -> ProposalResult | None:
    """Give what became of a proposal; None as long as the clock runs and somebody has not answered.

    With the quorum, more units for than against carry it; as many against as for do not.
    """
    if not (is_over or ballot.is_complete):
        return None
    if ballot.given < ballot.quorum:
        return ProposalResult.LAPSED
    is_carried = ballot.votes(Answer.YES) > ballot.votes(Answer.NO)
    return ProposalResult.CARRIED if is_carried else ProposalResult.REFUSED


def objections_to_proposal(ballot: Ballot, *, closes_at: datetime, now: datetime) -> dict[str, list[str]]:
    """Give every reason why a proposal cannot be put like this, by the field to blame."""
    objections = {}
    if not 1 <= ballot.quorum <= ballot.most:
        objections["quorum"] = [f"Skriv et tal fra 1 til {ballot.most}: så mange kan svare i forummet."]
    if not now + SHORTEST <= closes_at <= now + LONGEST:
        objections["closes_at"] = ["Giv mindst en time og højst 30 dage til at svare."]
    return objections


def objections_to_answer(
    answer: Answer, *, reason: str, is_asked: bool, is_settled: bool, is_over: bool
) -> dict[str, list[str]]:
    """Give every reason why a unit cannot answer, by the field to blame."""
    objections: dict[str, list[str]] = {}
    if is_settled or is_over:
        objections[""] = ["Fristen er gået, eller forslaget er afgjort. Genindlæs siden for at se afgørelsen."]
    elif not is_asked:
        objections[""] = ["Din enhed har ingen plads i forummet og kan ikke svare."]
    if answer == Answer.NO and not reason.strip():
        objections["reason"] = ["Skriv, hvorfor enheden siger nej."]
    return objections
