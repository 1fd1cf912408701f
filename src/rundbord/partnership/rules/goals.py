"""How a goal stands, said from what was measured and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rundbord.partnership.rules.small_counts import FEWEST, HIDDEN
from rundbord.partnership.vocabulary import GoalStanding


@dataclass(frozen=True, kw_only=True)
class Aim:
    """Where an indicator stood, and where it shall be by a day."""

    baseline: Decimal
    target: Decimal
    target_on: date
    counts_persons: bool = False

    def is_hidden(self, value: Decimal) -> bool:
        """Tell whether a value would point at fewer than five persons."""
        return self.counts_persons and 0 < value < FEWEST

    def standing(self, newest: Decimal | None, *, today: date) -> GoalStanding:
        """Tell how the newest measured value stands to baseline and target; nothing is guessed without one."""
        if newest is None:
            return GoalStanding.NOT_MEASURED
        if self.is_hidden(newest) or self.is_hidden(self.baseline):
            return GoalStanding.HIDDEN
        if self._reaches(newest):
            return GoalStanding.REACHED
        if today > self.target_on:
            return GoalStanding.MISSED
        if newest == self.baseline:
            return GoalStanding.UNCHANGED
        return GoalStanding.CLOSER if self._is_nearer(newest) else GoalStanding.FURTHER

    def told(self, value: Decimal) -> str:
        """Write a value in Danish, or that it counts too few persons."""
        return HIDDEN if self.is_hidden(value) else in_danish(value)

    def _reaches(self, value: Decimal) -> bool:
        return value <= self.target if self.target < self.baseline else value >= self.target

    def _is_nearer(self, value: Decimal) -> bool:
        return abs(self.target - value) < abs(self.target - self.baseline)


def in_danish(value: Decimal) -> str:
    """Write a decimal with comma and dots, without needless noughts."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def objections_to_goal(
    *, baseline: Decimal, baseline_on: date, target: Decimal, target_on: date
) -> dict[str, list[str]]:
    """Every reason to refuse a goal, by form field."""
    checks = [
        ("target", "Målet er det samme som udgangspunktet.", target == baseline),
        ("target_on", "Målet skal ligge efter udgangspunktet.", target_on <= baseline_on),
    ]
    return {field: [sentence] for field, sentence, applies in checks if applies}


def objections_to_value(*, first: date, last: date, today: date) -> dict[str, list[str]]:
    """Every reason to refuse a measured value, by form field."""
    checks = [
        ("last", "Perioden skal slutte efter, at den begynder.", last < first),
        ("last", "Perioden er ikke slut endnu, så den kan ikke være målt.", last > today),
    ]
    reasons: dict[str, list[str]] = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons
