"""Forgetting: half a year after the answer the key goes and what was gathered; after five years the evidence too."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey
from rundbord.rights.models import GatheredItem, Remedy, RightsRequest, SenderQuestion
from rundbord.rights.rules.clocks import TIME_TO_COMPLAIN


def forget(*, by: Actor) -> int:
    """Do both for the own authority, and the questions that others once put; give how many were forgotten."""
    by.must(Permission.HANDLE_RIGHTS)
    today = timezone.localdate()
    own = RightsRequest.objects.filter(authority_id=by.authority_id)
    due = list(own.filter(forgotten_at=None, forget_on__lte=today).select_related("data_key"))
    for request in due:
        _forget(request, by)
    for old in own.filter(delete_on__lte=today, forgotten_at__isnull=False):
        audit.record(Event.REQUEST_DELETED, about=old, by=by)
        Remedy.objects.filter(request=old).delete()
        old.delete()
    _forget_questions(by)
    return len(due)


def _forget(request: RightsRequest, by: Actor) -> None:
    gathered, _ = GatheredItem.objects.filter(request=request).delete()
    Remedy.objects.filter(request=request, done_at__isnull=False).delete()
    _destroy(request.data_key, by)
    record_deletion("rights", rows=gathered, keys=1, number=request.pk, by=by)
    request.forgotten_at = timezone.now()
    request.save(update_fields=["forgotten_at"])
    audit.record(Event.REQUEST_FORGOTTEN, about=request, by=by)


def _forget_questions(by: Actor) -> None:
    """Questions lie with the asked authority, and go as long after they were put as an answer is kept."""
    put_before = timezone.now() - 2 * TIME_TO_COMPLAIN
    for question in SenderQuestion.objects.filter(authority_id=by.authority_id, asked_at__lt=put_before):
        for key in DataKey.objects.filter(pk=question.data_key_id):
            _destroy(key, by)
        question.delete()


def _destroy(key: DataKey, by: Actor) -> None:
    if key.destroyed_at is None:
        destroy_data_key(key, by=by)
