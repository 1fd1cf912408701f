"""Finding one intervention, joint visit or offer; what is out of reach does not exist."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.interventions.models import Intervention, JointVisit, Offer, StepTaken
from rundbord.interventions.rules.kinds import KINDS, Kind, Step
from rundbord.interventions.vocabulary import InterventionKind

Row = TypeVar("Row", bound=Model)


def intervention_of(intervention_id: UUID) -> Intervention:
    """Find one intervention with its file."""
    related = ("person__unit", "joint_visit", "place", "concern")
    return _found(Intervention.objects.select_related(*related), intervention_id)


def step_taken_of(step_id: UUID) -> StepTaken:
    """Find one step that was taken."""
    return _found(StepTaken.objects.select_related("intervention__person__unit"), step_id)


def joint_visit_of(visit_id: UUID) -> JointVisit:
    """Find one visit of the own unit and another."""
    related = ("unit__authority", "partner_unit__authority", "area")
    return _found(JointVisit.objects.select_related(*related), visit_id)


def own_offer_of(offer_id: UUID, actor: Actor) -> Offer:
    """Find one offer of the own municipality."""
    return _found(Offer.objects.filter(authority_id=actor.authority_id), offer_id)


def kind_of(intervention: Intervention) -> Kind:
    """Give the kind of an intervention."""
    return KINDS[InterventionKind(intervention.kind)]


def step_of(intervention: Intervention, key: str) -> Step:
    """Find a step of the kind."""
    step = kind_of(intervention).step(key)
    if step is None:
        raise Http404
    return step


def _found(rows: QuerySet[Row], key: UUID) -> Row:
    row = rows.filter(pk=key).first()
    if row is None:
        raise Http404
    return row
