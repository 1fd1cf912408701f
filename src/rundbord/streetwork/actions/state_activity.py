"""Stating one side's view of gang activity in an area in a quarter; a change is a new row beside the old one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Area
from rundbord.streetwork.actions.speaking import label_of_writer, log, side_speaking_of, written_by
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.queries import MappedArea, mapped_area
from rundbord.streetwork.rules.quarters import Quarter, objections_to_quarter
from rundbord.streetwork.rules.views import objections_to_view
from rundbord.streetwork.vocabulary import ActivityLevel, Footing, KnownFrom, Sign

_MEANWHILE = "En kollega har imens skrevet jeres sides vurdering. Læs den på siden, før du gemmer din."


@dataclass(frozen=True, kw_only=True)
class ViewTerms:
    """How much activity, seen by which signs, known from where and how surely, and why."""

    level: ActivityLevel
    signs: tuple[Sign, ...]
    sources: tuple[KnownFrom, ...]
    footing: Footing
    reason: str


def state_activity(
    area: Area, quarter: Quarter, terms: ViewTerms, *, after: int, overridden: Collection[str] = (), by: Actor
) -> ActivityView:
    """Add the own side's view; `after` is the number of its newest one that the writer saw, 0 where there was none.

    Raise Refused with every reason; of two colleagues who write at once, the second learns of the first.
    """
    by.must(Permission.MAP_ACTIVITY)
    side = side_speaking_of(area, by=by)
    standing = mapped_area(area, quarter)
    if standing.number_of(side) != after:
        raise Refused(_MEANWHILE)
    _refuse_wrong(terms, standing)
    with refusing_collisions({"activity_view_once_a_number": {"": _MEANWHILE}}):
        view = ActivityView.objects.create(
            **written_by(by),
            area=area,
            quarter=quarter.first_day,
            side=side,
            number=after + 1,
            level=terms.level,
            signs=list(terms.signs),
            sources=list(terms.sources),
            footing=terms.footing,
            reason=terms.reason.strip(),
            stated_at=timezone.now(),
            stated_label=label_of_writer(by),
        )
    log(Event.ACTIVITY_STATED, about=view, overridden=overridden, by=by)
    return view


def _refuse_wrong(terms: ViewTerms, standing: MappedArea) -> None:
    said = [view.reason for view in standing.said.values()]
    objections = objections_to_view(
        terms.level, signs=terms.signs, sources=terms.sources, reason=terms.reason, said=said
    )
    if closed := objections_to_quarter(standing.quarter, today=timezone.localdate()):
        objections[""] = closed
    if objections:
        raise Refused(objections)
