"""How a concern ended, and what still runs on it in apps above this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rundbord.concerns.models import Concern, ConcernClosure
from rundbord.concerns.queries.opened import Known, key_of, known, text_of
from rundbord.concerns.vocabulary import CaseLevel, ConcernOutcome
from rundbord.sharing.vocabulary import PersonRole
from rundbord.vocabulary import label_of

_counters: list[Callable[[Concern], int]] = []


@dataclass(frozen=True, kw_only=True)
class JournalNote:
    """What the authority's own journal gets: who, what kind of case, how it ended, and the words."""

    known: Known
    role: str
    level: str
    outcome: str
    words: str
    answer: str
    closure: ConcernClosure


def count_steps_by(counter: Callable[[Concern], int]) -> None:
    """Let an app above count what is still open on a concern; called while apps are made ready."""
    _counters.append(counter)


def steps_open_on(concern: Concern) -> int:
    """Count what must end before the concern does."""
    return sum(counter(concern) for counter in _counters)


def note_of(concern: Concern) -> JournalNote | None:
    """Open the note of a closed concern; None while it is open."""
    closure = ConcernClosure.objects.filter(concern=concern).first()
    if closure is None:
        return None
    key = key_of(concern.person)
    return JournalNote(
        known=known(concern.person, key),
        role=label_of(PersonRole, concern.role),
        level=label_of(CaseLevel, concern.level),
        outcome=label_of(ConcernOutcome, closure.outcome),
        words=text_of(closure, "note", key),
        answer=text_of(closure, "answer", key),
        closure=closure,
    )
