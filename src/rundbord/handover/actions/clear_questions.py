"""Clearing away what was asked of an authority's units: keys destroyed, rows deleted, a receipt of numbers left."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.handover.models import HandOverReceipt, LineAnswer, LineQuestion
from rundbord.handover.vocabulary import LineVerdict
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey


def clear_questions(list_id: UUID, *, by: Actor) -> int:
    """Clear the own authority's questions of one list; give how many."""
    by.must(Permission.ANSWER_THRESHOLD)
    return _clear(LineQuestion.objects.filter(authority_id=by.authority_id, list_id=list_id).order_by("unit_id"), by=by)


def clear_left_over(*, by: Actor) -> int:
    """Clear questions of meetings whose day is over, whatever became of the list; give how many."""
    by.must(Permission.ANSWER_THRESHOLD)
    over = LineQuestion.objects.filter(authority_id=by.authority_id, meeting_day__lt=timezone.localdate())
    return _clear(over.order_by("list_id", "unit_id"), by=by)


def _clear(questions: Iterable[LineQuestion], *, by: Actor) -> int:
    standing = list(questions)
    for _, together in groupby(standing, key=lambda each: (each.list_id, each.unit_id)):
        _clear_away(list(together), by=by)
    return len(standing)


def _clear_away(questions: list[LineQuestion], *, by: Actor) -> None:
    lines = [each.line_id for each in questions]
    keys = list(DataKey.objects.filter(pk__in=[each.data_key_id for each in questions], destroyed_at=None))
    answers = LineAnswer.objects.filter(line_id__in=lines)
    taken_up = answers.filter(verdict=LineVerdict.TAKEN_UP).count()
    for key in keys:
        destroy_data_key(key, by=by)
    answers.delete()
    LineQuestion.objects.filter(pk__in=[each.pk for each in questions]).delete()
    receipt = HandOverReceipt.objects.create(
        authority_id=by.authority_id,
        unit_id=questions[0].unit_id,
        meeting_id=questions[0].meeting_id,
        list_id=questions[0].list_id,
        keys_destroyed=sorted(key.pk for key in keys),
        questions=len(questions),
        taken_up=taken_up,
        cleared_at=timezone.now(),
    )
    record_deletion("hand_over", rows=len(lines), keys=len(keys), number=receipt.list_id, by=by)
    audit.record(Event.HAND_OVER_CLEARED, about=receipt, by=by, details={"questions": len(questions)})
