"""End an intervention — slut en indsats: by hand, with how and why."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.moving import close_joint_visit
from rundbord.interventions.actions.own_keys import destroy_own_words
from rundbord.interventions.actions.places import give_back_place
from rundbord.interventions.actions.sealing import seal_reason
from rundbord.interventions.models import Intervention, InterventionEnd
from rundbord.interventions.vocabulary import Ending


def end_intervention(intervention: Intervention, *, ending: Ending, reason: str, by: Actor) -> InterventionEnd:
    """End what runs; words with a key of their own are destroyed with it."""
    by.must(Permission.WORK_CONCERNS)
    if not reason.strip():
        raise Refused({"reason": ["Skriv kort, hvorfor indsatsen slutter."]})
    now = timezone.now()
    running = Intervention.objects.filter(pk=intervention.pk, ended_at=None)
    if not running.update(ended_at=now, ending=ending.value, next_step="", due_at=None):
        raise Refused("Indsatsen er allerede slut.")
    row = InterventionEnd(
        authority_id=by.authority_id,
        person=intervention.person,
        intervention=intervention,
        ending=ending.value,
        ended_at=now,
        ended_by=by.user_id,
        ended_label=by.user_name,
    )
    seal_reason(row, reason.strip())
    row.save(force_insert=True)
    destroy_own_words(intervention, by=by)
    close_joint_visit(intervention, now)
    give_back_place(intervention, by=by)
    told = {"intervention": str(intervention.pk), "ending": ending.value}
    audit.record(Event.INTERVENTION_ENDED, about=row, by=by, details=told)
    return row
