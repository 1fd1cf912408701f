"""Start an intervention — sæt en indsats i gang."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.interventions.models import Intervention
from rundbord.interventions.queries.lists import open_kinds_of, open_of
from rundbord.interventions.queries.names import is_adult_today
from rundbord.interventions.rules.kinds import Kind
from rundbord.interventions.rules.progress import Course
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.rules.starting import Beginning, objections_to_beginning


def start_intervention(person: YoungPerson, *, kind: Kind, by: Actor) -> Intervention:
    """Begin one because of the file's newest open concern, or raise Refused."""
    by.must(Permission.WORK_CONCERNS)
    concern = Concern.objects.filter(person=person, closed_at=None).order_by("-opened_at", "-id").first()
    if objections := objections_to_beginning(_beginning(person, kind, concern, by)):
        raise Refused({"kind": objections})
    assert concern is not None  # noqa: S101 — without one there is an objection
    now = timezone.now()
    course = Course(kind=kind, started_at=now)
    intervention = Intervention.objects.create(
        authority_id=by.authority_id,
        partnership_id=by.table,
        person=person,
        concern=concern,
        kind=kind.key.value,
        started_at=now,
        started_by=by.user_id,
        started_label=by.user_name,
        next_step=kind.steps[0].key,
        due_at=course.next_due or now,
    )
    told = {"person": str(person.pk), "kind": kind.key.value}
    audit.record(Event.INTERVENTION_STARTED, about=intervention, by=by, details=told)
    return intervention


def _beginning(person: YoungPerson, kind: Kind, concern: Concern | None, by: Actor) -> Beginning:
    return Beginning(
        kind=kind,
        side=side_of(by.authority_kind),
        is_adult=is_adult_today(person),
        has_open_concern=concern is not None,
        open_kinds=open_kinds_of(person),
        open_of_worker=open_of(by, kind.key),
    )
