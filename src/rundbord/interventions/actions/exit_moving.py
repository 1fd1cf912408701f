"""Moving an exit case — status: a person says where it goes, and a longer time has a reason."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import (
    add_move,
    course_of,
    held,
    key_of,
    label_of,
    open_to_words,
    sealed,
    settle,
)
from rundbord.interventions.actions.exit_letters import ask_back_all
from rundbord.interventions.actions.exit_recalling import recall_all
from rundbord.interventions.exit_vocabulary import ExitNoteKind, ExitRecallCause, ExitState
from rundbord.interventions.models import ExitCase, ExitMove, ExitNote
from rundbord.interventions.rules.exit_states import objections_to_move
from rundbord.interventions.rules.exit_terms import kept_until, longest_day, objections_to_prolonging


def move_case(case: ExitCase, to: ExitState, *, reason: str = "", by: Actor) -> ExitMove:
    """Move a case on, or end it; with the agreement its last day is set, with the end the day on which it goes.

    What was told rests on a consent to the case: it is taken back when the case ends.
    """
    standing = held(case, by=by)
    if objections := objections_to_move(course_of(standing), to):
        raise Refused({"to": objections})
    today, was_enquiry = timezone.localdate(), standing.state == ExitState.ENQUIRY
    standing.state, standing.state_since = to.value, today
    if to is ExitState.AGREEMENT:
        standing.ends_by = longest_day(today)
    if to.is_over:
        recall_all(standing, ExitRecallCause.ENDED, by=by)
        ask_back_all(standing, ExitRecallCause.ENDED, by=by)
        standing.ended_at = timezone.now()
        # What never had a consent has nothing to be kept for.
        standing.delete_on = today if was_enquiry else kept_until(today)
    move = add_move(standing, to, reason=reason, by=by)
    standing.save(update_fields=["state", "state_since", "ends_by", "ended_at", "delete_on"])
    settle(standing)
    audit.record(Event.EXIT_MOVED, about=standing, by=by, details={"to": to.value})
    return move


def prolong_case(case: ExitCase, *, until: date, reason: str, by: Actor) -> ExitNote:
    """Let a case last longer than 12 months, with a reason of its own."""
    standing = open_to_words(case, by=by)
    if objections := objections_to_prolonging(ends_by=standing.ends_by, until=until, reason=reason):
        raise Refused(objections)
    row = ExitNote(
        authority_id=standing.authority_id,
        case=standing,
        kind=ExitNoteKind.PROLONGED.value,
        until=until,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=label_of(by),
    )
    row.body = sealed(row, "body", reason, key_of(standing)) or b""
    row.save(force_insert=True)
    standing.ends_by = until
    standing.save(update_fields=["ends_by"])
    settle(standing)
    audit.record(Event.EXIT_PROLONGED, about=standing, by=by)
    return row
