"""Pass a need on — giv et behov videre: its kind and the unit it was passed to.

No task is made of it: tasks are decided by those who may decide, and a street worker may not.
"""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.streetwork.actions.working import must_be_out
from rundbord.streetwork.models import PassedNeed, Shift
from rundbord.streetwork.vocabulary import NeedKind


def pass_need(shift: Shift, kind: NeedKind, unit: Unit, *, by: Actor) -> PassedNeed:
    """Note that it was passed on."""
    must_be_out(shift, by=by)
    need = PassedNeed.objects.create(
        partnership_id=shift.partnership_id,
        authority_id=by.authority_id,
        shift=shift,
        kind=kind.value,
        unit=unit,
        at=timezone.now(),
    )
    audit.record(Event.NEED_PASSED, about=shift, by=by, details={"kind": kind.value})
    return need
