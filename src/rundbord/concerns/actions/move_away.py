"""Moving to another municipality — flytning: told what is necessary, everything here ended, the file a restricted copy.

Barnets lov § 132. One transaction: either all of it happens, or nothing does.
"""

from __future__ import annotations

from dataclasses import dataclass

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.close_concern import ClosingWords, close_concern
from rundbord.concerns.actions.disclose_facts import tell_facts
from rundbord.concerns.actions.restrict_file import is_lead
from rundbord.concerns.actions.settling import settle_steps
from rundbord.concerns.actions.writing import held
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.queries.closed import steps_open_on
from rundbord.concerns.queries.proposals import Wish
from rundbord.concerns.rules.moving import Moving, objections_to_moving
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind


@dataclass(frozen=True, kw_only=True)
class MovingWords:
    """What is said to the own journal, to whoever reported it, and of what was not finished."""

    note: str
    answer: str = ""
    unfinished: str = ""


def move_away(person: YoungPerson, wish: Wish, words: MovingWords, *, with_cpr: bool = False, by: Actor) -> int:
    """Tell the new municipality and leave the file; give how many were told. Raise Refused with every objection."""
    by.must(Permission.DISCLOSE)
    file = held(person, by=by)
    concerns = list(Concern.objects.filter(person=file, closed_at=None).order_by("opened_at", "id"))
    if objections := objections_to_moving(_facts(file, concerns, wish, words, by=by)):
        raise Refused(objections)
    told = tell_facts(file, wish, with_cpr=with_cpr, by=by)
    ended = settle_steps(file, reason=words.unfinished, by=by)
    for concern in concerns:
        concern.person = file
        close_concern(concern, _closing(concern, words), by=by)
    counts = {"concerns": len(concerns), "interventions": ended}
    audit.record(Event.FILE_MOVED_AWAY, about=file, by=by, details=counts)
    return told


def _closing(concern: Concern, words: MovingWords) -> ClosingWords:
    answer = words.answer if concern.report_id is not None else ""
    return ClosingWords(outcome=ConcernOutcome.MOVED.value, note=words.note, answer=answer)


def _facts(person: YoungPerson, concerns: list[Concern], wish: Wish, words: MovingWords, *, by: Actor) -> Moving:
    return Moving(
        is_municipality=by.authority_kind == AuthorityKind.MUNICIPALITY,
        is_lead=is_lead(person, by),
        goes_elsewhere=not Unit.objects.filter(pk__in=wish.units, authority_id=by.authority_id).exists(),
        open_concerns=len(concerns),
        running=sum(map(steps_open_on, concerns)),
        note=words.note,
        unfinished=words.unfinished,
        answer=words.answer,
        is_reported=any(each.report_id is not None for each in concerns),
    )
