"""Reading — læsning: opening an intervention, a list with names, or a page to hand out is logged as it happens."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.queries.course import safety_of
from rundbord.interventions.rules.hard_stops import in_words, stops_to_post


def read_intervention(intervention: Intervention, *, by: Actor) -> None:
    """Log that one was opened."""
    by.must(Permission.SEE_CONCERNS)
    told = {"person": str(intervention.person_id), "kind": intervention.kind}
    audit.record(Event.INTERVENTION_READ, about=intervention, by=by, details=told)


def read_interventions(*, count: int, person: YoungPerson | None = None, by: Actor) -> None:
    """Log that a list was opened, of one file or of what is due."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.INTERVENTIONS_LISTED, about=person, by=by, details={"count": count})


def read_figures(*, by: Actor) -> None:
    """Log that the own unit's figures were opened."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.UNIT_FIGURES_READ, by=by)


def print_step(step: StepTaken, *, is_letter: bool = False, by: Actor) -> None:
    """Log that a page to hand out was made; the first time is kept, since words with a key of their own go by it.

    No letter is made where an address is protected.
    """
    by.must(Permission.WORK_CONCERNS)
    if is_letter and (stops := stops_to_post(safety_of(step.intervention.person))):
        raise Refused([in_words(stop) for stop in stops])
    StepTaken.objects.filter(pk=step.pk, printed_at=None).update(printed_at=timezone.now())
    told = {"intervention": str(step.intervention_id), "step": step.step}
    audit.record(Event.INTERVENTION_PRINTED, about=step, by=by, details=told)
