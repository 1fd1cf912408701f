"""Who may work a shift, and that it is running: what every act on a shift asks first."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.streetwork.models import Shift, TeamMember
from rundbord.streetwork.vocabulary import ShiftState

NOT_YOURS = "Vagten hører til et andet hold."
NOT_RUNNING = "Vagten er ikke i gang. Det, du skrev, står her endnu."


def must_work(shift: Shift, *, by: Actor) -> None:
    """Refuse all but the shift's unit and those in its team."""
    by.must(Permission.WORK_SHIFT)
    if shift.authority_id != by.authority_id:
        raise Refused(NOT_YOURS)
    is_on_it = shift.unit_id == by.unit_id or TeamMember.objects.filter(shift=shift, user_id=by.user_id).exists()
    if not is_on_it:
        raise Refused(NOT_YOURS)


def must_be_out(shift: Shift, *, by: Actor) -> None:
    """Refuse all but the team, and all but a running shift."""
    must_work(shift, by=by)
    if shift.state_at(timezone.now()) is not ShiftState.OUT:
        raise Refused(NOT_RUNNING)


def note_overridden(kinds: Collection[str], *, about: Shift, by: Actor) -> None:
    """Log that words were kept in spite of a warning: which kinds, never the words."""
    if kinds:
        audit.record(Event.GUARD_OVERRIDDEN, about=about, by=by, details={"kinds": ",".join(kinds)})
