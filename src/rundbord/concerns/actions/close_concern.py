"""Closing a concern — afslut: with outcome, a note for the own journal, and an answer to whoever reported it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.judge_ground import judge_ground
from rundbord.concerns.actions.restrict_file import is_lead, restrict_file
from rundbord.concerns.actions.writing import held_concern, part, sealed
from rundbord.concerns.models import Concern, ConcernClosure, YoungPerson
from rundbord.concerns.queries.agreed import adult_review_of
from rundbord.concerns.queries.falling_due import approved_period
from rundbord.concerns.queries.grounds import ground_of
from rundbord.concerns.queries.opened import birthday, key_of
from rundbord.concerns.rules.closing import Closing, last_day, objections_to_closing
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.partnership.queries import place_names
from rundbord.situation.actions import answer_reporter
from rundbord.situation.queries.handed_over import answerable_report
from rundbord.situation.rules.persons import stopping_words


@dataclass(frozen=True, kw_only=True)
class ClosingWords:
    """What the user says of the end; `open_steps` counts what still runs on the concern in apps above this one."""

    outcome: str
    note: str
    answer: str = ""
    open_steps: int = 0


def close_concern(concern: Concern, words: ClosingWords, *, by: Actor) -> ConcernClosure:
    """Close it, and let the file end when its last concern has ended; raise Refused with every reason not to."""
    standing = held_concern(concern, by=by)
    if objections := objections_to_closing(_facts(standing, words, by=by)):
        raise Refused(objections)
    before = ground_of(standing.person)
    closure = _closure(standing, words, by=by)
    standing.closed_at = closure.closed_at
    standing.save(update_fields=["closed_at"])
    _end_file(standing.person, closure, by=by)
    if words.answer.strip() and standing.report_id is not None:
        answer_reporter(standing.report_id, words.answer, by=by)
    audit.record(Event.CONCERN_CLOSED, about=standing, by=by, details={"outcome": closure.outcome})
    judge_ground(standing.person, before, is_kept=False, by=by)
    return closure


def note_journaled(concern: Concern, *, by: Actor) -> None:
    """Note that the authority's own journal has the note, so that nobody types it twice; twice is once."""
    by.must(Permission.WORK_CONCERNS)
    closure = ConcernClosure.objects.filter(concern=concern).first()
    if closure is None:
        raise Http404
    if not closure.is_journaled:
        closure.is_journaled = True
        closure.save(update_fields=["is_journaled"])
        audit.record(Event.CONCERN_JOURNALED, about=concern, by=by)


def print_journal_note(concern: Concern, *, by: Actor) -> None:
    """Log that the note was shown as text to take along."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.JOURNAL_NOTE_PRINTED, about=concern, by=by)


def _closure(concern: Concern, words: ClosingWords, *, by: Actor) -> ConcernClosure:
    person, outcome = concern.person, ConcernOutcome(words.outcome)
    key = key_of(person)
    row = ConcernClosure(
        **part(person),
        concern=concern,
        outcome=outcome.value,
        delete_on=last_day(
            outcome,
            closed_on=timezone.localdate(),
            born_on=birthday(person, key),
            shorter=approved_period(outcome, by.authority_id),
        ),
        closed_at=timezone.now(),
        closed_by=by.user_id,
        closed_label=by.user_name,
    )
    row.note = sealed(row, "note", words.note, key) or b""
    row.answer = sealed(row, "answer", words.answer, key)
    row.save(force_insert=True)
    return row


def _facts(concern: Concern, words: ClosingWords, *, by: Actor) -> Closing:
    return Closing(
        outcome=words.outcome,
        note=words.note,
        answer=words.answer,
        is_reported=answerable_report(concern.report_id, by) is not None,
        stopping=tuple(stopping_words(words.answer, places=place_names())),
        is_closed=concern.closed_at is not None,
        open_steps=words.open_steps,
        is_lead=is_lead(concern.person, by),
    )


def _end_file(person: YoungPerson, closure: ConcernClosure, *, by: Actor) -> None:
    """Move the file's last day to the latest of its closures, once nothing on it is open; moved away, it is a copy."""
    if Concern.objects.filter(person=person, closed_at=None).exists():
        return
    ends = [each.delete_on for each in ConcernClosure.objects.filter(person=person)]
    review = adult_review_of(person)
    ends_on = max([*ends, review.ends_on] if review else ends)
    if closure.outcome == ConcernOutcome.MOVED:
        restrict_file(person, ends_on=ends_on, by=by)
        return
    person.delete_on = ends_on
    person.save(update_fields=["delete_on"])
