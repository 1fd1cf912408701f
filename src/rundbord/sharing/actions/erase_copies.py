"""Destroying the keys of a received copy: by the recipient's own word, or by the night when its time is up.

Its time is up when the last day is over, and when it was taken back and the recipient has not confirmed in time.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.telling import function_label, received_list_path
from rundbord.sharing.models import CorrectionCopy, ErasedCopy, ReceivedDisclosure, TakenCopy
from rundbord.sharing.rules.corrections import CorrectionKind, reaches_what_was_taken
from rundbord.sharing.rules.functions import READING_FUNCTIONS


def erase_expired(today: date, *, by: Actor) -> int:
    """Destroy the keys of the own authority's copies whose time is up, and say so to both sides; give how many."""
    by.must(Permission.READ_DISCLOSED)
    standing = _standing_copies(by)
    taken_back = _overdue_recalls(today, by=by)
    gone = list(standing.filter(disclosure_id__in=taken_back).order_by("id"))
    for each in gone:
        erase(each, taken_back[each.disclosure_id], by=by)
    expired = list(standing.filter(expires_on__lt=today).order_by("id"))
    for each in expired:
        erase(each, CorrectionKind.ERASED, by=by)
    if (gone or expired) and by.partnership_id is not None:
        _say_so([*gone, *expired], by=by)
    return len(gone) + len(expired)


def erase(received: ReceivedDisclosure, cause: CorrectionKind, *, by: Actor) -> None:
    """Destroy every key that words of this copy lie under, in own files too; what is destroyed already stays so."""
    whose = {"disclosure_id": received.disclosure_id, "authority_id": by.authority_id}
    key_ids = [received.data_key_id, *CorrectionCopy.objects.filter(**whose).values_list("data_key_id", flat=True)]
    if reaches_what_was_taken(cause, basis=received.basis, conditions=received.conditions):
        key_ids += TakenCopy.objects.filter(**whose).values_list("data_key_id", flat=True)
    living = list(DataKey.objects.filter(pk__in=key_ids, destroyed_at=None))
    for key in living:
        destroy_data_key(key, by=by)
    record_deletion("copy", keys=len(living), number=received.disclosure_id, by=by)
    mark = ErasedCopy(
        disclosure_id=received.disclosure_id,
        authority_id=by.authority_id,
        sender_id=received.sender_id,
        cause=cause.value,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
    ErasedCopy.objects.bulk_create([mark], ignore_conflicts=True)
    audit.record(Event.COPY_ERASED, about=received, by=by)


def _standing_copies(by: Actor) -> QuerySet[ReceivedDisclosure]:
    erased = ErasedCopy.objects.filter(authority_id=by.authority_id).values("disclosure_id")
    own = ReceivedDisclosure.objects.filter(authority_id=by.authority_id).exclude(disclosure_id__in=erased)
    return own if by.partnership_id is None else own.filter(partnership_id=by.partnership_id)


def _overdue_recalls(today: date, *, by: Actor) -> dict[UUID, CorrectionKind]:
    """Give what was taken back and should have been confirmed before today, by the sender's key."""
    erasing = [kind.value for kind in CorrectionKind if kind.erases]
    late = CorrectionCopy.objects.filter(authority_id=by.authority_id, kind__in=erasing, confirm_by__lt=today)
    return {each.disclosure_id: CorrectionKind(each.kind) for each in late.only("disclosure_id", "kind")}


def _say_so(expired: list[ReceivedDisclosure], *, by: Actor) -> None:
    own = {(by.authority_id, each.unit_id) for each in expired}
    senders = {(each.sender_id, each.sender_unit_id) for each in expired}
    for units, path in ((own, received_list_path()), (senders, reverse("sharing:told_list"))):
        recipients = [
            Recipient(authority_id=authority_id, role=role.value, unit_id=unit_id)
            for authority_id, unit_id in sorted(units)
            for role in READING_FUNCTIONS
        ]
        notify(NoticeKind.COPY_ERASED, path, recipients, by=by)
