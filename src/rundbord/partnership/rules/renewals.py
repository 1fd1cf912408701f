"""Whether a person-related effort still stands, and what came of the vote on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.partnership.vocabulary import EffortStanding, RenewalResult, VoteChoice

# A year at a time: what is about persons goes on only when the parties say so anew.
HOLDS = timedelta(days=365)
# Three months: boards meet rarely, and a party wants to hear its own house first.
NOTICE = timedelta(days=92)


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """One vote on one effort, with what the parties said."""

    until: date
    decide_by: date
    quorum: int
    voters: int
    choices: tuple[VoteChoice, ...]

    def count(self, choice: VoteChoice) -> int:
        """Count the parties that said this."""
        return sum(1 for each in self.choices if each is choice)

    def result(self, today: date) -> RenewalResult:
        """Tell what came of it: open until everybody has voted or the deadline has passed; no majority is a no."""
        if len(self.choices) < self.voters and today <= self.decide_by:
            return RenewalResult.OPEN
        if len(self.choices) < self.quorum:
            return RenewalResult.NO_QUORUM
        carried = self.count(VoteChoice.YES) > self.count(VoteChoice.NO)
        return RenewalResult.CARRIED if carried else RenewalResult.NOT_CARRIED


def quorum_of(voters: int) -> int:
    """More than half of the parties must have voted."""
    return voters // 2 + 1


def holds_until(begun_on: date, ballots: Iterable[Ballot], today: date) -> date:
    """Give the last day on which an effort stands: a year from its beginning, or until it was carried to."""
    carried = [each.until for each in ballots if each.result(today) is RenewalResult.CARRIED]
    return max([begun_on + HOLDS, *carried])


def standing_of(until: date, *, ended_on: date | None, today: date) -> EffortStanding:
    """Tell how an effort stands today."""
    if ended_on is not None and ended_on < today:
        return EffortStanding.ENDED
    if until < today:
        return EffortStanding.LAPSED
    return EffortStanding.RENEW_SOON if today + NOTICE >= until else EffortStanding.HOLDS


def objections_to_renewal(*, until: date, decide_by: date, stands_until: date, today: date) -> dict[str, list[str]]:
    """Every reason to refuse to put an effort to the vote, by form field."""
    checks = [
        ("decide_by", "Fristen er allerede gået.", decide_by < today),
        ("until", "Indsatsen gælder allerede så længe. Vælg en senere dag.", until <= stands_until),
        ("until", "En personrettet indsats fornyes højst et år ad gangen.", until > max(today, stands_until) + HOLDS),
    ]
    return _by_field(checks)


def _by_field(checks: Sequence[tuple[str, str, bool]]) -> dict[str, list[str]]:
    reasons: dict[str, list[str]] = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons
