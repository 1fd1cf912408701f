"""Declaring a municipality free of gang activity in a quarter, for the own side."""

from __future__ import annotations

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.rules import side_of
from rundbord.streetwork.actions.speaking import label_of_writer, log, written_by
from rundbord.streetwork.models import GangFreeStatement
from rundbord.streetwork.queries import Declaring
from rundbord.streetwork.rules.gang_free import objections_to_declaring
from rundbord.streetwork.rules.quarters import objections_to_quarter


def state_gang_free(declaring: Declaring, *, by: Actor) -> GangFreeStatement:
    """Add the own side's declaration; it holds until an area of the municipality is judged anew."""
    by.must(Permission.MAP_ACTIVITY)
    objections = objections_to_stating(declaring, by=by)
    side = side_of(AuthorityKind(by.authority_kind))
    if objections or side is None:
        raise Refused(objections)
    statement = GangFreeStatement.objects.create(
        **written_by(by),
        municipality=declaring.municipality,
        quarter=declaring.quarter.first_day,
        side=side,
        covers=list(declaring.places),
        stated_at=timezone.now(),
        stated_label=label_of_writer(by),
    )
    log(Event.GANG_FREE_STATED, about=statement, overridden=(), by=by)
    return statement


def objections_to_stating(declaring: Declaring, *, by: Actor) -> list[str]:
    """Every reason why the actor's authority cannot declare it now; that a quarter is closed comes alone."""
    return objections_to_quarter(declaring.quarter, today=timezone.localdate()) or objections_to_declaring(
        declaring.places,
        kind=AuthorityKind(by.authority_kind),
        is_own=declaring.municipality.pk == by.authority_id,
        declared=declaring.sides,
    )
