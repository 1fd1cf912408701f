"""Destroying the key of a received copy: by the recipient's own word, or by the night when the last day is over."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.telling import function_label, received_list_path
from rundbord.sharing.models import Confirmation, CorrectionCopy, ErasedCopy, ReceivedDisclosure
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.rules.functions import READING_FUNCTIONS


def confirm_correction(received: ReceivedDisclosure, correction: CorrectionCopy, *, by: Actor) -> None:
    """Tell the sender that the copy is put right; of a recall, that it is gone, which this very act makes true."""
    by.must(Permission.READ_DISCLOSED)
    confirmation = Confirmation(
        disclosure_id=correction.disclosure_id,
        correction_id=correction.correction_id,
        authority_id=by.authority_id,
        sender_id=correction.sender_id,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
    Confirmation.objects.bulk_create([confirmation], ignore_conflicts=True)
    audit.record(Event.CORRECTION_CONFIRMED, about=received, by=by)
    kind = CorrectionKind(correction.kind)
    if kind.erases:
        _erase(received, kind, by=by)


def erase_expired(today: date, *, by: Actor) -> int:
    """Destroy the keys of the own authority's copies whose last day is over, and say so to both sides."""
    by.must(Permission.READ_DISCLOSED)
    erased = ErasedCopy.objects.filter(authority_id=by.authority_id).values("disclosure_id")
    due = ReceivedDisclosure.objects.filter(authority_id=by.authority_id, expires_on__lt=today)
    if by.partnership_id is not None:
        due = due.filter(partnership_id=by.partnership_id)
    expired = list(due.exclude(disclosure_id__in=erased).order_by("id"))
    for each in expired:
        _erase(each, CorrectionKind.ERASED, by=by)
    if expired and by.partnership_id is not None:
        _say_so(expired, by=by)
    return len(expired)


def _erase(received: ReceivedDisclosure, cause: CorrectionKind, *, by: Actor) -> None:
    """Destroy every key that words of this copy lie under; what is destroyed already stays so."""
    corrections = CorrectionCopy.objects.filter(disclosure_id=received.disclosure_id, authority_id=by.authority_id)
    key_ids = [received.data_key_id, *corrections.values_list("data_key_id", flat=True)]
    for key in DataKey.objects.filter(pk__in=key_ids, destroyed_at=None):
        destroy_data_key(key, by=by)
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
