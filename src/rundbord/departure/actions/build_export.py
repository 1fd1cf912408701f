"""Building an archive: read page by page as the row policies let, sealed as it streams, kept in pieces."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db.models.functions import Now
from django.urls import reverse

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.departure.archive.contents import Contents
from rundbord.departure.archive.sealing import seal_to
from rundbord.departure.models import Export, ExportPiece
from rundbord.foureyes.actions import mark_carried_out
from rundbord.foureyes.queries.orders import confirmed_order
from rundbord.foureyes.vocabulary import DeedKind
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def build_export(export_id: UUID, *, by: Actor) -> bool:
    """Build what two persons ordered and tell whether it was; nothing else is built, and nothing twice.

    Each page and each piece has a short transaction of its own, so that neither memory nor locks grow with the rows.
    """
    with acting_for(by):
        export = Export.objects.select_related("authority").filter(pk=export_id, built_at=None).first()
        order = confirmed_order(DeedKind.EXPORT_OWN, by, subject=export_id)
        # The second person said yes to the key that stood in the words.
        if export is None or order is None or export.recipient not in order.words:
            return False
        ExportPiece.objects.filter(export=export).delete()
    contents, pieces = Contents(export, order, by), _Pieces(export, by)
    seal_to(export.recipient, contents.chunks(), pieces.add)
    with acting_for(by):
        _note_built(export, contents.rows, pieces, by)
        mark_carried_out(order, by=by)
    return True


def _note_built(export: Export, rows: int, pieces: _Pieces, by: Actor) -> None:
    Export.objects.filter(pk=export.pk).update(
        built_at=Now(), bytes=pieces.bytes, rows=rows, sha256=pieces.digest.hexdigest()
    )
    audit.record(Event.EXPORT_BUILT, about=export, by=by, details={"rows": rows, "bytes": pieces.bytes})
    owner = export.authority_id
    told = [
        Recipient(authority_id=owner, user_id=export.ordered_by),
        Recipient(authority_id=owner, role=Role.DPO.value),
    ]
    notify(NoticeKind.EXPORT_READY, reverse("departure:show_export", args=[export.pk]), told, by=by)


class _Pieces:
    """Keeps what is sealed, in order, and what it hashes to."""

    def __init__(self, export: Export, by: Actor) -> None:
        self._export, self._by, self._number = export, by, 0
        self.bytes, self.digest = 0, hashlib.sha256()

    def add(self, content: bytes) -> None:
        self.bytes += len(content)
        self.digest.update(content)
        with acting_for(self._by):
            ExportPiece.objects.create(
                authority_id=self._export.authority_id, export=self._export, number=self._number, content=content
            )
        self._number += 1
