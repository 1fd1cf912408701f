"""Noting what was decided about a case, for the own authority alone; the own file then waits for it."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns import actions as concerns
from rundbord.concerns.models import Concern
from rundbord.meetingcases.models import MeetingCase
from rundbord.meetingcases.queries import basis_of, room_for
from rundbord.meetingcases.rules import NEXT_STEPS, Outcome, objections_to_outcome
from rundbord.sharing.actions.telling import function_label

_WRITTEN = ("present", "basis", "decision", "responsible", "due_on", "decided_at", "decided_label")


def decide_case(case: MeetingCase, outcome: Outcome, *, by: Actor) -> MeetingCase:
    """Note it, once; raise Refused with every reason not to."""
    by.must(Permission.SEE_CONCERNS)
    standing = MeetingCase.objects.select_for_update().get(pk=case.pk)
    if standing.decision:
        raise Refused("Der er allerede noteret en beslutning. Tag sagen med på næste møde for at ændre den.")
    room, today = room_for(standing), timezone.localdate()
    if reasons := objections_to_outcome(outcome, room=room, own_unit=standing.unit_id, today=today):
        raise Refused(reasons)
    _write(standing, outcome, by=by)
    _let_file_wait(standing, outcome, by=by)
    audit.record(
        Event.MEETING_CASE_DECIDED,
        about=standing,
        by=by,
        details={"decision": outcome.decision.value, "present": len(set(outcome.present))},
    )
    return standing


def _write(case: MeetingCase, outcome: Outcome, *, by: Actor) -> None:
    case.present = sorted(set(outcome.present))
    case.basis = basis_of(case)
    case.decision = outcome.decision.value
    case.responsible_id = outcome.responsible if outcome.decision.waits else None
    case.due_on = outcome.due_on if outcome.decision.waits else None
    case.decided_at, case.decided_label = timezone.now(), function_label(by)
    case.save(update_fields=_WRITTEN)


def _let_file_wait(case: MeetingCase, outcome: Outcome, *, by: Actor) -> None:
    """Give the own open concern this as its next step, where it is the own unit that does it."""
    step = NEXT_STEPS.get(outcome.decision)
    if case.person_id is None or step is None or outcome.responsible != case.unit_id:
        return
    concern = Concern.objects.filter(person_id=case.person_id, closed_at=None).order_by("next_on", "id").first()
    if concern is not None and by.may(Permission.WORK_CONCERNS):
        concerns.set_next_step(concern, step.value, on=outcome.due_on, by=by)
