"""Putting right what was registered wrongly: nothing is overwritten, and what stood is told beside what stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from rundbord.partnership.rules.danish_days import danish_day
from rundbord.zones.rules.chains import ZoneTerm, objection_to_day, objection_to_length
from rundbord.zones.rules.words import written
from rundbord.zones.vocabulary import Step

UNCHANGED = "Intet er rettet endnu: skriv, hvad der skulle have stået."
NO_WHY = "Skriv, hvad der blev registreret forkert, og hvordan I opdagede det."


class Versioned(Protocol):
    """A row that a later version supersedes."""

    number: int
    version: int


Link = TypeVar("Link", bound=Versioned)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One fact as it stood and as it stands, both in words."""

    label: str
    stood: str
    stands: str

    @property
    def told(self) -> str:
        """The change as part of a sentence, for a picture; long texts are named and not repeated."""
        if len(self.stood) + len(self.stands) > _LONGEST_TOLD:
            return self.label.lower()
        return f"{self.label.lower()} »{self.stands or '–'}« (stod »{self.stood or '–'}«)"


_LONGEST_TOLD = 160


def standing_links(links: Iterable[Link]) -> list[Link]:
    """Give the chain as it stands: of each link the highest version, in order."""
    ordered = sorted(links, key=lambda each: (each.number, each.version))
    return list({link.number: link for link in ordered}.values())


def changes_between(stood: Mapping[str, str], stands: Mapping[str, str]) -> list[Change]:
    """List the facts that differ, in the order in which they stand."""
    return [
        Change(label=label, stood=stood.get(label, ""), stands=words)
        for label, words in stands.items()
        if stood.get(label, "") != words
    ]


def objections_to_reason(why: str, *, is_changed: bool) -> dict[str, list[str]]:
    """Ask for a reason, and for something that is put right."""
    return {
        **({} if why.strip() else {"corrected_why": [NO_WHY]}),
        **({} if is_changed else {"": [UNCHANGED]}),
    }


@dataclass(frozen=True, kw_only=True)
class Neighbours:
    """A link that is put right, and those beside it: where the one before ends; which step comes next, until when."""

    step: Step
    zone_starts_at: datetime
    previous_end: datetime | None = None
    next_step: Step | None = None
    next_end: datetime | None = None


def objections_to_corrected_term(
    beside: Neighbours, term: ZoneTerm, *, now: datetime, most_days: int
) -> dict[str, list[str]]:
    """Give every reason why a link cannot have lasted like this, by field; a period that is over may be put right."""
    checks = [
        _objection_to_period(beside, term, now=now, most_days=most_days),
        _objection_to_next(beside, term.ends_at, most_days=most_days),
    ]
    days = [objection_to_day(term.decided_on, now), _objection_to_late_decision(beside, term)]
    found = {"ends_on": list(filter(None, checks)), "decided_on": list(filter(None, days))}
    return {field: sentences for field, sentences in found.items() if sentences}


def _objection_to_period(beside: Neighbours, term: ZoneTerm, *, now: datetime, most_days: int) -> str:
    if beside.step is not Step.ENDED:
        return objection_to_length(term.starts_at, term.ends_at, most_days=most_days)
    if term.ends_at > now:
        return "Ophævelsen kan ikke ligge i fremtiden. Skal zonen ophøre senere, udløber den af sig selv."
    if beside.previous_end is not None and term.ends_at > beside.previous_end:
        return f"Zonen var allerede udløbet {written(beside.previous_end)}."
    return "" if term.ends_at >= beside.zone_starts_at else "Zonen kan ikke være ophævet, før den begyndte."


def _objection_to_next(beside: Neighbours, ends_at: datetime, *, most_days: int) -> str:
    """What comes after must still fit: a prolongation begins where this link ends, an end lies before it."""
    if beside.next_end is None:
        return ""
    if beside.next_step is Step.ENDED:
        too_early = ends_at < beside.next_end
        return f"Zonen er ophævet {written(beside.next_end)}. Ret ophævelsen først." if too_early else ""
    problem = objection_to_length(ends_at, beside.next_end, most_days=most_days)
    return f"Passer ikke med næste forlængelse, til {written(beside.next_end)}. Ret den først." if problem else ""


def _objection_to_late_decision(beside: Neighbours, term: ZoneTerm) -> str:
    late = beside.step is Step.ESTABLISHED and term.decided_on > danish_day(term.starts_at)
    return "Beslutningen skal være truffet, før zonen begynder." if late else ""


def neighbours_of(chain: Sequence[tuple[Step, datetime, datetime]], position: int) -> Neighbours:
    """Look at the links beside one of a chain, each with its start and its end."""
    after = chain[position + 1] if position + 1 < len(chain) else None
    return Neighbours(
        step=chain[position][0],
        zone_starts_at=chain[0][1],
        previous_end=chain[position - 1][2] if position else None,
        next_step=after[0] if after else None,
        next_end=after[2] if after else None,
    )
