"""What the user was told by other exit coordinators: a list, and one copy; what was taken back has no words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitReplyKind
from rundbord.interventions.models import ExitCopy, ExitRecall, ExitReply
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.content import Content, from_text
from rundbord.sharing.vocabulary import Condition, LegalBasis, PersonRole
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class CopyRow:
    """One copy in the own list; `content` is None once it was taken back or its time is up."""

    copy: ExitCopy
    recall: ExitRecall | None
    is_read: bool
    is_gone: bool
    content: Content | None
    necessity: str
    reason: str

    @property
    def name(self) -> str:
        """Name whom it is about, as long as that may be read."""
        return self.content.name if self.content else "Kaldt tilbage" if self.recall else "Udløbet"

    @property
    def cause(self) -> str:
        """Say why it was taken back."""
        return label_of(ExitRecallCause, self.recall.cause) if self.recall else ""

    @property
    def must_confirm(self) -> bool:
        """Tell whether the reader has yet to say that no copy is left."""
        return self.recall is not None and not self.is_gone

    @property
    def is_late(self) -> bool:
        """Tell whether that should have been said."""
        return self.must_confirm and self.recall is not None and self.recall.confirm_by < timezone.localdate()

    @property
    def conditions(self) -> list[str]:
        """Name what the reader must keep."""
        return [label_of(Condition, each) for each in self.copy.conditions]

    @property
    def role(self) -> str:
        """Name the person's role."""
        return label_of(PersonRole, self.copy.role)

    @property
    def paragraph(self) -> str:
        """Give the basis's paragraph."""
        return BASES[LegalBasis.CONSENT_EXIT].paragraph


def copy_page(actor: Actor, *, after: str = "", before: str = "") -> tuple[KeysetPage[ExitCopy], list[CopyRow]]:
    """Give what the user was told, newest first."""
    shown = keyset_page(_own(actor), order=("-told_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    return shown, _rows(shown.rows)


def waiting_copies(actor: Actor) -> QuerySet[ExitCopy]:
    """Narrow to what the user has not acknowledged, or has yet to confirm as gone; nobody else's."""
    if not actor.may(Permission.COORDINATE_EXIT):
        return ExitCopy.objects.none()
    recalled = Exists(ExitRecall.objects.filter(disclosure_id=OuterRef("disclosure_id")))
    replied = ExitReply.objects.filter(disclosure_id=OuterRef("disclosure_id"))
    is_read, is_gone = (Exists(replied.filter(kind=kind.value)) for kind in (ExitReplyKind.READ, ExitReplyKind.GONE))
    unread, unconfirmed = Q(~recalled) & Q(~is_read), Q(recalled) & Q(~is_gone)
    return _own(actor).filter(expires_on__gte=timezone.localdate()).filter(unread | unconfirmed)


def exit_copy_of(copy_id: UUID) -> ExitCopy:
    """Find a copy that the user may read, or raise Http404."""
    found = ExitCopy.objects.select_related("sender").filter(pk=copy_id).first()
    if found is None:
        raise Http404
    return found


def exit_copy_row(copy: ExitCopy) -> CopyRow:
    """Open one copy."""
    [row] = _rows([copy])
    return row


def _own(actor: Actor) -> QuerySet[ExitCopy]:
    return ExitCopy.objects.select_related("sender").filter(authority_id=actor.authority_id, reader_id=actor.user_id)


def _rows(copies: Sequence[ExitCopy]) -> list[CopyRow]:
    if not copies:
        return []
    ids = [each.disclosure_id for each in copies]
    recalls = {each.disclosure_id: each for each in ExitRecall.objects.filter(disclosure_id__in=ids)}
    replies = set(ExitReply.objects.filter(disclosure_id__in=ids).values_list("disclosure_id", "kind"))
    keys = open_keys(each.data_key_id for each in copies if _is_open(each, recalls))
    return [_row(each, recalls.get(each.disclosure_id), replies, keys.get(each.data_key_id)) for each in copies]


def _is_open(copy: ExitCopy, recalls: dict[UUID, ExitRecall]) -> bool:
    """Tell whether its words may be read: from the moment it is taken back they are not, whatever its key is."""
    return copy.disclosure_id not in recalls and copy.expires_on >= timezone.localdate()


def _row(copy: ExitCopy, recall: ExitRecall | None, replies: set[tuple[UUID, str]], key: OpenKey | None) -> CopyRow:
    return CopyRow(
        copy=copy,
        recall=recall,
        is_read=(copy.disclosure_id, ExitReplyKind.READ.value) in replies,
        is_gone=(copy.disclosure_id, ExitReplyKind.GONE.value) in replies,
        content=from_text(_opened(copy, "content", key)) if key else None,
        necessity=_opened(copy, "necessity", key) if key else "",
        reason=_opened(copy, "reason", key) if key else "",
    )


def _opened(copy: ExitCopy, column: str, key: OpenKey) -> str:
    words = getattr(copy, column)
    return key.open(bytes(words), at=place_of(copy, column)) if words else ""
