"""When an agreement holds, when its end must be warned of, and what may follow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

Reasons = dict[str, list[str]]

# Half a year: municipal councils meet monthly, and an extension passes through each party's.
NOTICE = timedelta(days=182)
# Days before the end on which chair and secretariat are told once more.
WARNED_BEFORE = (30, 91, 182)


@dataclass(frozen=True, kw_only=True)
class Term:
    """How long an agreement holds, extensions included; both days count."""

    title: str
    starts_on: date
    ends_on: date

    def days_left(self, today: date) -> int:
        """Count the days after today on which it still holds; negative when it has ended."""
        return (self.ends_on - today).days

    def holds_on(self, day: date) -> bool:
        """Tell whether the agreement is in force on a day."""
        return self.starts_on <= day <= self.ends_on

    def ends_soon(self, today: date) -> bool:
        """Tell whether it is time to decide on an extension."""
        return self.holds_on(today) and today + NOTICE >= self.ends_on


def end_with_extensions(ends_on: date, extensions: Iterable[date]) -> date:
    """Give the last day after all extensions."""
    return max([ends_on, *extensions])


def objections_to_agreement(proposed: Term, *, signed_on: date, others: Sequence[Term]) -> Reasons:
    """Every reason to refuse an agreement, by form field; terms may touch but not overlap."""
    overlapped = [other for other in others if _overlap(proposed, other)]
    checks = [
        ("ends_on", "Aftalen skal slutte efter, at den begynder.", proposed.ends_on <= proposed.starts_on),
        ("signed_on", "Aftalen kan ikke være underskrevet, efter at den er slut.", signed_on > proposed.ends_on),
        *(
            (
                "starts_on",
                f"Aftalen overlapper »{other.title}«, der gælder {_day(other.starts_on)} – {_day(other.ends_on)}.",
                True,
            )
            for other in overlapped
        ),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def objections_to_extension(term: Term, *, ends_on: date, decided_on: date, today: date) -> Reasons:
    """Every reason to refuse an extension, by form field."""
    reasons: Reasons = {}
    if ends_on <= term.ends_on:
        reasons["ends_on"] = [f"Aftalen gælder allerede til {_day(term.ends_on)}. Vælg en senere dag."]
    if decided_on > today:
        reasons["decided_on"] = ["Forlængelsen kan ikke være besluttet i fremtiden."]
    return reasons


def gaps_between(terms: Iterable[Term]) -> list[str]:
    """Explain each stretch of days between two agreements on which none was in force."""
    in_order = sorted(terms, key=lambda term: term.starts_on)
    return [
        f"Der var ingen aftale mellem {_day(before.ends_on)} og {_day(after.starts_on)}."
        for before, after in pairwise(in_order)
        if after.starts_on - before.ends_on > timedelta(days=1)
    ]


def _overlap(one: Term, other: Term) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
