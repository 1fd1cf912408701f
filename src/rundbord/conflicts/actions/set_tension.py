"""Judging how tense a conflict is: a person, with a reason; every judgement is kept, and none is computed."""

from __future__ import annotations

from collections.abc import Collection

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, settle_quiet, touch
from rundbord.conflicts.models import Conflict, TensionChange
from rundbord.conflicts.rules.judging import URGENCY, objections_to_tension
from rundbord.conflicts.vocabulary import Tension
from rundbord.vocabulary import label_of


def set_tension(
    conflict: Conflict, tension: Tension, *, reason: str, seen: str, overridden: Collection[str] = (), by: Actor
) -> TensionChange:
    """Let the tension stand from now on; `seen` is the level that the judge saw, so that none is overruled unseen."""
    standing = open_to_write(conflict, by=by)
    if standing.tension != seen:
        now = label_of(Tension, standing.tension)
        raise Refused({"tension": [f"En anden har imens vurderet spændingen til »{now}«. Læs hvorfor, og gem igen."]})
    if objections := objections_to_tension(reason=reason, last_reason=_last_reason(standing)):
        raise Refused(objections)
    change = TensionChange.objects.create(**part(standing, by=by), tension=tension.value, reason=reason)
    touch(standing, tension=tension.value, urgency=URGENCY[tension])
    settle_quiet(standing)
    log(Event.TENSION_SET, standing, overridden=overridden, by=by, tension=tension.value)
    return change


def _last_reason(conflict: Conflict) -> str:
    last = TensionChange.objects.filter(conflict=conflict).order_by("-at", "-id").values_list("reason", flat=True)
    return last.first() or ""
