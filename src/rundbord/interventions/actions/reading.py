"""Reading — læsning: opening an intervention, a list with names, or a page to hand out is logged as it happens."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.interventions.models import Intervention, StepTaken


def read_intervention(intervention: Intervention, *, by: Actor) -> None:
    """Log that one was opened."""
    by.must(Permission.SEE_CONCERNS)
    told = {"person": str(intervention.person_id), "kind": intervention.kind}
    audit.record(Event.INTERVENTION_READ, about=intervention, by=by, details=told)


def read_interventions(*, count: int, person: YoungPerson | None = None, by: Actor) -> None:
    """Log that a list was opened, of one file or of what is due."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.INTERVENTIONS_LISTED, about=person, by=by, details={"count": count})


def print_step(step: StepTaken, *, by: Actor) -> None:
    """Log that a page to hand out was made; the first time is kept, since words with a key of their own go by it."""
    by.must(Permission.WORK_CONCERNS)
    StepTaken.objects.filter(pk=step.pk, printed_at=None).update(printed_at=timezone.now())
    told = {"intervention": str(step.intervention_id), "step": step.step}
    audit.record(Event.INTERVENTION_PRINTED, about=step, by=by, details=told)
