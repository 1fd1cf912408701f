"""Setting, ordering and removing focus points."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.partnership.models import FocusPoint
from rundbord.partnership.queries import focus_points, partnership
from rundbord.partnership.rules.focus_templates import FocusTemplate


def add_focus_point(*, title: str, text: str, overridden: list[str], by: Actor) -> FocusPoint:
    """Add a focus point after the others."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    last = max((point.position for point in focus_points()), default=0)
    point = FocusPoint.objects.create(partnership=partnership(), position=last + 1, title=title, text=text)
    audit.record(Event.FOCUS_POINT_SET, about=point, by=by)
    audit.record_overriding(overridden, about=point, by=by)
    return point


def use_focus_template(template: FocusTemplate, *, by: Actor) -> int:
    """Add the points of a template that the partnership has not got by that name, and say how many."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    there = focus_points()
    last = max((point.position for point in there), default=0)
    missing = [each for each in template.points if each[0] not in {point.title for point in there}]
    FocusPoint.objects.bulk_create(
        FocusPoint(partnership=partnership(), position=last + number, title=title, text=text)
        for number, (title, text) in enumerate(missing, start=1)
    )
    audit.record(Event.FOCUS_POINT_SET, by=by, details={"template": template.key, "count": len(missing)})
    return len(missing)


def change_focus_point(point: FocusPoint, *, title: str, text: str, overridden: list[str], by: Actor) -> None:
    """Change a focus point's words."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    FocusPoint.objects.filter(pk=point.pk).update(title=title, text=text)
    audit.record(Event.FOCUS_POINT_SET, about=point, by=by)
    audit.record_overriding(overridden, about=point, by=by)


def move_focus_point_up(point: FocusPoint, *, by: Actor) -> None:
    """Let a focus point change places with the one before it; the first stays."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    in_order = focus_points()
    place = [other.pk for other in in_order].index(point.pk)
    if place:
        in_order[place - 1], in_order[place] = in_order[place], in_order[place - 1]
        for position, other in enumerate(in_order, start=1):
            other.position = position
        FocusPoint.objects.bulk_update(in_order, ["position"])
        audit.record(Event.FOCUS_POINT_SET, about=point, by=by, details={"position": place})


def remove_focus_point(point: FocusPoint, *, by: Actor) -> None:
    """Remove a focus point."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    audit.record(Event.FOCUS_POINT_REMOVED, about=point, by=by)
    FocusPoint.objects.filter(pk=point.pk).delete()
