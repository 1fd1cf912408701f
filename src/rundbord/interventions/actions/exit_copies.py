"""What the reader of an exit copy does: read it, say so, say that none is left; and what the night destroys."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.interventions.exit_vocabulary import ExitReplyKind
from rundbord.interventions.models import ExitCopy, ExitDisclosure, ExitRecall, ExitReply
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.models import DataKey


def read_exit_copy(copy: ExitCopy, *, by: Actor) -> None:
    """Log that one was opened."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_COPY_READ, about=copy, by=by)


def read_exit_copies(*, count: int, by: Actor) -> None:
    """Log that the list of what one was told was opened."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_COPIES_LISTED, by=by, details={"count": count})


def read_exit_told(told: ExitDisclosure, *, by: Actor) -> None:
    """Log that what was told was opened again by whoever told it."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_TOLD_READ, about=told, by=by)


def acknowledge_exit_copy(copy: ExitCopy, *, by: Actor) -> None:
    """Tell the sender that copy and conditions are read; read twice is read."""
    by.must(Permission.COORDINATE_EXIT)
    if _is_recalled(copy):
        raise Refused("Det er kaldt tilbage.")
    if _reply(copy, ExitReplyKind.READ, by=by):
        audit.record(Event.EXIT_COPY_ACKNOWLEDGED, about=copy, by=by)


def confirm_gone(copy: ExitCopy, *, by: Actor) -> None:
    """Tell the sender that no copy is left, which this very act makes true of the one that lies here."""
    by.must(Permission.COORDINATE_EXIT)
    if not _is_recalled(copy):
        raise Refused("Det er ikke kaldt tilbage.")
    _erase(copy, by=by)


def erase_exit_copies(*, by: Actor) -> int:
    """Destroy the keys of the own authority's copies that were taken back or are over, and say how many.

    Rows stay until their last day, so that the reader sees that something was taken back; then they go as well.
    """
    by.must(Permission.COORDINATE_EXIT)
    today, erased = timezone.localdate(), 0
    for copy in ExitCopy.objects.filter(authority_id=by.authority_id):
        erased += _erase(copy, by=by)
        if copy.expires_on < today:
            _forget(copy)
    return erased


def _erase(copy: ExitCopy, *, by: Actor) -> bool:
    """Destroy the key and say so; what is destroyed already stays so."""
    key = DataKey.objects.filter(pk=copy.data_key_id, authority_id=copy.authority_id, destroyed_at=None).first()
    if key is not None:
        destroy_data_key(key, by=by)
        audit.record(Event.EXIT_COPY_ERASED, about=copy, by=by)
        record_deletion("exit_copy", keys=1, number=copy.pk, by=by)
    _reply(copy, ExitReplyKind.GONE, by=by)
    return key is not None


def _reply(copy: ExitCopy, kind: ExitReplyKind, *, by: Actor) -> bool:
    """Say it once; give whether it was news."""
    if ExitReply.objects.filter(disclosure_id=copy.disclosure_id, kind=kind.value).exists():
        return False
    reply = ExitReply(
        authority_id=copy.authority_id,
        reader_id=copy.reader_id,
        disclosure_id=copy.disclosure_id,
        sender_id=copy.sender_id,
        kind=kind.value,
        expires_on=copy.expires_on,
        at=timezone.now(),
        by=by.user_id,
    )
    ExitReply.objects.bulk_create([reply], ignore_conflicts=True)
    return True


def _is_recalled(copy: ExitCopy) -> bool:
    return ExitRecall.objects.filter(disclosure_id=copy.disclosure_id, authority_id=copy.authority_id).exists()


def _forget(copy: ExitCopy) -> None:
    """Delete the copy with what both sides saw of it."""
    for rows in (ExitReply, ExitRecall):
        rows.objects.filter(disclosure_id=copy.disclosure_id, authority_id=copy.authority_id).delete()
    ExitCopy.objects.filter(pk=copy.pk).delete()
