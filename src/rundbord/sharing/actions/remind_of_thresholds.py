"""Remind units of questions without a name: whoever has not answered on the last day, and whoever may now decide."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.ask_without_name import path_of
from rundbord.sharing.models import ThresholdAnswer, ThresholdQuestion
from rundbord.sharing.queries.threshold import settled_ids
from rundbord.sharing.rules.threshold import is_reminded_on


def remind_of_thresholds(*, by: Actor) -> int:
    """Tell the own authority's units, each once; give how many were told."""
    by.must(Permission.ANSWER_THRESHOLD)
    undecided = list(ThresholdQuestion.objects.filter(partnership_id=by.table, decided_at=None).order_by("asked_at"))
    return sum((*_late(undecided, by=by), *_settled(undecided, by=by)))


def _late(questions: Iterable[ThresholdQuestion], *, by: Actor) -> Iterable[int]:
    today = timezone.localdate()
    own = set(Unit.objects.filter(authority_id=by.authority_id, closed_at=None).values_list("pk", flat=True))
    for question in questions:
        if not is_reminded_on(today, closes_on=question.closes_on):
            continue
        answered = ThresholdAnswer.objects.filter(question=question, authority_id=by.authority_id)
        silent = (own & set(question.asked_units)) - set(answered.values_list("unit_id", flat=True))
        for unit_id in sorted(silent):
            yield _tell(NoticeKind.THRESHOLD_LAST_DAY, question, unit_id, by=by)


def _settled(questions: Iterable[ThresholdQuestion], *, by: Actor) -> Iterable[int]:
    settled = settled_ids()
    for question in questions:
        if question.pk in settled:
            yield _tell(NoticeKind.THRESHOLD_SETTLED, question, question.unit_id, by=by)


def _tell(kind: NoticeKind, question: ThresholdQuestion, unit_id: UUID, *, by: Actor) -> int:
    path = path_of(question)
    told = Notice.objects.filter(recipient_id=by.authority_id, unit_id=unit_id, path=path, kind=kind)
    if told.exists():
        return 0
    answering = Permission.ANSWER_THRESHOLD
    notify(kind, path, Recipient.whoever_may(answering, authority_id=by.authority_id, unit_id=unit_id), by=by)
    return 1
