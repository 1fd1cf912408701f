"""Fetching an archive: by whoever ordered it, once, in parts that are small enough for one request each."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models.functions import Now
from django.urls import reverse

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.departure.models import Export, ExportPiece
from rundbord.departure.queries.exports import export_row
from rundbord.departure.queries.parts import PIECES_IN_PART
from rundbord.departure.vocabulary import ExportState
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

_GONE = "Udtrækket kan ikke hentes. Det er ikke klar, er hentet eller er slettet igen."


def fetch_part(export_id: UUID, number: int, *, by: Actor) -> Iterator[bytes]:
    """Give one part of the archive; the first one begins the half hour in which the rest is fetched."""
    by.must(Permission.GUARD_OWN)
    row = export_row(export_id, by)
    if row.export.ordered_by != by.user_id:
        raise Refused("Kun den, der bestilte, kan hente udtrækket.")
    if row.state not in {ExportState.READY, ExportState.FETCHED} or number not in range(1, row.parts + 1):
        raise Refused(_GONE)
    if Export.objects.filter(pk=export_id, fetched_at=None).update(fetched_at=Now()):
        _tell(row.export, by=by)
    audit.record(Event.EXPORT_FETCHED, about=row.export, by=by, details={"part": number})
    first = (number - 1) * PIECES_IN_PART
    return _streamed(export_id, range(first, first + PIECES_IN_PART), by)


def _tell(export: Export, *, by: Actor) -> None:
    told = [Recipient(authority_id=by.authority_id, role=role.value) for role in (Role.LEADER, Role.DPO)]
    notify(NoticeKind.EXPORT_FETCHED, reverse("departure:show_export", args=[export.pk]), told, by=by)


def _streamed(export_id: UUID, numbers: range, by: Actor) -> Iterator[bytes]:
    """Read piece by piece, each as the policies let at that moment."""
    for number in numbers:
        with acting_for(by):
            piece = ExportPiece.objects.filter(export_id=export_id, number=number).first()
        if piece is None:
            return
        yield bytes(piece.content)
