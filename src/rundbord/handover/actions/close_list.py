"""Closing a list: its lines are deleted, its key is destroyed, and what was asked of others is cleared away."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.handover.models import HandOverLine, HandOverList, LineAnswer
from rundbord.handover.vocabulary import LineVerdict
from rundbord.keys.actions import destroy_data_key
from rundbord.sharing.actions.telling import function_label

CLEAR = "rundbord.handover.clear_questions"


def close_list(of: HandOverList, *, by: Actor) -> HandOverList:
    """Close for good; a list that is closed stays so. What was not taken up, and every name not given, is gone."""
    by.must(Permission.DISCLOSE)
    standing = HandOverList.objects.select_for_update().select_related("data_key").get(pk=of.pk)
    if standing.closed_at is not None:
        return standing
    lines = list(HandOverLine.objects.filter(list=standing).select_related("addressed_unit"))
    _write_numbers(standing, lines, by=by)
    destroy_data_key(standing.data_key, by=by)
    deleted, _ = HandOverLine.objects.filter(list=standing).delete()
    record_deletion("hand_over", rows=deleted, keys=1, number=standing.pk, by=by)
    _clear_elsewhere(standing, {line.addressed_unit.authority_id for line in lines})
    audit.record(
        Event.HAND_OVER_CLOSED,
        about=standing,
        by=by,
        details={"lines": standing.lines_brought, "taken_up": standing.lines_taken_up},
    )
    return standing


def close_lists_left_open(*, by: Actor) -> int:
    """Close what a meeting left behind: once it has ended, and at the latest when its day is over; give how many."""
    by.must(Permission.DISCLOSE)
    is_over = Q(meeting_day__lt=timezone.localdate()) | Q(meeting__ended_at__isnull=False)
    left = HandOverList.objects.filter(is_over, authority_id=by.authority_id, closed_at=None)
    return len([close_list(each, by=by) for each in left])


def _write_numbers(of: HandOverList, lines: list[HandOverLine], *, by: Actor) -> None:
    taken_up = LineAnswer.objects.filter(line_id__in=[line.pk for line in lines], verdict=LineVerdict.TAKEN_UP)
    of.lines_brought, of.lines_taken_up = len(lines), taken_up.count()
    of.closed_at, of.closed_label = timezone.now(), function_label(by)
    of.save(update_fields=["lines_brought", "lines_taken_up", "closed_at", "closed_label"])


def _clear_elsewhere(of: HandOverList, authorities: Iterable[UUID]) -> None:
    """Order the clearing in each asked authority's own name, since its keys are its own to destroy."""
    for authority_id in sorted(authorities):
        app.configure_task(CLEAR).defer(authority_id=str(authority_id), list_id=str(of.pk))
